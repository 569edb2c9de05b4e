//! Many new records in one step, some of which may name others of them.

use std::collections::{HashMap, HashSet};

use super::create::empty;
use super::field::known_before;
use super::fresh_ids::FreshIds;
use super::plan::Change;
use super::refusal::Refusal;
use crate::edit::step::Edit;
use crate::index::Reader;
use crate::model::{AnyRecord, Id, Key, RecordKind, Slot};

/// Puts new records at the ends of their lists, in one step of this name. An empty id, or one that is taken, is replaced
/// by a fresh one; records may name each other by the ids that they have. Gives back the keys that they will have.
///
/// # Errors
/// Where one of them names a record that is neither there nor among them.
pub fn insert_all(reader: &Reader, label: String, records: &[AnyRecord]) -> Result<(Change, Vec<Key>), Refusal> {
    let mut ids = FreshIds::new(reader);
    let mut among: HashSet<Id> = HashSet::new();
    let mut named = Vec::with_capacity(records.len());
    for record in records {
        let own = record.id().as_str();
        let id = if own.is_empty() { ids.for_record(record) } else { ids.near(own) };
        among.insert(id.clone());
        named.push(if *record.id() == id { record.clone() } else { record.clone().with_id(id) });
    }
    let mut before: HashMap<RecordKind, usize> = HashMap::new();
    let (mut edits, mut keys) = (Vec::with_capacity(named.len()), Vec::with_capacity(named.len()));
    for (count, record) in (0_u64..).zip(named) {
        let kind = record.kind();
        known_before(reader, &empty(kind), &record, &among)?;
        let shift = before.entry(kind).or_default();
        let end = reader.briefing.slot(kind, reader.briefing.count(kind));
        let key = Key(reader.briefing.keys.upcoming().0 + count);
        edits.push(Edit::Insert { key, slot: Slot { index: end.index + *shift, ..end }, record });
        keys.push(key);
        *shift += 1;
    }
    let focus = keys.last().map(|key| (*key, "id"));
    Ok((Change { label, edits, focus }, keys))
}
