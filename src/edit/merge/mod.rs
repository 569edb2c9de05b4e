//! Bringing two changed copies of a briefing together, by record and field.
//!
//! What only one side changed is taken. Where both changed one field, or one deleted what the other changed, or a
//! reference would break, our side stays, and theirs is kept in the file as an open item of `merges`. Nothing of
//! either side is lost without a word.

mod items;
mod keys;
mod newcomers;
mod order;
mod rename;
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
use newcomers::{Newcomer, places};
use rename::{Naming, renames};
use texts::Remarks;
pub use texts::{COMMENT, MergedText, merge_texts};
use twins::are_two;

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
    naming: Namings,
    /// The records that have comments, where the texts are known.
    remarks: Remarks,
}

/// Who names whom in each copy, as long as records are renamed.
#[derive(Default)]
struct Namings {
    base: Naming,
    ours: Naming,
    theirs: Naming,
    result: Naming,
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
            naming: Namings::default(),
            remarks,
        }
    }

    fn merged(mut self) -> Merged {
        self.follow_renames();
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
    fn follow_renames(&mut self) {
        let own = renames(&self.base, &self.ours);
        let mut other = renames(&self.base, &self.theirs);
        for (old, new) in &own {
            self.free(new, old, &mut other);
            match other.iter().find(|(id, _)| id == old).map(|(_, theirs)| theirs.clone()) {
                Some(theirs) if theirs != *new => {
                    self.open_id(new, old, &theirs);
                    self.naming.theirs.rename(&mut self.theirs, &theirs, new);
                }
                Some(_) => {}
                None => self.naming.theirs.rename(&mut self.theirs, old, new),
            }
            self.naming.base.rename(&mut self.base, old, new);
            self.renamed.insert(new.clone());
        }
        for (old, new) in other.iter().filter(|(old, _)| !own.iter().any(|(id, _)| id == old)) {
            if self.result.key_of_id(new).is_some() {
                self.open_id(old, old, new);
                self.naming.theirs.rename(&mut self.theirs, new, old);
                continue;
            }
            if self.result.key_of_id(old).is_none() {
                // We deleted what they renamed.
                self.open_id(old, old, new);
            }
            self.naming.base.rename(&mut self.base, old, new);
            self.naming.ours.rename(&mut self.ours, old, new);
            self.naming.result.rename(&mut self.result, old, new);
        }
        self.tell_newcomers_apart();
    }

    /// Makes an id that we gave to a record free in their copy, where they gave it to another.
    fn free(&mut self, new: &Id, old: &Id, other: &mut Vec<(Id, Id)>) {
        let given = other.iter().position(|(was, is)| is == new && was != old);
        if let Some(place) = given {
            let (was, is) = other.remove(place);
            self.open_id(&was, &was, &is);
            self.naming.theirs.rename(&mut self.theirs, &is, &was);
        } else if self.theirs.key_of_id(new).is_some() && !other.iter().any(|(_, is)| is == new) {
            self.rename_newcomer(new);
        }
    }

    /// A record that they added under an id which another has comes under another id.
    fn tell_newcomers_apart(&mut self) {
        let named = |side: &Briefing| -> BTreeMap<(RecordKind, Id), AnyRecord> {
            side.all_records().map(|(_, record)| ((record.kind(), record.id().clone()), record)).collect()
        };
        let (base, ours, theirs) = (named(&self.base), named(&self.result), named(&self.theirs));
        let taken = ids_of(&self.result);
        for (named, record) in &theirs {
            let id = &named.1;
            let is_another = ours.get(named).is_none_or(|own| are_two(own, record));
            if base.contains_key(named) || !is_another || id.is_empty() || !taken.contains(id) {
                continue;
            }
            // Where a side has two records of the id itself, the check says so.
            let is_alone = |side: &Briefing| side.all_records().filter(|(_, other)| other.id() == id).count() == 1;
            if is_alone(&self.theirs) && is_alone(&self.result) {
                self.rename_newcomer(id);
            }
        }
    }

    fn rename_newcomer(&mut self, id: &Id) {
        let sides = [ids_of(&self.base), ids_of(&self.result), ids_of(&self.theirs)];
        let fresh = (2_u64..).map(|number| Id::from(format!("{id}-{number}").as_str()));
        let fresh = fresh.filter(|fresh| !sides.iter().any(|ids| ids.contains(fresh)));
        let Some(fresh) = fresh.take(1).next() else { return };
        self.naming.theirs.rename(&mut self.theirs, id, &fresh);
        self.open(&fresh, "id", None, printed(Some(&Node::Text(id.to_string()))));
    }

    fn open_id(&mut self, record: &Id, base: &Id, theirs: &Id) {
        let text = |id: &Id| Node::Text(id.to_string());
        self.open(record, "id", Some(&text(base)), printed(Some(&text(theirs))));
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
            if is_same && said.is_none() {
                continue;
            }
            let Some((key, _)) = ours.get(&name) else {
                // We deleted what they changed.
                if let Some(said) = said {
                    self.open(&name.0, WHOLE_RECORD, Some(&Node::Struct(was.field_nodes())), said);
                    continue;
                }
                let [was, is] = [was, is].map(|record| Node::Struct(record.field_nodes()));
                self.open(&name.0, WHOLE_RECORD, Some(&was), printed(Some(&is)));
                continue;
            };
            for (field, old, new) in changed_fields(&was.field_nodes(), &is.field_nodes()) {
                self.take_field(*key, &name.0, &field, old.as_ref(), new);
            }
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
