//! Who names whom: the references of a briefing turned round.

use std::collections::HashMap;

use super::by_id::ById;
use crate::model::{Briefing, Key, RecordKind};

/// A record that names another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackLink {
    /// The record that names it.
    pub from: Key,
    /// Its kind.
    pub kind: RecordKind,
    /// The field in which it does.
    pub field: &'static str,
}

/// For each record those that name it.
#[derive(Debug, Default)]
pub(super) struct Links {
    to: HashMap<Key, Vec<BackLink>>,
}

impl Links {
    /// Every id leads to the first record that has it.
    pub(super) fn build(briefing: &Briefing, by_id: &ById) -> Self {
        let mut links = Self::default();
        for (from, record) in briefing.all_records() {
            for reference in record.references() {
                let Some(target) = by_id.first(reference.target) else { continue };
                let link = BackLink { from, kind: record.kind(), field: reference.field };
                let known = links.to.entry(target).or_default();
                if known.last() != Some(&link) {
                    known.push(link);
                }
            }
        }
        // Most records are named a few times, and lists that grow keep room for more.
        links.to.values_mut().for_each(Vec::shrink_to_fit);
        links
    }

    pub(super) fn to(&self, key: Key) -> &[BackLink] {
        self.to.get(&key).map_or(&[], Vec::as_slice)
    }
}
