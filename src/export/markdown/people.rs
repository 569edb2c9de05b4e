//! The sections of a note about who acts and where it is known from.

use super::Note;
use super::escape::text;
use super::footnotes::citation;
use crate::model::When;

impl Note<'_> {
    pub(super) fn actors(&mut self) {
        let actors = self.kept(&self.reader.briefing.actors);
        if actors.is_empty() {
            return;
        }
        self.heading("Actors");
        for actor in actors {
            let kind = actor.kind.map_or("", |kind| kind.label()).to_lowercase();
            let mut facts = vec![kind];
            for (_, role) in self.reader.roles_of(&actor.id) {
                let valid = role.valid.as_ref().map(|when| format!(" ({})", text(&when.display()))).unwrap_or_default();
                facts.push(format!("{}{valid}", text(&self.reader.role_title(&role))));
            }
            if let Some(whole) = &actor.part_of {
                facts.push(format!("part of {}", text(&self.reader.actor_name(whole))));
            }
            let variants: Vec<_> = actor.spellings().skip(1).map(text).collect();
            if !variants.is_empty() {
                facts.push(format!("also {}", variants.join(", ")));
            }
            let marks = self.footnotes.marks(&actor.cites);
            let facts: Vec<_> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
            self.line(&format!("- **{}**: {}{marks}", text(&actor.name), facts.join("; ")));
        }
        self.line("");
    }

    pub(super) fn sources(&mut self) {
        let sources = self.kept(&self.reader.briefing.sources);
        if sources.is_empty() {
            return;
        }
        self.heading("Sources");
        for source in sources {
            let mut weak = Vec::new();
            if !source.has_words() {
                weak.push("its words are not held".to_owned());
            }
            if !source.published.as_ref().is_some_and(|when| When::parsed(when).is_ok()) {
                weak.push("its date is not known".to_owned());
            }
            if !source.derived_from.is_empty() {
                let origins: Vec<_> = source.derived_from.iter().filter_map(|id| self.reader.source(id)).collect();
                let names: Vec<_> = origins.iter().map(|origin| text(&origin.publisher)).collect();
                weak.push(format!("draws on {}", names.join(", ")));
            }
            let weak = if weak.is_empty() { String::new() } else { format!("; {}", weak.join("; ")) };
            self.line(&format!("- {}{weak}", citation(&source, None)));
        }
        self.line("");
    }
}
