//! Who is who: what an actor is, its posts with their dates, its other names.

use crate::model::{Actor, Id};

use super::caveats::{caveats, marked};
use super::note::Note;
use super::words::text;

impl Note<'_> {
    pub(super) fn actors(&mut self) {
        let actors = self.kept(&self.reader.briefing.actors);
        if actors.is_empty() {
            return;
        }
        self.heading("Actors");
        for actor in self.through(&actors) {
            self.one_actor(actor);
        }
    }

    /// What the sources give of an actor with their marks, then the names, which are told apart by whose they are.
    fn one_actor(&mut self, actor: &Actor) {
        let mut parts = vec![format!("{}{}", self.what_it_is(actor), self.marks(&actor.cites))];
        let roles = self.reader.roles_of(&actor.id);
        let mut caveats_of_roles = Vec::new();
        for (_, role) in &roles {
            let held = role.valid.as_ref().map(|when| format!(", {}", self.marked_date(&**role, "valid", when)));
            let held = held.unwrap_or_default();
            let words = self.role(role);
            let marks = self.marks(&role.cites);
            parts.push(format!("{words}{held}.{marks}"));
            let caveats = caveats(&**role, &["title", "org", "area", "valid"]);
            if !caveats.is_empty() {
                caveats_of_roles.push(format!("{}. {caveats}", self.role(role)));
            }
        }
        parts.extend(self.other_names(actor));
        let whose = if self.whole_of(actor).is_some() { "part_of" } else { "country" };
        parts.push(caveats(actor, &["name", "kind", whose]));
        self.item(0, parts.join(" ").trim_end());
        for caveats in caveats_of_roles {
            self.item(1, &caveats);
        }
    }

    fn what_it_is(&self, actor: &Actor) -> String {
        let name = text(&actor.name);
        let name = if name.is_empty() { text(actor.id.as_str()) } else { name };
        let mut facts = vec![marked(actor, "name", format!("**{name}**"))];
        facts.extend(actor.kind.map(|kind| marked(actor, "kind", kind.label().to_lowercase())));
        facts.extend(self.belongs_to(actor));
        format!("{}.", facts.join(", "))
    }

    /// What it is part of, where that may be named.
    fn whole_of<'a>(&self, actor: &'a Actor) -> Option<&'a Id> {
        actor.part_of.as_ref().filter(|whole| !self.is_nameless(whole))
    }

    /// What it is part of, or else its country.
    fn belongs_to(&self, actor: &Actor) -> Option<String> {
        if let Some(whole) = self.whole_of(actor) {
            return Some(marked(actor, "part_of", format!("part of {}", self.name(whole))));
        }
        (!actor.country.is_empty()).then(|| marked(actor, "country", self.country(&actor.country)))
    }

    /// Its further names: those that stand in the words we hold of its sources, and the others, which no mark credits to a source.
    fn other_names(&self, actor: &Actor) -> Vec<String> {
        let sources: Vec<_> = actor.cites.iter().filter_map(|cite| self.reader.source(cite.source())).collect();
        let stands = |name: &str| {
            sources.iter().any(|source| source.held_words().iter().any(|(_, words)| stands_in(words, name)))
        };
        let names = actor.spellings().skip(1).filter(|name| !text(name).is_empty());
        let (given, ours): (Vec<&str>, Vec<&str>) = names.partition(|name| stands(name));
        let quoted: Vec<String> = given.into_iter().map(|name| format!("“{}”", text(name))).collect();
        let ours: Vec<String> = ours.into_iter().map(text).collect();
        let label = if sources.iter().any(|source| source.has_words()) {
            "Other names, not from the words we hold"
        } else {
            "Also"
        };
        let written = (!quoted.is_empty()).then(|| format!("In the source: {}.", quoted.join(", ")));
        let further = (!ours.is_empty()).then(|| format!("{label}: {}.", ours.join(", ")));
        written.into_iter().chain(further).collect()
    }
}

/// Whether a name stands in a text as words of its own: the acronym CPC does not stand in CCPC.
fn stands_in(text: &str, name: &str) -> bool {
    let goes_on = |beside: Option<char>, edge: Option<char>| {
        beside.is_some_and(char::is_alphanumeric) && edge.is_some_and(char::is_alphanumeric)
    };
    text.match_indices(name).any(|(at, _)| {
        let (before, behind) = (text.get(..at).unwrap_or(""), text.get(at + name.len()..).unwrap_or(""));
        !goes_on(before.chars().next_back(), name.chars().next())
            && !goes_on(behind.chars().next(), name.chars().next_back())
    })
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn a_name_stands_as_words_of_its_own() {
        assert!(stands_in("close to the CPC.", "CPC") && stands_in("Isk’s council", "Isk"));
        assert!(!stands_in("the CCPC met", "CPC") && !stands_in("Iskra", "Isk"));
        assert!(stands_in("Iskra and Isk", "Isk"));
    }
}
