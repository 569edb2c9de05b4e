//! What a merge left open, side by side: what it was before, what the record says, what the other side said.

use super::visible;
use crate::edit::change::{COMMENT, DELETED, Decision, POSITION, WHOLE_RECORD, decisions};
use crate::edit::fields::{field_label, header_label};
use crate::index::Reader;
use crate::model::{AnyRecord, Key, Merge, Node, NodeFields as _};
use crate::ron_text::inline;

/// The most of a value that is shown, in characters.
const MOST_CHARS: usize = 1_000;

/// An open item as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenMerge {
    /// The item.
    pub merge: Merge,
    /// The record that it is about, where that is there.
    pub key: Option<Key>,
    /// What the record is called.
    pub title: String,
    /// What the field is called.
    pub field: String,
    /// What stood there before either side changed it.
    pub base: String,
    /// What stands there now.
    pub mine: String,
    /// What the other side put there.
    pub theirs: String,
    /// What may be chosen.
    pub decisions: Vec<Decision>,
}

/// What merges left open in a briefing, in the order of the file.
#[must_use]
pub fn open_merges(reader: &Reader) -> Vec<OpenMerge> {
    reader.briefing.header.merges.iter().map(|merge| open_merge(reader, merge)).collect()
}

fn open_merge(reader: &Reader, merge: &Merge) -> OpenMerge {
    let key = reader.index.key_of(&merge.record);
    let record = key.and_then(|key| reader.record(key));
    let title = match &record {
        Some(record) => reader.title(record),
        None if merge.record.is_empty() => "The briefing".to_owned(),
        None => merge.record.to_string(),
    };
    let (base, theirs) = (words_of(&merge.base), words_of(&merge.theirs));
    let (field, mine, theirs) = match (merge.field.as_str(), &record) {
        (WHOLE_RECORD, record) => {
            let mine = record.as_ref().map_or_else(|| "Not there".to_owned(), whole);
            let theirs = if merge.theirs == DELETED { "Deleted".to_owned() } else { theirs };
            ("Whole record".to_owned(), mine, theirs)
        }
        (COMMENT, _) => ("Comment".to_owned(), "Not in the text".to_owned(), theirs),
        (POSITION, _) => {
            ("Place in its list".to_owned(), key.map_or_else(String::new, |key| place(reader, key)), theirs)
        }
        (name, Some(record)) => (field_label(record.kind(), name), words(record.any_field_node(name).as_ref()), theirs),
        (name, None) if merge.record.is_empty() => {
            (header_label(name), words(reader.briefing.header.any_field_node(name).as_ref()), theirs)
        }
        (name, None) => (name.replace('_', " "), "The record is not there".to_owned(), theirs),
    };
    OpenMerge {
        merge: merge.clone(),
        key,
        title: visible(&title).into_owned(),
        field,
        base,
        mine,
        theirs,
        decisions: decisions(reader, merge),
    }
}

fn whole(record: &AnyRecord) -> String {
    shortened(&inline(&Node::Struct(record.field_nodes())))
}

fn place(reader: &Reader, key: Key) -> String {
    let behind = reader
        .briefing
        .locate(key)
        .and_then(|(kind, index)| index.checked_sub(1).and_then(|before| reader.briefing.record_at(kind, before)));
    behind.map_or_else(|| "first".to_owned(), |(_, record)| format!("after {}", record.id()))
}

/// A value as a person reads it: a text without its quotation marks.
fn words(node: Option<&Node>) -> String {
    match node {
        None => "Nothing".to_owned(),
        Some(Node::Text(text)) => shortened(text),
        Some(node) => shortened(&inline(node)),
    }
}

/// As [`words`], of a value that is kept as RON.
fn words_of(text: &str) -> String {
    if text.is_empty() {
        return "Nothing".to_owned();
    }
    ron::from_str::<String>(text).map_or_else(|_| shortened(text), |text| shortened(&text))
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(MOST_CHARS).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    visible(&short).into_owned()
}
