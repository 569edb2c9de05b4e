//! Records that they deleted.

use std::collections::BTreeSet;

use super::merger::Merger;
use crate::edit::change::{DELETED, WHOLE_RECORD};
use crate::model::{AnyRecord, Id, Key, Node, RecordKind};

impl Merger {
    /// What they deleted goes, unless we changed it or something that stays names it.
    pub(super) fn merge_deleted(&mut self) {
        let mut going: Vec<(Key, AnyRecord)> = Vec::new();
        for &kind in RecordKind::ALL {
            let [(base, order), _, (theirs, _)] = self.by_name(kind);
            let (ours, _) = self.result_by_name(kind);
            for name in order.iter().filter(|name| !theirs.contains_key(*name)) {
                let (Some((before, was)), Some((key, own))) = (base.get(name), ours.get(name)) else { continue };
                let is_said_of = self.remarks.said_by_us(*key, *before).is_some();
                if own == was && !is_said_of && !self.renamed.contains(&name.0) {
                    going.push((*key, was.clone()));
                } else {
                    self.keep_deleted(was);
                }
            }
        }
        loop {
            let goes: BTreeSet<Key> = going.iter().map(|(key, _)| *key).collect();
            let staying = self.result.all_records().filter(|(key, _)| !goes.contains(key));
            let mut named: BTreeSet<Id> = staying
                .flat_map(|(_, record)| {
                    record.references().iter().map(|named| named.target.clone()).collect::<Vec<_>>()
                })
                .collect();
            let of_header = self.result.header.references().filter(|(field, _)| *field != "merges");
            named.extend(of_header.map(|(_, id)| id.clone()));
            let is_named = |key: Key, record: &AnyRecord| {
                named.contains(record.id()) && self.result.key_of_id(record.id()) == Some(key)
            };
            let (kept, rest): (Vec<_>, Vec<_>) = going.into_iter().partition(|(key, record)| is_named(*key, record));
            going = rest;
            if kept.is_empty() {
                break;
            }
            for (_, record) in &kept {
                self.keep_deleted(record);
            }
        }
        for (key, _) in going {
            self.result.take_record(key);
        }
    }

    fn keep_deleted(&mut self, was: &AnyRecord) {
        let whole = Node::Struct(was.field_nodes());
        self.open(&was.id().clone(), WHOLE_RECORD, Some(&whole), DELETED.to_owned());
    }
}
