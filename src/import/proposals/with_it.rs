//! What comes with a record that is accepted: those whom it names, and the roles of the people among them.

use std::collections::BTreeSet;

use super::reading::Reading;
use crate::model::{AnyRecord, Id};

/// The proposals that come with a record, each behind those that it names itself; those ticked off, and what they alone
/// would bring, are left out.
#[must_use]
pub fn with_it(reading: &Reading, record: &AnyRecord, off: &BTreeSet<usize>) -> Vec<usize> {
    let mut walk = Walk { reading, off, seen: BTreeSet::new(), found: Vec::new() };
    walk.seen.extend(reading.place_of(record.id()));
    walk.named_by(record);
    walk.found
}

struct Walk<'a> {
    reading: &'a Reading,
    off: &'a BTreeSet<usize>,
    seen: BTreeSet<usize>,
    found: Vec<usize>,
}

impl Walk<'_> {
    fn named_by(&mut self, record: &AnyRecord) {
        let ids: Vec<Id> = record.references().iter().map(|reference| reference.target.clone()).collect();
        for id in ids {
            if let Some(place) = self.reading.place_of(&id) {
                self.visit(place);
            }
        }
        if let AnyRecord::Actor(actor) = record {
            let roles: Vec<usize> = self.reading.roles_of(&actor.id).collect();
            for role in roles {
                self.visit(role);
            }
        }
    }

    fn visit(&mut self, place: usize) {
        if self.off.contains(&place) || !self.seen.insert(place) {
            return;
        }
        let Some(proposed) = self.reading.proposals.get(place) else { return };
        match &proposed.record {
            // The roles of a person come behind the person.
            AnyRecord::Actor(actor) => {
                for outer in actor.part_of.iter().filter_map(|id| self.reading.place_of(id)) {
                    self.visit(outer);
                }
                self.found.push(place);
                self.named_by(&proposed.record);
            }
            record => {
                self.named_by(record);
                self.found.push(place);
            }
        }
    }
}
