//! Deleting records, and what becomes of those that name them.

use std::collections::BTreeSet;

use super::plan::Change;
use super::refusal::Refusal;
use crate::edit::step::Edit;
use crate::index::Reader;
use crate::model::{Fate, Id, Key};

/// What becomes of the records that name a deleted one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Citing {
    /// They stay, without the mention.
    Detach,
    /// They are deleted too; those that name them in turn stay, without the mention.
    DeleteToo,
}

/// The records that name any of these and are not among them, in the order of the file.
#[must_use]
pub fn citing(reader: &Reader, keys: &[Key]) -> Vec<Key> {
    let gone: BTreeSet<Key> = keys.iter().copied().collect();
    let naming: BTreeSet<Key> = keys
        .iter()
        .filter(|key| is_named_by_id(reader, **key))
        .flat_map(|key| reader.index.links_to(*key))
        .map(|link| link.from)
        .filter(|key| !gone.contains(key))
        .collect();
    let in_order = |key: &Key| reader.index.place_of(*key);
    let mut naming: Vec<Key> = naming.into_iter().collect();
    naming.sort_by_key(in_order);
    naming
}

/// Deletes records, in one step.
///
/// # Errors
/// Where one of them is no longer there.
pub fn delete(reader: &Reader, keys: &[Key], of_citing: Citing) -> Result<Change, Refusal> {
    let mut seen = BTreeSet::new();
    let mut gone: Vec<Key> = keys.iter().copied().filter(|key| seen.insert(*key)).collect();
    if of_citing == Citing::DeleteToo {
        gone.extend(citing(reader, keys));
    }
    let first = gone.first().and_then(|key| reader.record(*key)).ok_or(Refusal::Gone)?;
    let label = match gone.len() {
        1 => format!("Delete {}", reader.title_with_kind(&first)),
        count => format!("Delete {} and {} more", reader.title_with_kind(&first), count - 1),
    };
    let is_gone: BTreeSet<Key> = gone.iter().copied().collect();
    let dropped: BTreeSet<Id> = gone
        .iter()
        .filter(|key| is_named_by_id(reader, **key))
        .filter_map(|key| reader.record(*key))
        .map(|record| record.id().clone())
        .filter(|id| reader.index.keys_of(id).iter().all(|key| is_gone.contains(key)))
        .collect();
    let fate_of = |id: &Id| if dropped.contains(id) { Fate::Drop } else { Fate::Keep };
    let staying = reader.briefing.all_records().filter(|(key, _)| !is_gone.contains(key));
    let mut edits: Vec<Edit> =
        staying.filter_map(|(key, record)| Some(Edit::Replace { key, record: record.with_fates(&fate_of)? })).collect();
    edits.extend(reader.briefing.header.with_fates(&fate_of).map(|header| Edit::Header(Box::new(header))));
    edits.extend(gone.iter().map(|key| Edit::Remove { key: *key }));
    let focus = keys.first().map(|key| (*key, "id"));
    Ok(Change { label, edits, focus })
}

/// A record whose id another has before it is not the one that mentions lead to.
fn is_named_by_id(reader: &Reader, key: Key) -> bool {
    reader.record(key).is_some_and(|record| reader.index.key_of(record.id()) == Some(key))
}
