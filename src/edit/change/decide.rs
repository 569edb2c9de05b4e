//! Deciding what a merge left open, as one step that takes the item away.

use super::field::set_field;
use super::plan::Change;
use super::refusal::Refusal;
use super::{Citing, delete, insert, reorder, set_header_field};
use crate::edit::fields::{field_label, header_label};
use crate::edit::step::{Edit, apply_all};
use crate::edit::value::{header_with, record_with};
use crate::index::Reader;
use crate::model::{AnyRecord, Briefing, Header, Key, Merge, Node, NodeFields as _, RecordKind};
use crate::store;

/// What stands in the end where a merge left something open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// What the record says now.
    Mine,
    /// What the other side said.
    Theirs,
    /// The items of both lists.
    Both,
}

/// The field of an item that is about a record as a whole.
pub const WHOLE_RECORD: &str = "record";
/// The field of an item that is about a record's place in its list.
pub const POSITION: &str = "position";
/// The field of an item that is about a comment which a merge found no place for.
pub const COMMENT: &str = "comment";
/// What the other side has of a record that it deleted.
pub const DELETED: &str = "deleted";

/// Decides an open item of `merges`, which then goes.
///
/// # Errors
/// Where the item is no longer there, or what is chosen would break the briefing.
pub fn decide(reader: &Reader, open: &Merge, decision: Decision) -> Result<Change, Refusal> {
    let place = reader.briefing.header.merges.iter().position(|other| other == open).ok_or(Refusal::Gone)?;
    let chosen = match decision {
        Decision::Mine => None,
        Decision::Theirs => Some(theirs(reader, open)?),
        Decision::Both => Some(both(reader, open)?),
    };
    let focus = reader.index.key_of(&open.record).map(|key| (key, "id"));
    let (edits, focus) = chosen.map_or((Vec::new(), focus), |change| (change.edits, change.focus));
    let mut briefing = reader.briefing.clone();
    apply_all(&edits, &mut briefing).ok_or(Refusal::Gone)?;
    let mut edits = edits;
    edits.extend(without(&briefing, open, place));
    Ok(Change { label: label(reader, open, decision), edits, focus })
}

/// The edit that takes an item away; none where it went with the record that it was about.
fn without(briefing: &Briefing, open: &Merge, place: usize) -> Option<Edit> {
    // A record that got another id is named by that.
    let is_it = |other: &&Merge| (&other.field, &other.base, &other.theirs) == (&open.field, &open.base, &open.theirs);
    briefing.header.merges.get(place).filter(is_it)?;
    let mut header: Header = briefing.header.clone();
    header.merges.remove(place);
    Some(Edit::Header(Box::new(header)))
}

fn label(reader: &Reader, open: &Merge, decision: Decision) -> String {
    let words = match decision {
        Decision::Mine => "Keep mine",
        Decision::Theirs => "Take theirs",
        Decision::Both => "Take both",
    };
    let record = reader.index.key_of(&open.record).and_then(|key| reader.record(key));
    let (field, title) = match &record {
        Some(record) => (field_label(record.kind(), &open.field), reader.title(record)),
        None if open.record.is_empty() => (header_label(&open.field), "the briefing".to_owned()),
        None => (open.field.clone(), open.record.to_string()),
    };
    format!("{words}: {} of {title}", field.to_lowercase())
}

fn their_value(open: &Merge) -> Option<Node> {
    (!open.theirs.is_empty()).then(|| Node::Raw(open.theirs.clone()))
}

fn theirs(reader: &Reader, open: &Merge) -> Result<Change, Refusal> {
    let key = reader.index.key_of(&open.record);
    if open.field == COMMENT {
        return Err(Refusal::NotHere("a comment is put into the file by hand"));
    }
    if open.record.is_empty() {
        return set_header_field(reader, &open.field, their_value(open));
    }
    match (open.field.as_str(), key) {
        (WHOLE_RECORD, Some(key)) if open.theirs == DELETED => delete(reader, &[key], Citing::Detach),
        (WHOLE_RECORD, None) => {
            let record = record_of(&open.theirs).ok_or(Refusal::NotHere(UNREADABLE))?;
            insert(reader, &record, None).map(|(change, _)| change)
        }
        (WHOLE_RECORD, Some(_)) => Err(Refusal::IdTaken(open.record.to_string())),
        (POSITION, Some(key)) => moved(reader, key, open),
        (field, Some(key)) => set(reader, key, field, their_value(open)),
        (_, None) => Err(Refusal::Gone),
    }
}

const UNREADABLE: &str = "what the other side had cannot be read as a record";

/// Sets a field, one that the model does not know too.
fn set(reader: &Reader, key: Key, field: &str, value: Option<Node>) -> Result<Change, Refusal> {
    let record = reader.record(key).ok_or(Refusal::Gone)?;
    if record.field_names().contains(&field) {
        return set_field(reader, key, field, value);
    }
    let record = record_with(&record, field, value).map_err(Refusal::BadValue)?;
    Ok(Change { label: String::new(), edits: vec![Edit::Replace { key, record }], focus: Some((key, "id")) })
}

/// The record that a text is of, whichever kind has just its fields.
fn record_of(text: &str) -> Option<AnyRecord> {
    let read = RecordKind::ALL.iter().filter_map(|kind| store::read_record(*kind, text).ok());
    read.min_by_key(|record| {
        let missing = record.required_names().iter().filter(|name| record.field_node(name).is_none()).count();
        record.unknown_fields().len() + missing
    })
}

/// Puts a record behind the one that it stood behind on their side.
fn moved(reader: &Reader, key: Key, open: &Merge) -> Result<Change, Refusal> {
    let words = text_of(&open.theirs).unwrap_or_default();
    let index = match words.strip_prefix("after ") {
        None => 0,
        Some(before) => {
            let before = reader.index.key_of(&before.into()).ok_or_else(|| Refusal::NoRecord(before.to_owned()))?;
            let (_, now) = reader.briefing.locate(key).ok_or(Refusal::Gone)?;
            let (_, behind) = reader.briefing.locate(before).ok_or(Refusal::Gone)?;
            if now > behind { behind + 1 } else { behind }
        }
    };
    reorder(reader, key, index)
}

/// A text out of its literal.
fn text_of(literal: &str) -> Option<String> {
    ron::from_str(literal).ok()
}

/// The items of both lists, ours first.
fn both(reader: &Reader, open: &Merge) -> Result<Change, Refusal> {
    let no_lists = || Refusal::NotHere("only the items of two lists can be taken together");
    let (own, their) = two_lists(reader, open).ok_or_else(no_lists)?;
    let mut items = own;
    for item in their {
        if !items.contains(&item) {
            items.push(item);
        }
    }
    let value = Node::list_of(items);
    match reader.index.key_of(&open.record) {
        _ if open.record.is_empty() => set_header_field(reader, &open.field, value),
        Some(key) => set(reader, key, &open.field, value),
        None => Err(Refusal::Gone),
    }
}

/// Our items and theirs, where the field is a list on both sides.
fn two_lists(reader: &Reader, open: &Merge) -> Option<(Vec<Node>, Vec<Node>)> {
    let (own, their) = if open.record.is_empty() {
        let header = &reader.briefing.header;
        let theirs = header_with(header, &open.field, their_value(open)).ok()?;
        (header.any_field_node(&open.field), theirs.any_field_node(&open.field))
    } else {
        let record = reader.record(reader.index.key_of(&open.record)?)?;
        let theirs = record_with(&record, &open.field, their_value(open)).ok()?;
        (record.any_field_node(&open.field), theirs.any_field_node(&open.field))
    };
    match (own, their) {
        (Some(Node::List(own)), Some(Node::List(their))) => Some((own, their)),
        _ => None,
    }
}

/// Which decisions an item allows.
#[must_use]
pub fn decisions(reader: &Reader, open: &Merge) -> Vec<Decision> {
    let is_there = open.record.is_empty() || reader.index.key_of(&open.record).is_some();
    let has_theirs = match open.field.as_str() {
        COMMENT => false,
        WHOLE_RECORD => is_there == (open.theirs == DELETED),
        // Another has that id; this one came under a further one.
        "id" => is_there && text_of(&open.theirs).is_some_and(|id| reader.index.key_of(&id.as_str().into()).is_none()),
        _ => is_there,
    };
    let mut decisions = vec![Decision::Mine];
    decisions.extend(has_theirs.then_some(Decision::Theirs));
    decisions.extend(two_lists(reader, open).map(|_| Decision::Both));
    decisions
}
