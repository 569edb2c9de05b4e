//! The briefing that a merge came to, as one step.

use std::collections::{BTreeMap, BTreeSet};

use super::Change;
use crate::edit::step::Edit;
use crate::index::Reader;
use crate::model::{AnyRecord, Briefing, Key, RecordKind};

/// Makes the briefing say what another does that grew from it: records that both have share their keys.
#[must_use]
pub fn become_merged(reader: &Reader, merged: &Briefing, label: String) -> Change {
    let before: BTreeMap<Key, AnyRecord> = reader.briefing.all_records().collect();
    let after: BTreeMap<Key, AnyRecord> = merged.all_records().collect();
    let gone = before.keys().filter(|key| !after.contains_key(*key)).map(|key| Edit::Remove { key: *key });
    let mut edits: Vec<Edit> = gone.collect();
    let mut focus = None;
    for &kind in RecordKind::ALL {
        for (index, (key, record)) in merged.records(kind).enumerate() {
            match before.get(&key) {
                Some(was) if *was == record => continue,
                Some(_) => edits.push(Edit::Replace { key, record }),
                None => edits.push(Edit::Insert { key, slot: merged.slot(kind, index), record }),
            }
            focus = focus.or(Some((key, "id")));
        }
    }
    for &kind in RecordKind::ALL {
        edits.extend(moves(reader.briefing, merged, kind));
    }
    if merged.header != reader.briefing.header {
        edits.push(Edit::Header(Box::new(merged.header.clone())));
    }
    Change { label, edits, focus }
}

/// What has to move once all that went is gone and all that came stands at its number.
fn moves(before: &Briefing, merged: &Briefing, kind: RecordKind) -> Vec<Edit> {
    let after: Vec<Key> = merged.records(kind).map(|(key, _)| key).collect();
    let known: BTreeSet<Key> = before.records(kind).map(|(key, _)| key).collect();
    let stays: BTreeSet<Key> = after.iter().copied().collect();
    let mut now: Vec<Key> = before.records(kind).map(|(key, _)| key).filter(|key| stays.contains(key)).collect();
    for (place, key) in after.iter().enumerate().filter(|(_, key)| !known.contains(key)) {
        now.insert(place.min(now.len()), *key);
    }
    let mut edits = Vec::new();
    for (place, key) in after.iter().enumerate() {
        if now.get(place) == Some(key) {
            continue;
        }
        if let Some(from) = now.iter().position(|other| other == key) {
            now.remove(from);
            now.insert(place, *key);
            edits.push(Edit::Move { key: *key, slot: merged.slot(kind, place) });
        }
    }
    edits
}
