//! Bringing two changed copies of a briefing together, by record and field.
//!
//! What only one side changed is taken. Where both changed one field, or one deleted what the other changed, or a
//! reference would break, our side stays, and theirs is kept in the file as an open item of `merges`. Nothing of
//! either side is lost without a word.

mod items;
mod keys;
mod matching;
mod names;
mod newcomers;
mod order;
#[cfg(test)]
mod tests;
mod texts;
mod twins;

use std::collections::{BTreeMap, BTreeSet};

use super::change::{DELETED, WHOLE_RECORD};
use super::difference::{Name, by_name, changed_fields};
use super::value::{header_with, record_with};
use crate::model::{AnyRecord, Briefing, Header, Id, Key, Merge, Node, NodeFields as _, RecordKind};
use crate::ron_text::{KeysMet, inline};
use items::joined;
pub use keys::{keys_met, with_keys_of};
use matching::matched;
use names::{OpenId, names};
use newcomers::{Newcomer, places};
use texts::Remarks;
pub use texts::{COMMENT, MergedText, merge_texts};

/// What came of a merge.
#[derive(Debug, Clone)]
pub struct Merged {
    /// Our side with theirs in it; its header holds what is open.
    pub briefing: Briefing,
    /// What a person has to decide, also in the header.
    pub open: Vec<Merge>,
    /// Which records of the base and of theirs its records are.
    pub met: KeysMet,
}

/// Merges two copies that come from one base.
#[must_use]
pub fn three_way(base: &Briefing, ours: &Briefing, theirs: &Briefing) -> Merged {
    Merger::new(base, ours, theirs, Remarks::default()).merged()
}

struct Merger {
    base: Briefing,
    ours: Briefing,
    theirs: Briefing,
    result: Briefing,
    open: Vec<Merge>,
    /// What is open, to tell whether it is told already.
    told: BTreeSet<(Id, String, String, String)>,
    /// The ids that the result has, those that will come from them included.
    there: BTreeSet<Id>,
    /// The ids that we gave to records.
    renamed: BTreeSet<Id>,
    /// The ids that they gave to records which we deleted, each with the one before.
    renamed_gone: BTreeMap<Id, Id>,
    /// The ids of records that a side may have replaced by others.
    in_doubt: BTreeSet<Id>,
    /// The records that have comments, where the texts are known.
    remarks: Remarks,
}

fn ids_of(briefing: &Briefing) -> BTreeSet<Id> {
    briefing.all_records().map(|(_, record)| record.id().clone()).collect()
}

fn printed(value: Option<&Node>) -> String {
    value.map(inline).unwrap_or_default()
}

impl Merger {
    fn new(base: &Briefing, ours: &Briefing, theirs: &Briefing, remarks: Remarks) -> Self {
        Self {
            base: base.clone(),
            theirs: theirs.clone(),
            result: ours.clone(),
            ours: ours.clone(),
            open: Vec::new(),
            told: BTreeSet::new(),
            there: BTreeSet::new(),
            renamed: BTreeSet::new(),
            renamed_gone: BTreeMap::new(),
            in_doubt: BTreeSet::new(),
            remarks,
        }
    }

    fn merged(mut self) -> Merged {
        self.name_alike();
        self.plan_additions();
        for &kind in RecordKind::ALL {
            self.merge_changed(kind);
            self.merge_added(kind);
        }
        self.merge_header();
        self.merge_deleted();
        for &kind in RecordKind::ALL {
            self.merge_order(kind);
        }
        let met = self.keys_met();
        let mut briefing = self.result;
        // What was open before is few.
        let before = briefing.header.merges.clone();
        let new = self.open.iter().filter(|open| !before.contains(open)).cloned();
        briefing.header.merges.extend(new);
        Merged { briefing, open: self.open, met }
    }

    /// Which records of the base and of theirs those of the result are; all copies call them by one name now.
    fn keys_met(&self) -> KeysMet {
        let mut met = KeysMet::default();
        for &kind in RecordKind::ALL {
            let [base, theirs] = [&self.base, &self.theirs].map(|side| by_name(side, kind).0);
            for (name, (key, _)) in by_name(&self.result, kind).0 {
                met.base.extend(base.get(&name).map(|(was, _)| (key, *was)));
                met.theirs.extend(theirs.get(&name).map(|(their, _)| (key, *their)));
            }
        }
        met
    }

    fn open(&mut self, record: &Id, field: &str, base: Option<&Node>, theirs: String) {
        let base = printed(base);
        if self.told.insert((record.clone(), field.to_owned(), base.clone(), theirs.clone())) {
            let (record, field) = (record.clone(), field.to_owned());
            self.open.push(Merge { record, field, base, theirs, ..Merge::default() });
        }
    }

    /// All copies call a record by one id before they are compared.
    fn name_alike(&mut self) {
        let (own, their) = (matched(&self.base, &self.ours), matched(&self.base, &self.theirs));
        let names = names([&self.base, &self.ours, &self.theirs], &own, &their);
        names.give([&mut self.base, &mut self.ours, &mut self.theirs]);
        self.result = self.ours.clone();
        for OpenId { record, base, theirs } in &names.open {
            let text = |id: &Id| Node::Text(id.to_string());
            self.open(record, "id", base.as_ref().map(text).as_ref(), printed(Some(&text(theirs))));
        }
        (self.renamed, self.renamed_gone, self.in_doubt) = (names.renamed, names.renamed_gone, names.in_doubt);
    }

    /// What they added will be there, and may be named, unless it names what will not be there.
    fn plan_additions(&mut self) {
        self.there = ids_of(&self.result);
        let before = ids_of(&self.base);
        let ours = self.there.clone();
        let added: Vec<AnyRecord> = self.theirs.all_records().map(|(_, record)| record).collect();
        let mut added: Vec<AnyRecord> =
            added.into_iter().filter(|record| !before.contains(record.id()) && !ours.contains(record.id())).collect();
        self.there.extend(added.iter().map(|record| record.id().clone()));
        loop {
            let (blocked, rest): (Vec<_>, Vec<_>) = added.into_iter().partition(|record| self.breaks(record));
            added = rest;
            if blocked.is_empty() {
                break;
            }
            for record in blocked {
                self.there.remove(record.id());
            }
        }
    }

    /// Whether a record names one that will not be there, but was on their side.
    fn breaks(&self, record: &AnyRecord) -> bool {
        let found = |id: &Id| self.theirs.key_of_id(id).is_some();
        record.references().iter().any(|named| !self.there.contains(named.target) && found(named.target))
    }

    /// As [`Self::breaks`], for the header; what was left open may be about a record that went.
    fn header_breaks(&self, header: &Header) -> bool {
        let mut named = header.references().filter(|(field, _)| *field != "merges");
        named.any(|(_, id)| !self.there.contains(id) && self.theirs.key_of_id(id).is_some())
    }

    fn merge_changed(&mut self, kind: RecordKind) {
        let (base, order) = by_name(&self.base, kind);
        let (ours, _) = by_name(&self.result, kind);
        let (theirs, _) = by_name(&self.theirs, kind);
        for name in order {
            let (Some((key, was)), Some((their, is))) = (base.get(&name), theirs.get(&name)) else { continue };
            let is_same = was.is_same_as(is) || was == is;
            // A comment changes a record too, where it would go with it.
            let said = self.remarks.said_by_them(*their, *key).filter(|_| !ours.contains_key(&name)).map(str::to_owned);
            let renamed = self.renamed_gone.get(&name.0).filter(|_| !ours.contains_key(&name));
            if is_same && said.is_none() && renamed.is_none() {
                continue;
            }
            let Some((key, _)) = ours.get(&name) else {
                // We deleted what they changed.
                let was = renamed.map_or_else(|| was.clone(), |id| was.clone().with_id(id.clone()));
                let [was, is] = [&was, is].map(|record| Node::Struct(record.field_nodes()));
                self.open(&name.0, WHOLE_RECORD, Some(&was), said.unwrap_or_else(|| printed(Some(&is))));
                continue;
            };
            let is_asked = self.in_doubt.contains(&name.0) && ours.get(&name).is_some_and(|(_, own)| own != was);
            for (field, old, new) in changed_fields(&was.field_nodes(), &is.field_nodes()) {
                if is_asked {
                    self.ask_about(*key, &name.0, &field, old.as_ref(), new);
                    continue;
                }
                self.take_field(*key, &name.0, &field, old.as_ref(), new);
            }
        }
    }

    /// Leaves a field open of a record that may be another than the one they changed.
    fn ask_about(&mut self, key: Key, id: &Id, field: &str, old: Option<&Node>, new: Option<Node>) {
        let own = self.result.record(key).and_then(|record| record.field_node(field));
        if own != new {
            self.open(id, field, old, printed(new.as_ref()));
        }
    }

    fn take_field(&mut self, key: Key, id: &Id, field: &str, old: Option<&Node>, new: Option<Node>) {
        let Some(record) = self.result.record(key) else { return };
        let own = record.field_node(field);
        if own == new {
            return;
        }
        let taken =
            if own.as_ref() == old { Some(new.clone()) } else { joined(field, old, own.as_ref(), new.as_ref()) };
        let changed = taken.and_then(|value| record_with(&record, field, value).ok());
        match changed.filter(|changed| !self.breaks(changed)) {
            Some(changed) => {
                self.result.set_record(key, changed);
            }
            None => self.open(id, field, old, printed(new.as_ref())),
        }
    }

    fn merge_added(&mut self, kind: RecordKind) {
        let (base, _) = by_name(&self.base, kind);
        let (ours, order) = by_name(&self.result, kind);
        let (theirs, their_order) = by_name(&self.theirs, kind);
        let mut newcomers: Vec<Newcomer> = Vec::new();
        let mut before: Option<Name> = None;
        for name in their_order {
            let Some((_, record)) = theirs.get(&name) else { continue };
            match ours.get(&name) {
                _ if base.contains_key(&name) => {}
                // Both added a record of this id.
                Some((key, own)) => {
                    for (field, _, new) in changed_fields(&own.field_nodes(), &record.field_nodes()) {
                        // What only we say of it stays.
                        if new.is_some() {
                            self.take_field(*key, &name.0, &field, None, new);
                        }
                    }
                }
                None if self.breaks(record) => {
                    let whole = Node::Struct(record.field_nodes());
                    self.open(&name.0, WHOLE_RECORD, None, printed(Some(&whole)));
                }
                None => newcomers.push((before, name.clone())),
            }
            before = Some(name);
        }
        for (place, name) in places(&order, &newcomers) {
            let Some((_, record)) = theirs.get(&name) else { continue };
            let slot = self.result.slot(kind, place);
            let key = self.result.keys.next_key();
            self.result.put_record(slot, key, record.clone());
        }
    }

    /// What they deleted goes, unless we changed it or something that stays names it.
    fn merge_deleted(&mut self) {
        let mut going: Vec<(Key, AnyRecord)> = Vec::new();
        for &kind in RecordKind::ALL {
            let (base, order) = by_name(&self.base, kind);
            let (theirs, _) = by_name(&self.theirs, kind);
            let (ours, _) = by_name(&self.result, kind);
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

    fn merge_header(&mut self) {
        for (field, old, new) in changed_fields(&self.base.header.field_nodes(), &self.theirs.header.field_nodes()) {
            let own = self.result.header.field_node(&field);
            if own == new {
                continue;
            }
            let taken =
                if own == old { Some(new.clone()) } else { joined(&field, old.as_ref(), own.as_ref(), new.as_ref()) };
            let changed = taken.and_then(|value| header_with(&self.result.header, &field, value).ok());
            match changed.filter(|header| !self.header_breaks(header)) {
                Some(header) => self.result.header = header,
                None => self.open(&Id::default(), &field, old.as_ref(), printed(new.as_ref())),
            }
        }
    }
}
