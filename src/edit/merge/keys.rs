//! Which record of one copy is which of another: by id, and by what it says where a side gave it another id.

use std::collections::BTreeMap;

use super::rename::renames;
use crate::edit::difference::by_name;
use crate::model::{Briefing, Id, Key, RecordKind};

/// Which record of one copy is which of another, by key; those that the other has not are missing.
#[must_use]
pub fn keys_met(copy: &Briefing, other: &Briefing) -> BTreeMap<Key, Key> {
    let renamed: BTreeMap<Id, Id> = renames(copy, other).into_iter().collect();
    let mut met = BTreeMap::new();
    for &kind in RecordKind::ALL {
        let ((records, _), (others, _)) = (by_name(copy, kind), by_name(other, kind));
        met.extend(records.iter().filter_map(|(name, (key, _))| {
            let other = others.get(name).or_else(|| others.get(&(renamed.get(&name.0)?.clone(), 0)));
            Some((*key, other?.0))
        }));
    }
    met
}

/// A copy whose records have the keys of those that they meet in another; the others get keys that it does not have.
#[must_use]
pub fn with_keys_of(copy: &Briefing, other: &Briefing) -> Briefing {
    let met = keys_met(copy, other);
    let mut keyed = Briefing { header: copy.header.clone(), keys: other.keys.clone(), ..Briefing::default() };
    for &kind in RecordKind::ALL {
        for (place, (key, record)) in copy.records(kind).enumerate() {
            let key = met.get(&key).copied().unwrap_or_else(|| keyed.keys.next_key());
            keyed.put_record(keyed.slot(kind, place), key, record);
        }
    }
    keyed
}
