//! The briefing that a merge came to, as one step.

use std::collections::BTreeMap;

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
    if merged.header != reader.briefing.header {
        edits.push(Edit::Header(Box::new(merged.header.clone())));
    }
    Change { label, edits, focus }
}
