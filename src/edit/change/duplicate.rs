//! Copies of records, each behind its own.

use std::collections::HashMap;

use super::fresh_ids::FreshIds;
use super::plan::Change;
use super::refusal::Refusal;
use crate::edit::step::Edit;
use crate::edit::value::record_with;
use crate::index::Reader;
use crate::model::{Key, Node, RecordKind, Slot};

/// Puts a copy of each record behind it, under a fresh id, in one step. Gives back the change and the keys that the
/// copies will have, in the order of the file.
///
/// # Errors
/// Where one of them is no longer there, or none is given.
pub fn duplicate(reader: &Reader, keys: &[Key]) -> Result<(Change, Vec<Key>), Refusal> {
    let mut places = Vec::with_capacity(keys.len());
    for key in keys {
        places.push((reader.index.place_of(*key).ok_or(Refusal::Gone)?, *key));
    }
    places.sort_unstable();
    places.dedup();
    let mut ids = FreshIds::new(reader);
    let mut before: HashMap<RecordKind, usize> = HashMap::new();
    let (mut edits, mut copies) = (Vec::with_capacity(keys.len()), Vec::with_capacity(keys.len()));
    for (count, ((kind, place), key)) in (0_u64..).zip(places) {
        let record = reader.record(key).ok_or(Refusal::Gone)?;
        let id = ids.near(record.id().as_str());
        let copy = record_with(&record, "id", Some(Node::Text(id.to_string()))).map_err(Refusal::BadValue)?;
        let shift = before.entry(kind).or_default();
        let slot = reader.briefing.slot(kind, place + 1);
        let new = Key(reader.briefing.keys.upcoming().0 + count);
        edits.push(Edit::Insert { key: new, slot: Slot { index: slot.index + *shift, ..slot }, record: copy });
        copies.push(new);
        *shift += 1;
    }
    let first = keys.first().and_then(|key| reader.record(*key)).ok_or(Refusal::Gone)?;
    let label = match copies.len() {
        1 => format!("Duplicate {}", reader.title_with_kind(&first)),
        count => format!("Duplicate {count} {}s", first.kind().noun()),
    };
    Ok((Change { label, edits, focus: copies.first().map(|key| (*key, "id")) }, copies))
}
