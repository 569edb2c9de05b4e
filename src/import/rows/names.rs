//! Who is meant by a pasted name: all spellings of actors, publishers and titles of sources, ids.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::index::{Reader, WordOrder, fold, name_keys};
use crate::model::{ActorKind, Id, RecordKind};

/// What a name leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    Nobody,
    One(Id),
    /// A name of this one is spelt otherwise.
    Alike(Id),
    /// These are called so.
    Several(Vec<Id>),
}

/// The names of actors and sources, folded.
#[derive(Debug, Default)]
pub(super) struct Names {
    actors: HashMap<String, Vec<Id>>,
    /// The same by what their spellings in other letters and orders have in common; a person's words may change places.
    spellings: HashMap<(WordOrder, String), Vec<Id>>,
    sources: HashMap<String, Vec<Id>>,
    /// Whose names are spelt otherwise, by the names that were asked for: a table says the same ones in many rows.
    asked: RefCell<HashMap<String, Vec<Id>>>,
}

impl Names {
    pub(super) fn new(reader: &Reader) -> Self {
        let mut names = Self::default();
        for entry in &reader.briefing.actors {
            for name in entry.record.spellings() {
                add(&mut names.actors, name, &entry.record.id);
                let is_person = entry.record.kind.is_none_or(|kind| kind == ActorKind::Person);
                let order = if is_person { WordOrder::Any } else { WordOrder::AsWritten };
                for key in name_keys(name, order) {
                    push(names.spellings.entry((order, key)).or_default(), &entry.record.id);
                }
            }
        }
        for entry in &reader.briefing.sources {
            for name in [&entry.record.publisher, &entry.record.title, &entry.record.url] {
                add(&mut names.sources, name, &entry.record.id);
            }
        }
        names
    }

    /// The record of one of these kinds that is meant; of any kind, where there is none.
    pub(super) fn find(&self, reader: &Reader, kinds: &[RecordKind], name: &str) -> Found {
        let name = name.trim();
        let is_asked = |kind: RecordKind| kinds.is_empty() || kinds.contains(&kind);
        let id = Id::from(name);
        let place = reader.index.key_of(&id).and_then(|key| reader.index.place_of(key));
        if place.is_some_and(|(kind, _)| is_asked(kind)) && !id.is_empty() {
            return Found::One(id);
        }
        let folded = fold(name);
        let of = |kind: RecordKind, names: &HashMap<String, Vec<Id>>| {
            if is_asked(kind) { names.get(&folded).cloned().unwrap_or_default() } else { Vec::new() }
        };
        let mut ids = of(RecordKind::Actor, &self.actors);
        ids.extend(of(RecordKind::Source, &self.sources));
        let is_alike = ids.is_empty() && is_asked(RecordKind::Actor);
        if is_alike {
            ids = self.spelt_otherwise(name);
        }
        match ids.as_slice() {
            [] => Found::Nobody,
            [one] if is_alike => Found::Alike(one.clone()),
            [one] => Found::One(one.clone()),
            _ => Found::Several(ids),
        }
    }
}

impl Names {
    /// The actors of whose names this is another spelling.
    fn spelt_otherwise(&self, name: &str) -> Vec<Id> {
        let known = self.asked.borrow().get(name).cloned();
        known.unwrap_or_else(|| {
            let found = self.looked_up(name);
            self.asked.borrow_mut().insert(name.to_owned(), found.clone());
            found
        })
    }

    fn looked_up(&self, name: &str) -> Vec<Id> {
        let mut found = Vec::new();
        for order in [WordOrder::Any, WordOrder::AsWritten] {
            for key in name_keys(name, order) {
                let ids = self.spellings.get(&(order, key));
                ids.into_iter().flatten().for_each(|id| push(&mut found, id));
            }
        }
        found
    }
}

fn push(ids: &mut Vec<Id>, id: &Id) {
    if !ids.contains(id) && !id.is_empty() {
        ids.push(id.clone());
    }
}

fn add(names: &mut HashMap<String, Vec<Id>>, name: &str, id: &Id) {
    if name.is_empty() || id.is_empty() {
        return;
    }
    push(names.entry(fold(name.trim())).or_default(), id);
}

/// A name and the remark in brackets behind it: `Li Xiaoxin (Director, SCPSR)`.
pub(super) fn remark_apart(name: &str) -> (&str, Option<&str>) {
    match name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" (")) {
        Some((name, remark)) => (name.trim(), Some(remark.trim())),
        None => (name, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_in_brackets_is_no_part_of_a_name() {
        assert_eq!(remark_apart("Li Xiaoxin (Director, SCPSR)"), ("Li Xiaoxin", Some("Director, SCPSR")));
        assert_eq!(remark_apart("Li"), ("Li", None));
    }
}
