//! Edits as lines of a journal, and a briefing as they leave it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::step::{Edit, apply_all};
use crate::model::{AnyRecord, Briefing, Key, KeyLists, Node, NodeFields as _, RecordKind, Slot};
use crate::ron_text::inline;
use crate::store;

/// An edit as it is written: records and headers as RON, so that fields which the model does not know come along.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Logged {
    Insert { key: u64, index: usize, unreadable: usize, list: String, record: String },
    Remove { key: u64 },
    Replace { key: u64, list: String, record: String },
    Move { key: u64, index: usize, unreadable: usize },
    Arrange { list: String, keys: Vec<u64> },
    Header { header: String },
}

impl Logged {
    fn of(edit: &Edit) -> Self {
        let list = |record: &AnyRecord| record.kind().list_name().to_owned();
        let text = |record: &AnyRecord| inline(&Node::Struct(record.field_nodes()));
        match edit {
            Edit::Insert { key, slot, record } => Self::Insert {
                key: key.0,
                index: slot.index,
                unreadable: slot.unreadable,
                list: list(record),
                record: text(record),
            },
            Edit::Remove { key } => Self::Remove { key: key.0 },
            Edit::Replace { key, record } => Self::Replace { key: key.0, list: list(record), record: text(record) },
            Edit::Move { key, slot } => Self::Move { key: key.0, index: slot.index, unreadable: slot.unreadable },
            Edit::Arrange { kind, keys } => {
                Self::Arrange { list: kind.list_name().to_owned(), keys: keys.iter().map(|key| key.0).collect() }
            }
            Edit::Header(header) => Self::Header { header: inline(&Node::Struct(header.field_nodes())) },
        }
    }

    fn edit(self) -> Result<Edit, LogError> {
        Ok(match self {
            Self::Insert { key, index, unreadable, list, record } => {
                Edit::Insert { key: key_of(key)?, slot: Slot { index, unreadable }, record: read(&list, &record)? }
            }
            Self::Remove { key } => Edit::Remove { key: Key(key) },
            Self::Replace { key, list, record } => Edit::Replace { key: Key(key), record: read(&list, &record)? },
            Self::Move { key, index, unreadable } => Edit::Move { key: Key(key), slot: Slot { index, unreadable } },
            Self::Arrange { list, keys } => {
                Edit::Arrange { kind: kind_of(&list)?, keys: keys.into_iter().map(Key).collect() }
            }
            Self::Header { header } => Edit::Header(Box::new(store::read_header(&header)?)),
        })
    }
}

/// Why a line of a journal cannot be written or read.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// It is no JSON of edits.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// A record or a header in it is none.
    #[error(transparent)]
    Part(#[from] store::ReadPartError),
    /// It names a list that briefings do not have.
    #[error("there is no list `{0}`")]
    NoList(String),
    /// It has a key that no record has.
    #[error("no record has this key")]
    LastKey,
}

/// The last key of all leaves no room for one that follows.
fn key_of(key: u64) -> Result<Key, LogError> {
    if key == u64::MAX { Err(LogError::LastKey) } else { Ok(Key(key)) }
}

fn read(list: &str, record: &str) -> Result<AnyRecord, LogError> {
    Ok(store::read_record(kind_of(list)?, record)?)
}

fn kind_of(list: &str) -> Result<RecordKind, LogError> {
    RecordKind::from_list_name(list).ok_or_else(|| LogError::NoList(list.to_owned()))
}

/// Edits that were carried out at once, as one line.
///
/// # Errors
/// Where they cannot be written.
pub fn line_of(edits: &[Edit]) -> Result<String, LogError> {
    let logged: Vec<Logged> = edits.iter().map(Logged::of).collect();
    Ok(serde_json::to_string(&logged)?)
}

/// The edits of a line.
///
/// # Errors
/// What is wrong with the line.
pub fn edits_of(line: &str) -> Result<Vec<Edit>, LogError> {
    let logged: Vec<Logged> = serde_json::from_str(line)?;
    logged.into_iter().map(Logged::edit).collect()
}

/// A base after the lines of its journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Replayed {
    /// The briefing; records of the base have the keys that they have there.
    pub briefing: Briefing,
    /// How many lines were carried out, from the first; the others make no sense after these.
    pub done: usize,
}

/// Carries out the lines of a journal on its base, which was read again; `keys` are those that the lines go by. `None`
/// where the base has other lists than those keys are of.
#[must_use]
pub fn replayed<'a>(base: &Briefing, keys: &KeyLists, lines: impl IntoIterator<Item = &'a str>) -> Option<Replayed> {
    let mut briefing = base.clone();
    let names: BTreeMap<Key, Key> = briefing.take_keys(keys)?;
    let mut done = 0;
    for line in lines {
        let Ok(edits) = edits_of(line) else { break };
        if apply_all(&edits, &mut briefing).is_none() {
            break;
        }
        done += 1;
    }
    briefing.rename_keys(&names, base.keys.clone());
    Some(Replayed { briefing, done })
}
