//! Putting records into a briefing, taking them out and finding them: the few ways in which its lists change.

use std::sync::Arc;

use super::briefing::Briefing;
use super::record::{AnyRecord, Entry, Records};
use super::{Id, Key, Record, RecordKind};

/// A place in a list, between its readable records and those that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// How many readable records of the list stand before it.
    pub index: usize,
    /// How many unreadable records of the list stand before it.
    pub unreadable: usize,
}

fn put<T: Clone>(list: &mut Records<T>, index: usize, key: Key, record: Arc<T>) {
    list.insert(index.min(list.len()), Entry { key, record });
}

fn set<T: Clone>(list: &mut Records<T>, index: usize, record: Arc<T>) -> Option<Arc<T>> {
    let entry = list.get_mut(index)?;
    Some(std::mem::replace(&mut entry.record, record))
}

fn replace_at<T: Clone>(list: &mut Records<T>, index: usize, key: Key, record: Arc<T>) {
    if let Some(entry) = list.get_mut(index) {
        *entry = Entry { key, record };
    }
}

fn take<T: Clone>(list: &mut Records<T>, index: usize) -> Option<(Key, Arc<T>)> {
    if index >= list.len() {
        return None;
    }
    let entry = list.remove(index);
    Some((entry.key, entry.record))
}

/// Keys mostly rise along a list: then halves find one.
fn find_by_halves<T>(list: &Records<T>, key: Key) -> Option<usize> {
    let (mut low, mut high) = (0, list.len());
    while low < high {
        let middle = low + (high - low) / 2;
        match list.get(middle).map(|entry| entry.key.cmp(&key)) {
            Some(std::cmp::Ordering::Equal) => return Some(middle),
            Some(std::cmp::Ordering::Less) => low = middle + 1,
            _ => high = middle,
        }
    }
    None
}

/// Whole leaves are walked, which is many times as fast as one entry after the other.
fn find_one_by_one<T>(list: &Records<T>, key: Key) -> Option<usize> {
    let mut before = 0;
    for leaf in list.leaves() {
        if let Some(place) = leaf.iter().position(|entry| entry.key == key) {
            return Some(before + place);
        }
        before += leaf.len();
    }
    None
}

fn find_id<T: Record>(list: &Records<T>, id: &Id) -> Option<Key> {
    list.iter().find(|entry| entry.record.id() == id).map(|entry| entry.key)
}

/// Does the same with the list of a kind, whichever it is.
macro_rules! with_list {
    ($briefing:expr, $kind:expr, $list:ident => $body:expr) => {
        match $kind {
            RecordKind::Source => {
                let $list = &$briefing.sources;
                $body
            }
            RecordKind::Actor => {
                let $list = &$briefing.actors;
                $body
            }
            RecordKind::Role => {
                let $list = &$briefing.roles;
                $body
            }
            RecordKind::Visit => {
                let $list = &$briefing.visits;
                $body
            }
            RecordKind::Statement => {
                let $list = &$briefing.statements;
                $body
            }
            RecordKind::Relation => {
                let $list = &$briefing.relations;
                $body
            }
            RecordKind::Judgement => {
                let $list = &$briefing.judgements;
                $body
            }
            RecordKind::Conflict => {
                let $list = &$briefing.conflicts;
                $body
            }
        }
    };
}

impl Briefing {
    /// Where a record stands: its list and how many readable records are before it.
    #[must_use]
    pub fn locate(&self, key: Key) -> Option<(RecordKind, usize)> {
        if key >= self.keys.upcoming() {
            // No record had it yet.
            return None;
        }
        let by_halves = |kind: &RecordKind| {
            let index = with_list!(self, kind, list => find_by_halves(list, key));
            index.map(|index| (*kind, index))
        };
        // Only where rows were moved about does a key stand elsewhere than halves look for it.
        let one_by_one = |kind: &RecordKind| {
            let index = with_list!(self, kind, list => find_one_by_one(list, key));
            index.map(|index| (*kind, index))
        };
        RecordKind::ALL.iter().find_map(by_halves).or_else(|| RecordKind::ALL.iter().find_map(one_by_one))
    }

    /// A record by its key.
    #[must_use]
    pub fn record(&self, key: Key) -> Option<AnyRecord> {
        let (kind, index) = self.locate(key)?;
        self.record_at(kind, index).map(|(_, record)| record)
    }

    /// The first record that has an id, in the order of the file: the one that every mention of the id leads to.
    #[must_use]
    pub fn key_of_id(&self, id: &Id) -> Option<Key> {
        if id.is_empty() {
            return None;
        }
        RecordKind::ALL.iter().find_map(|kind| with_list!(self, kind, list => find_id(list, id)))
    }

    /// The slot before the readable record at a position, after what stands unreadable there.
    #[must_use]
    pub fn slot(&self, kind: RecordKind, index: usize) -> Slot {
        let index = index.min(self.count(kind));
        let before = self.unreadable.iter().filter(|bad| bad.kind == kind && bad.position <= index);
        Slot { index, unreadable: before.count() }
    }

    /// Puts other records, each in its order, in the place of those of one kind, at once; as many as there were.
    pub(crate) fn set_records(&mut self, records: Vec<(Key, AnyRecord)>) {
        for (index, (key, record)) in records.into_iter().enumerate() {
            match record {
                AnyRecord::Source(record) => replace_at(&mut self.sources, index, key, record),
                AnyRecord::Actor(record) => replace_at(&mut self.actors, index, key, record),
                AnyRecord::Role(record) => replace_at(&mut self.roles, index, key, record),
                AnyRecord::Visit(record) => replace_at(&mut self.visits, index, key, record),
                AnyRecord::Statement(record) => replace_at(&mut self.statements, index, key, record),
                AnyRecord::Relation(record) => replace_at(&mut self.relations, index, key, record),
                AnyRecord::Judgement(record) => replace_at(&mut self.judgements, index, key, record),
                AnyRecord::Conflict(record) => replace_at(&mut self.conflicts, index, key, record),
            }
        }
    }

    /// Puts a record into a slot of its list; an index past the end is the end.
    pub(crate) fn put_record(&mut self, slot: Slot, key: Key, record: AnyRecord) {
        let kind = record.kind();
        let index = slot.index.min(self.count(kind));
        self.keys.pass(key);
        for bad in self.unreadable.iter_mut().filter(|bad| bad.kind == kind).skip(slot.unreadable) {
            bad.position += 1;
        }
        match record {
            AnyRecord::Source(record) => put(&mut self.sources, index, key, record),
            AnyRecord::Actor(record) => put(&mut self.actors, index, key, record),
            AnyRecord::Role(record) => put(&mut self.roles, index, key, record),
            AnyRecord::Visit(record) => put(&mut self.visits, index, key, record),
            AnyRecord::Statement(record) => put(&mut self.statements, index, key, record),
            AnyRecord::Relation(record) => put(&mut self.relations, index, key, record),
            AnyRecord::Judgement(record) => put(&mut self.judgements, index, key, record),
            AnyRecord::Conflict(record) => put(&mut self.conflicts, index, key, record),
        }
    }

    /// Takes a record out; gives it back with the slot in which it stood.
    pub(crate) fn take_record(&mut self, key: Key) -> Option<(Slot, AnyRecord)> {
        let (kind, index) = self.locate(key)?;
        let slot = self.slot(kind, index);
        let record = match kind {
            RecordKind::Source => AnyRecord::Source(take(&mut self.sources, index)?.1),
            RecordKind::Actor => AnyRecord::Actor(take(&mut self.actors, index)?.1),
            RecordKind::Role => AnyRecord::Role(take(&mut self.roles, index)?.1),
            RecordKind::Visit => AnyRecord::Visit(take(&mut self.visits, index)?.1),
            RecordKind::Statement => AnyRecord::Statement(take(&mut self.statements, index)?.1),
            RecordKind::Relation => AnyRecord::Relation(take(&mut self.relations, index)?.1),
            RecordKind::Judgement => AnyRecord::Judgement(take(&mut self.judgements, index)?.1),
            RecordKind::Conflict => AnyRecord::Conflict(take(&mut self.conflicts, index)?.1),
        };
        for bad in self.unreadable.iter_mut().filter(|bad| bad.kind == kind && bad.position > index) {
            bad.position -= 1;
        }
        Some((slot, record))
    }

    /// Puts a record of the same kind in the place of another; gives back what stood there.
    pub(crate) fn set_record(&mut self, key: Key, record: AnyRecord) -> Option<AnyRecord> {
        let (kind, index) = self.locate(key)?;
        if kind != record.kind() {
            return None;
        }
        Some(match record {
            AnyRecord::Source(record) => AnyRecord::Source(set(&mut self.sources, index, record)?),
            AnyRecord::Actor(record) => AnyRecord::Actor(set(&mut self.actors, index, record)?),
            AnyRecord::Role(record) => AnyRecord::Role(set(&mut self.roles, index, record)?),
            AnyRecord::Visit(record) => AnyRecord::Visit(set(&mut self.visits, index, record)?),
            AnyRecord::Statement(record) => AnyRecord::Statement(set(&mut self.statements, index, record)?),
            AnyRecord::Relation(record) => AnyRecord::Relation(set(&mut self.relations, index, record)?),
            AnyRecord::Judgement(record) => AnyRecord::Judgement(set(&mut self.judgements, index, record)?),
            AnyRecord::Conflict(record) => AnyRecord::Conflict(set(&mut self.conflicts, index, record)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Actor, Unreadable};

    fn actor(id: &str) -> AnyRecord {
        AnyRecord::Actor(Arc::new(Actor { id: Id::from(id), ..Actor::default() }))
    }

    #[test]
    fn a_record_taken_out_goes_back_between_the_same_neighbours() {
        let mut briefing = Briefing::default();
        for id in ["a", "b", "c"] {
            briefing.push(actor(id));
        }
        for position in [0, 1, 1, 2, 3] {
            let key = briefing.keys.next_key();
            let (kind, raw, message) = (RecordKind::Actor, "(!)".to_owned(), String::new());
            briefing.unreadable.push(Unreadable { key, kind, position, raw, message, line: 1 });
        }
        let before = briefing.clone();
        for number in 0..3 {
            let key = Key(number);
            let (slot, record) = briefing.take_record(key).unwrap();
            assert!(briefing.record(key).is_none());
            briefing.put_record(slot, key, record);
            assert_eq!(briefing, before, "record {number}");
        }
    }

    #[test]
    fn a_key_is_found_in_a_list_that_is_out_of_order() {
        let mut briefing = Briefing::default();
        let keys: Vec<Key> = (0..20).map(|number| briefing.push(actor(&format!("a{number}")))).collect();
        let (_, record) = briefing.take_record(keys[17]).unwrap();
        briefing.put_record(briefing.slot(RecordKind::Actor, 2), keys[17], record);
        for key in &keys {
            let (kind, index) = briefing.locate(*key).unwrap();
            assert_eq!(briefing.record_at(kind, index).map(|(found, _)| found), Some(*key));
        }
        assert_eq!(briefing.key_of_id(&Id::from("a17")), Some(keys[17]));
        assert_eq!(briefing.key_of_id(&Id::default()), None);
    }
}
