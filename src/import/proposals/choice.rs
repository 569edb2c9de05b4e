//! What a person changed of a proposal before it is accepted.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::addition::joined;
use super::reading::{Proposed, Reading};
use crate::edit::{Fields, record_of};
use crate::model::{AnyRecord, Node};

/// What a person changed of a proposal before it is accepted.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choice {
    /// The proposals that are not to come with it.
    pub off: BTreeSet<usize>,
    /// Values of fields that were chosen among those offered; they name others by their ids in the reading.
    pub values: BTreeMap<&'static str, Node>,
    /// Fields that the record lacks and that are left so.
    pub left_open: BTreeSet<&'static str>,
    /// Whether it is another one than the record of the briefing that it may be.
    pub is_another: bool,
    /// The proposals whose passages are put to it.
    pub joined: Vec<usize>,
}

impl Choice {
    /// The record that a proposal is, with what was chosen.
    #[must_use]
    pub fn drafted(&self, reading: &Reading, proposed: &Proposed) -> AnyRecord {
        let mut fields: Fields = proposed.record.field_nodes();
        for (name, value) in &self.values {
            fields.retain(|(field, _)| field != name);
            fields.push((Cow::Borrowed(*name), value.clone()));
        }
        let record = record_of(proposed.record.kind(), fields).unwrap_or_else(|_| proposed.record.clone());
        let parts = self.joined.iter().filter_map(|place| reading.proposals.get(*place));
        parts.fold(record, |whole, part| joined(&whole, &part.record))
    }
}
