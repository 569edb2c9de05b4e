//! Records by their ids.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::model::{Briefing, Id, Key};

/// Records by their ids.
#[derive(Debug, Default)]
pub(super) struct ById {
    /// The first record with each id.
    first: HashMap<Id, Key>,
    /// All records of an id that several have.
    several: HashMap<Id, Vec<Key>>,
}

impl ById {
    pub(super) fn of(briefing: &Briefing) -> Self {
        let mut first = HashMap::with_capacity(briefing.record_count());
        let mut several: HashMap<Id, Vec<Key>> = HashMap::new();
        for (key, record) in briefing.all_records() {
            match first.entry(record.id().clone()) {
                Entry::Vacant(entry) => {
                    entry.insert(key);
                }
                Entry::Occupied(entry) => {
                    let first = *entry.get();
                    several.entry(record.id().clone()).or_insert_with(|| vec![first]).push(key);
                }
            }
        }
        Self { first, several }
    }

    /// All records with an id, in the order of the file.
    pub(super) fn keys(&self, id: &Id) -> &[Key] {
        let one = || self.first.get(id).map_or(&[][..], std::slice::from_ref);
        self.several.get(id).map_or_else(one, Vec::as_slice)
    }

    /// The first record with an id.
    pub(super) fn first(&self, id: &Id) -> Option<Key> {
        self.first.get(id).copied()
    }
}
