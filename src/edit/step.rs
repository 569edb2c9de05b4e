//! One edit, its inverse, and steps of them.

use std::collections::HashMap;

use crate::model::{AnyRecord, Briefing, Header, Key, RecordKind, Slot};

/// The smallest change of a briefing.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Puts a record into its list.
    Insert {
        /// Who it is.
        key: Key,
        /// Where.
        slot: Slot,
        /// What it says.
        record: AnyRecord,
    },
    /// Takes a record out.
    Remove {
        /// Which.
        key: Key,
    },
    /// Puts other content into a record.
    Replace {
        /// Which.
        key: Key,
        /// What it says from now on.
        record: AnyRecord,
    },
    /// Puts a record elsewhere in its list.
    Move {
        /// Which.
        key: Key,
        /// Where, counted without it.
        slot: Slot,
    },
    /// Gives the readable records of a list another order at once: what many moves would do, in one step.
    Arrange {
        /// Which list.
        kind: RecordKind,
        /// Its records in their new order.
        keys: Vec<Key>,
    },
    /// Changes what the briefing says of itself.
    Header(Box<Header>),
}

impl Edit {
    /// Carries the edit out and gives back its inverse; `None`, and nothing done, where the record is not there.
    pub(super) fn apply(self, briefing: &mut Briefing) -> Option<Self> {
        match self {
            Self::Insert { key, slot, record } => {
                if briefing.locate(key).is_some() {
                    return None;
                }
                briefing.put_record(slot, key, record);
                Some(Self::Remove { key })
            }
            Self::Remove { key } => {
                let (slot, record) = briefing.take_record(key)?;
                Some(Self::Insert { key, slot, record })
            }
            Self::Replace { key, record } => {
                let before = briefing.set_record(key, record)?;
                Some(Self::Replace { key, record: before })
            }
            Self::Move { key, slot } => {
                let (before, record) = briefing.take_record(key)?;
                briefing.put_record(slot, key, record);
                Some(Self::Move { key, slot: before })
            }
            Self::Arrange { kind, keys } => {
                let before: Vec<Key> = briefing.records(kind).map(|(key, _)| key).collect();
                let mut records: HashMap<Key, AnyRecord> = briefing.records(kind).collect();
                let ordered: Vec<(Key, AnyRecord)> =
                    keys.iter().filter_map(|key| Some((*key, records.remove(key)?))).collect();
                if !records.is_empty() || ordered.len() != keys.len() {
                    return None;
                }
                briefing.set_records(ordered);
                Some(Self::Arrange { kind, keys: before })
            }
            Self::Header(header) => {
                let before = std::mem::replace(&mut briefing.header, *header);
                Some(Self::Header(Box::new(before)))
            }
        }
    }

    /// The record it is about; `None` for the header, and for a whole list.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        match self {
            Self::Insert { key, .. } | Self::Remove { key } | Self::Replace { key, .. } | Self::Move { key, .. } => {
                Some(*key)
            }
            Self::Arrange { .. } | Self::Header(_) => None,
        }
    }

    /// The kind of the record it puts, where it puts one.
    #[must_use]
    pub fn kind(&self) -> Option<RecordKind> {
        match self {
            Self::Insert { record, .. } | Self::Replace { record, .. } => Some(record.kind()),
            _ => None,
        }
    }
}

/// What is undone and done again at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What it did, as a person says it: `Change date of Li Xiaoxin to Belgrade`.
    pub label: String,
    /// What to do, in order, to do it.
    pub(super) forward: Vec<Edit>,
    /// What to do, in order, to undo it.
    pub(super) backward: Vec<Edit>,
    /// The record to look at when it is done or undone, with its field.
    pub focus: Option<(Key, &'static str)>,
}

/// Carries edits out, all or none; gives back what undoes them, in the order in which to do so.
pub(super) fn apply_all(edits: &[Edit], briefing: &mut Briefing) -> Option<Vec<Edit>> {
    let before = briefing.clone();
    let mut inverses = Vec::with_capacity(edits.len());
    for edit in edits {
        match edit.clone().apply(briefing) {
            Some(inverse) => inverses.push(inverse),
            None => {
                *briefing = before;
                return None;
            }
        }
    }
    inverses.reverse();
    Some(inverses)
}
