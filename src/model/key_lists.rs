//! The keys of all records, list by list: what tells a copy that was read again which record is which.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::record::Records;
use super::{Briefing, Key, KeyCounter, RecordKind};

/// The keys of a briefing's records, list by list in the order of the file, then those of what could not be read; as
/// runs of keys that follow one another: the first and how many.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct KeyLists(Vec<Vec<(u64, u64)>>);

fn runs(keys: impl Iterator<Item = Key>) -> Vec<(u64, u64)> {
    let mut runs: Vec<(u64, u64)> = Vec::new();
    for Key(key) in keys {
        match runs.last_mut() {
            Some((first, count)) if *first + *count == key => *count += 1,
            _ => runs.push((key, 1)),
        }
    }
    runs
}

/// The keys of a list of so many records; `None` where there are not as many, or not as many different ones.
fn unrolled(runs: &[(u64, u64)], count: usize, seen: &mut BTreeSet<Key>) -> Option<Vec<Key>> {
    let mut keys = Vec::with_capacity(count);
    for (first, length) in runs {
        // The last key of all leaves room for one that follows.
        let end = first.checked_add(*length).filter(|end| *end < u64::MAX)?;
        if *length > (count - keys.len()) as u64 {
            return None;
        }
        keys.extend((*first..end).map(Key));
    }
    (keys.len() == count && keys.iter().all(|key| seen.insert(*key))).then_some(keys)
}

fn set_keys<T: Clone>(list: &mut Records<T>, keys: &[Key], was: &mut BTreeMap<Key, Key>, counter: &mut KeyCounter) {
    for (entry, key) in list.iter_mut().zip(keys) {
        was.insert(*key, std::mem::replace(&mut entry.key, *key));
        counter.pass(*key);
    }
}

impl Briefing {
    /// The keys of its records.
    #[must_use]
    pub fn key_lists(&self) -> KeyLists {
        let readable = RecordKind::ALL.iter().map(|kind| runs(self.records(*kind).map(|(key, _)| key)));
        let unreadable = runs(self.unreadable.iter().map(|bad| bad.key));
        KeyLists(readable.chain([unreadable]).collect())
    }

    /// Gives the records the keys that a copy of this briefing had, and back the key that each had before; `None`, and
    /// nothing done, where the copy had other lists.
    pub(crate) fn take_keys(&mut self, lists: &KeyLists) -> Option<BTreeMap<Key, Key>> {
        let mut seen = BTreeSet::new();
        let counts = RecordKind::ALL.iter().map(|kind| self.count(*kind)).chain([self.unreadable.len()]);
        let counts: Vec<usize> = counts.collect();
        if lists.0.len() != counts.len() {
            return None;
        }
        let keys = lists.0.iter().zip(counts).map(|(runs, count)| unrolled(runs, count, &mut seen));
        let keys: Vec<Vec<Key>> = keys.collect::<Option<_>>()?;
        let mut was = BTreeMap::new();
        self.set_all_keys(&keys, &mut was);
        Some(was)
    }

    fn set_all_keys(&mut self, keys: &[Vec<Key>], was: &mut BTreeMap<Key, Key>) {
        let counter = &mut self.keys;
        for (kind, keys) in RecordKind::ALL.iter().zip(keys) {
            match kind {
                RecordKind::Source => set_keys(&mut self.sources, keys, was, counter),
                RecordKind::Actor => set_keys(&mut self.actors, keys, was, counter),
                RecordKind::Role => set_keys(&mut self.roles, keys, was, counter),
                RecordKind::Visit => set_keys(&mut self.visits, keys, was, counter),
                RecordKind::Statement => set_keys(&mut self.statements, keys, was, counter),
                RecordKind::Relation => set_keys(&mut self.relations, keys, was, counter),
                RecordKind::Judgement => set_keys(&mut self.judgements, keys, was, counter),
                RecordKind::Conflict => set_keys(&mut self.conflicts, keys, was, counter),
            }
        }
        for (bad, key) in self.unreadable.iter_mut().zip(keys.last().into_iter().flatten()) {
            was.insert(*key, std::mem::replace(&mut bad.key, *key));
            counter.pass(*key);
        }
    }

    /// Gives the records other keys; those that are not named get new ones.
    pub(crate) fn rename_keys(&mut self, names: &BTreeMap<Key, Key>, counter: KeyCounter) {
        let mut counter = counter;
        let mut named = |key: Key| names.get(&key).copied().unwrap_or_else(|| counter.next_key());
        let readable = RecordKind::ALL.iter().map(|kind| self.records(*kind).map(|(key, _)| named(key)).collect());
        let mut keys: Vec<Vec<Key>> = readable.collect();
        keys.push(self.unreadable.iter().map(|bad| named(bad.key)).collect());
        self.keys = counter;
        self.set_all_keys(&keys, &mut BTreeMap::new());
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Actor, AnyRecord, Id};

    fn of(names: &[&str]) -> Briefing {
        let mut briefing = Briefing::default();
        for name in names {
            briefing.push(AnyRecord::Actor(Arc::new(Actor { id: Id::from(*name), ..Actor::default() })));
        }
        briefing
    }

    #[test]
    fn a_copy_takes_the_keys_and_gives_them_back() {
        let mut first = of(&["a", "b", "c", "d"]);
        let (_, record) = first.take_record(Key(1)).unwrap();
        first.push(record);
        let lists = first.key_lists();
        assert_eq!(lists.0[1], [(0, 1), (2, 3)]);
        let mut copy = of(&["a", "c", "d", "b"]);
        let before = copy.clone();
        let was = copy.take_keys(&lists).unwrap();
        assert_eq!(copy.actors, first.actors);
        assert_eq!(copy.keys.upcoming(), Key(5));
        copy.rename_keys(&was, before.keys.clone());
        assert_eq!(copy, before);
    }

    #[test]
    fn lists_of_another_briefing_are_refused() {
        let lists = |runs: &[(u64, u64)]| {
            let mut lists = vec![Vec::new(); RecordKind::ALL.len() + 1];
            lists[1] = runs.to_vec();
            KeyLists(lists)
        };
        let mut briefing = of(&["a", "b"]);
        let before = briefing.clone();
        for runs in [&[(0, 1)][..], &[(0, 3)], &[(0, 1), (0, 1)], &[(u64::MAX, 2)], &[(0, u64::MAX)]] {
            assert_eq!(briefing.take_keys(&lists(runs)), None);
            assert_eq!(briefing, before);
        }
        assert_eq!(briefing.take_keys(&KeyLists::default()), None);
        assert!(briefing.take_keys(&lists(&[(7, 2)])).is_some());
    }
}
