//! New records, and copies of records; ids that nobody has yet.

use super::field::names_only_what_is_there;
use super::{Change, Refusal};
use crate::edit::step::{Edit, apply_all};
use crate::edit::value::record_with;
use crate::index::{Index, Reader, fold};
use crate::model::{AnyRecord, Id, Key, Node, RecordKind};

/// The longest id that is made from words, in bytes.
const LONGEST: usize = 40;

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
    let label = format!("New {}: {}", kind.noun(), reader.title(&record));
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

/// Puts a copy of a record behind it, under a fresh id.
///
/// # Errors
/// Where the record is no longer there.
pub fn duplicate(reader: &Reader, key: Key) -> Result<(Change, Key), Refusal> {
    let record = reader.record(key).ok_or(Refusal::Gone)?;
    let id = free(reader, record.id().as_str());
    let copy = record_with(&record, "id", Some(Node::Text(id.to_string()))).map_err(Refusal::BadValue)?;
    let (kind, index) = reader.briefing.locate(key).ok_or(Refusal::Gone)?;
    let (new, slot) = (reader.briefing.keys.upcoming(), reader.briefing.slot(kind, index + 1));
    let label = format!("Duplicate {}", reader.title(&record));
    Ok((Change { label, edits: vec![Edit::Insert { key: new, slot, record: copy }], focus: Some((new, "id")) }, new))
}

/// A record of a kind in which nothing is said.
fn empty(kind: RecordKind) -> AnyRecord {
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

/// An id for a record that nobody has: from its name, or from its kind and those whom it names.
#[must_use]
pub fn fresh_id(reader: &Reader, record: &AnyRecord) -> Id {
    let named = |id: &Id| reader.actor(id).map_or_else(|| id.to_string(), |actor| last_word(&actor.name));
    let words = match record {
        AnyRecord::Source(source) => source.publisher.clone(),
        AnyRecord::Actor(actor) => actor.name.clone(),
        AnyRecord::Role(role) => format!("r {}", named(&role.person)),
        AnyRecord::Visit(visit) => format!("v {}", visit.lead_or_first().map(named).unwrap_or_default()),
        AnyRecord::Statement(statement) => format!("s {}", named(&statement.speaker)),
        AnyRecord::Relation(relation) => {
            format!("rel {}", relation.between.iter().take(2).map(named).collect::<Vec<_>>().join(" "))
        }
        AnyRecord::Judgement(_) => "j".to_owned(),
        AnyRecord::Conflict(conflict) => format!("c {} {}", conflict.about, conflict.field),
    };
    let id = id_from(&words);
    free(reader, if id.is_empty() { record.kind().noun() } else { &id })
}

fn last_word(name: &str) -> String {
    name.split_whitespace().next_back().unwrap_or_default().to_owned()
}

/// The words as an id: folded, small letters, hyphens between; empty where no letter is left.
#[must_use]
pub fn id_from(words: &str) -> String {
    let mut id = String::new();
    for c in fold(words).chars() {
        if id.len() >= LONGEST {
            break;
        }
        match c {
            'a'..='z' => id.push(c),
            '0'..='9' if !id.is_empty() => id.push(c),
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    id.trim_end_matches('-').to_owned()
}

/// The id, with a number behind it where it is taken.
pub(super) fn free(reader: &Reader, wanted: &str) -> Id {
    let base = match wanted.rsplit_once('-') {
        Some((base, number)) if !base.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => base,
        _ => wanted,
    };
    let is_free = |id: &Id| reader.index.key_of(id).is_none();
    let plain = Id::from(wanted);
    if plain.is_well_formed() && is_free(&plain) {
        return plain;
    }
    let base = if Id::from(base).is_well_formed() { base } else { "record" };
    let numbered = (2_u64..).map(|number| Id::from(format!("{base}-{number}").as_str()));
    numbered.into_iter().find(is_free).unwrap_or_default()
}
