//! New records, and copies of records; ids that nobody has yet.

use super::field::names_only_what_is_there;
use super::fresh_ids::fresh_id;
use super::plan::Change;
use super::refusal::Refusal;
use crate::edit::step::{Edit, apply_all};
use crate::edit::value::record_with;
use crate::index::{Index, Reader};
use crate::model::{AnyRecord, Id, Key, Node, RecordKind};

/// Puts a new record at the end of its list, or behind another of its kind. An empty id, or one that is taken, is
/// replaced by a fresh one. Gives back the change and the key that the record will have.
///
/// # Errors
/// Where it names a record that is not there.
pub fn insert(reader: &Reader, record: &AnyRecord, after: Option<Key>) -> Result<(Change, Key), Refusal> {
    let kind = record.kind();
    let is_free = record.id().is_well_formed() && reader.index.key_of(record.id()).is_none();
    let id = if is_free { record.id().clone() } else { fresh_id(reader, record) };
    let record = record_with(record, "id", Some(Node::Text(id.to_string()))).map_err(Refusal::BadValue)?;
    let itself = |id: &Id| *id == *record.id();
    let nothing = record.references().iter().all(|reference| itself(reference.target));
    if !nothing {
        names_only_what_is_there(reader, &empty(kind), &record)?;
    }
    let behind = after.and_then(|key| reader.briefing.locate(key)).filter(|(found, _)| *found == kind);
    let index = behind.map_or(reader.briefing.count(kind), |(_, index)| index + 1);
    let key = reader.briefing.keys.upcoming();
    let slot = reader.briefing.slot(kind, index);
    let title = reader.title(&record);
    let label = if title.starts_with("New ") { title } else { format!("New {}: {title}", kind.noun()) };
    Ok((Change { label, edits: vec![Edit::Insert { key, slot, record }], focus: Some((key, "id")) }, key))
}

/// Makes a new record and, in the same step, a change that names it.
///
/// # Errors
/// As [`insert`], and whatever `change_of` refuses; it is given the briefing in which the new record stands, and its id.
pub fn with_new(
    reader: &Reader,
    record: &AnyRecord,
    change_of: impl FnOnce(&Reader, &Id) -> Result<Change, Refusal>,
) -> Result<Change, Refusal> {
    let (first, key) = insert(reader, record, None)?;
    let mut briefing = reader.briefing.clone();
    apply_all(&first.edits, &mut briefing).ok_or(Refusal::Gone)?;
    let index = Index::build(&briefing);
    let with_it = Reader::new(&briefing, &index);
    let id = with_it.record(key).map(|record| record.id().clone()).ok_or(Refusal::Gone)?;
    let second = change_of(&with_it, &id)?;
    let focus = second.focus;
    Ok(Change { focus, ..first.and(second) })
}

/// A record of a kind in which nothing is said.
pub(super) fn empty(kind: RecordKind) -> AnyRecord {
    use std::sync::Arc;
    match kind {
        RecordKind::Source => AnyRecord::Source(Arc::default()),
        RecordKind::Actor => AnyRecord::Actor(Arc::default()),
        RecordKind::Role => AnyRecord::Role(Arc::default()),
        RecordKind::Visit => AnyRecord::Visit(Arc::default()),
        RecordKind::Statement => AnyRecord::Statement(Arc::default()),
        RecordKind::Relation => AnyRecord::Relation(Arc::default()),
        RecordKind::Judgement => AnyRecord::Judgement(Arc::default()),
        RecordKind::Conflict => AnyRecord::Conflict(Arc::default()),
    }
}
