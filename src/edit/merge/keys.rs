//! Which record of one copy is which of another: by what it says, and by its id.

use std::collections::BTreeMap;

use super::matching::matched;
use crate::model::{Briefing, Key, RecordKind};

/// Which record of one copy is which of another, by key; those that the other has not are missing.
#[must_use]
pub fn keys_met(copy: &Briefing, other: &Briefing) -> BTreeMap<Key, Key> {
    matched(copy, other).pairs
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
