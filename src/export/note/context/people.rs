//! Who is who.

use serde::Serialize;

use super::build::Build;
use crate::export::words::{caveats, marked, one_line};
use crate::model::{Actor, ActorKind, DateBounds, NAME_WITHHELD, When};

/// An actor.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ActorWords {
    id: String,
    pub(super) name: String,
    kind: String,
    belongs_to: String,
    roles: Vec<RoleWords>,
    other_names: Vec<String>,
    note: String,
    marks: String,
}

impl ActorWords {
    /// Without a country or a whole that a post names already, and without a kind that the name does: `Analyst, Isk Institute`
    /// says whose analyst it is, and `Serbian Progressive Party` what that is.
    pub(super) fn told_once(mut self) -> Self {
        if self.name.to_lowercase().split_whitespace().any(|word| word == self.kind) {
            self.kind.clear();
        }
        let name = self.belongs_to.trim_end_matches(" (our reading)");
        if self.roles.iter().any(|role| !name.is_empty() && role.title.contains(name)) {
            self.belongs_to.clear();
        }
        self
    }
}

/// A post.
#[derive(Debug, Clone, Serialize)]
pub(super) struct RoleWords {
    title: String,
    held: String,
    note: String,
    marks: String,
}

impl Build<'_> {
    pub(super) fn actors(&mut self) -> Vec<ActorWords> {
        let actors = self.kept(&self.reader.briefing.actors);
        self.through(actors).map(|actor| self.actor(&actor, None)).collect()
    }

    /// An actor with all posts, or with those that were held at some times.
    pub(super) fn actor(&mut self, actor: &Actor, times: Option<&[DateBounds]>) -> ActorWords {
        let people = self.people();
        let name = people.name(&actor.id);
        let whole = actor.part_of.as_ref().filter(|whole| !people.is_nameless(whole));
        let belongs_to = match whole {
            Some(whole) if actor.kind == Some(ActorKind::Person) => marked(actor, "part_of", people.name(whole)),
            Some(whole) => marked(actor, "part_of", format!("part of {}", people.name(whole))),
            None if actor.country.is_empty() => String::new(),
            None => marked(actor, "country", people.country(&actor.country)),
        };
        let held_then = times.map(|times| people.roles_at_times(&actor.id, times.iter().copied()));
        let mut roles = Vec::new();
        for (key, role) in self.reader.roles_of(&actor.id) {
            let title = people.role(&role);
            if !self.part.shows(key) || held_then.as_ref().is_some_and(|held| !held.contains(&title)) {
                continue;
            }
            let held = role.valid.as_ref().map(|when: &When| marked(&*role, "valid", self.date(Some(when))));
            roles.push(RoleWords {
                title,
                held: held.unwrap_or_default(),
                note: caveats(&*role, &["title", "org", "area", "valid"]),
                marks: self.marks(&role.cites),
            });
        }
        ActorWords {
            id: one_line(actor.id.as_str()),
            name: if name.is_empty() { one_line(actor.id.as_str()) } else { name },
            kind: kind_words(actor),
            belongs_to,
            roles,
            other_names: actor.spellings().skip(1).map(one_line).filter(|name| !name.is_empty()).collect(),
            note: caveats(actor, &["name", "kind", "country", "part_of"]),
            marks: self.marks(&actor.cites),
        }
    }
}

/// What an actor is, and that its name is kept back: what it is called instead could be taken for one.
fn kind_words(actor: &Actor) -> String {
    let kind = actor.kind.map(|kind| marked(actor, "kind", kind.label().to_lowercase())).unwrap_or_default();
    match (kind.is_empty(), actor.anonymous == Some(true)) {
        (_, false) => kind,
        (true, true) => NAME_WITHHELD.to_lowercase(),
        (false, true) => format!("{kind}, {}", NAME_WITHHELD.to_lowercase()),
    }
}
