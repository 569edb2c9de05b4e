//! Who is who: what an actor is, its posts with their dates, its other names.

use std::fmt::Write as _;

use crate::model::{Actor, Id};

use super::note::Note;
use super::words::text;

impl Note<'_> {
    pub(super) fn actors(&mut self) {
        let actors = self.kept(&self.reader.briefing.actors);
        if actors.is_empty() {
            return;
        }
        self.heading("Actors");
        for actor in &actors {
            let marks = self.marks(&actor.cites);
            let words = self.actor(actor);
            self.item(0, &format!("{words}{marks}"));
        }
    }

    fn actor(&self, actor: &Actor) -> String {
        let name = text(&actor.name);
        let name = if name.is_empty() { text(actor.id.as_str()) } else { name };
        let mut facts = Vec::new();
        facts.extend(actor.kind.map(|kind| kind.label().to_lowercase()));
        facts.extend(self.belongs_to(actor));
        let mut words = format!("**{name}**");
        if !facts.is_empty() {
            let _ = write!(words, ", {}", facts.join(", "));
        }
        words.push('.');
        let roles = self.dated_roles(&actor.id);
        if !roles.is_empty() {
            let _ = write!(words, " {}.", roles.join("; "));
        }
        let variants: Vec<String> = actor.spellings().skip(1).map(text).filter(|words| !words.is_empty()).collect();
        if !variants.is_empty() {
            let _ = write!(words, " Also: {}.", variants.join(", "));
        }
        words
    }

    /// What it is part of, or else its country.
    fn belongs_to(&self, actor: &Actor) -> Option<String> {
        if let Some(whole) = actor.part_of.as_ref().filter(|whole| !self.is_nameless(whole)) {
            return Some(format!("part of {}", self.name(whole)));
        }
        (!actor.country.is_empty()).then(|| self.country(&actor.country))
    }

    fn dated_roles(&self, person: &Id) -> Vec<String> {
        let roles = self.reader.roles_of(person);
        let dated = roles.iter().map(|(_, role)| {
            let held = role.valid.as_ref().map(|when| format!(", {}", text(&when.display())));
            format!("{}{}", self.role(role), held.unwrap_or_default())
        });
        dated.collect()
    }
}
