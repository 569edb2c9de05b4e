//! Three copies of a briefing made into one.

use super::items::joined;
use super::matching::matched;
use super::names::{NameOf, OpenId, by_name_of, names};
use super::newcomers::{Newcomer, places};
use super::remarks::Remarks;
use crate::edit::change::WHOLE_RECORD;
use crate::edit::difference::{Name, changed_fields};
use crate::edit::value::{Fields, record_of};
use crate::model::{AnyRecord, Briefing, Header, Id, Key, Merge, Node, NodeFields as _, RecordKind};
use crate::ron_text::{KeysMet, inline};
use crate::store;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

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

pub(super) struct Merger {
    pub(super) base: Briefing,
    pub(super) ours: Briefing,
    pub(super) theirs: Briefing,
    pub(super) result: Briefing,
    /// The names of the records of base, ours and theirs.
    names: [NameOf; 3],
    /// As they are in the result.
    result_names: NameOf,
    open: Vec<Merge>,
    /// What is open, to tell whether it is told already.
    told: BTreeSet<(Id, String, String, String)>,
    /// The ids that the result has, those that will come from them included.
    there: BTreeSet<Id>,
    /// The ids that they have.
    their_ids: BTreeSet<Id>,
    /// The ids that we gave to records.
    pub(super) renamed: BTreeSet<Id>,
    /// The ids that they gave to records which we deleted, each with the one before.
    renamed_gone: BTreeMap<Id, Id>,
    /// The ids of records that a side may have replaced by others.
    in_doubt: BTreeSet<Id>,
    /// The records that both added and tell differently: nothing of theirs is put into ours.
    apart: BTreeSet<Name>,
    /// The records that have comments, where the texts are known.
    pub(super) remarks: Remarks,
}

pub(super) fn ids_of(briefing: &Briefing) -> BTreeSet<Id> {
    briefing.all_records().map(|(_, record)| record.id().clone()).collect()
}

/// Records by their names, and the names in the order of the file.
pub(super) type ByName = (BTreeMap<Name, (Key, AnyRecord)>, Vec<Name>);

/// A field, its value before and its value now.
pub(super) type Change = (String, Option<Node>, Option<Node>);

/// The fields of a record, or of the header, with changes of the other side; `None` where one of them has to be asked
/// about.
pub(super) fn taken(own: &Fields, changes: &[Change]) -> Option<Fields> {
    let mut fields: Vec<Option<(Cow<'static, str>, Node)>> = own.iter().cloned().map(Some).collect();
    let places: HashMap<&str, usize> =
        own.iter().enumerate().map(|(place, (name, _))| (name.as_ref(), place)).collect();
    for (name, old, new) in changes {
        let place = places.get(name.as_str()).copied();
        let is = place.and_then(|place| own.get(place)).map(|(_, value)| value);
        if is == new.as_ref() {
            continue;
        }
        let value = if is == old.as_ref() { new.clone() } else { joined(name, old.as_ref(), is, new.as_ref())? };
        let field = value.map(|value| (name.clone().into(), value));
        match place.and_then(|place| fields.get_mut(place)) {
            Some(entry) => *entry = field,
            None => fields.push(field),
        }
    }
    Some(fields.into_iter().flatten().collect())
}

pub(super) fn printed(value: Option<&Node>) -> String {
    value.map(inline).unwrap_or_default()
}

impl Merger {
    pub(super) fn new(base: &Briefing, ours: &Briefing, theirs: &Briefing, remarks: Remarks) -> Self {
        Self {
            base: base.clone(),
            theirs: theirs.clone(),
            result: ours.clone(),
            ours: ours.clone(),
            names: <[NameOf; 3]>::default(),
            result_names: NameOf::new(),
            open: Vec::new(),
            told: BTreeSet::new(),
            there: BTreeSet::new(),
            their_ids: BTreeSet::new(),
            renamed: BTreeSet::new(),
            renamed_gone: BTreeMap::new(),
            in_doubt: BTreeSet::new(),
            apart: BTreeSet::new(),
            remarks,
        }
    }

    pub(super) fn merged(mut self) -> Merged {
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

    /// The records of a kind in base, ours and theirs, by name, with the order of each.
    pub(super) fn by_name(&self, kind: RecordKind) -> [ByName; 3] {
        let [base, ours, theirs] = &self.names;
        [(&self.base, base), (&self.ours, ours), (&self.theirs, theirs)]
            .map(|(copy, names)| by_name_of(copy, names, kind))
    }

    /// The records of a kind in the result.
    pub(super) fn result_by_name(&self, kind: RecordKind) -> ByName {
        by_name_of(&self.result, &self.result_names, kind)
    }

    /// Which records of the base and of theirs those of the result are; all copies call them by one name now.
    fn keys_met(&self) -> KeysMet {
        let mut met = KeysMet::default();
        for &kind in RecordKind::ALL {
            let [(base, _), (ours, _), (theirs, _)] = self.by_name(kind);
            for (name, (key, _)) in self.result_by_name(kind).0 {
                met.base.extend(base.get(&name).map(|(was, _)| (key, *was)));
                let is_asked =
                    self.apart.contains(&name) || self.is_asked_about(&name.0, base.get(&name), ours.get(&name));
                let theirs = theirs.get(&name).filter(|_| !is_asked);
                met.theirs.extend(theirs.map(|(their, _)| (key, *their)));
            }
        }
        met
    }

    pub(super) fn open(&mut self, record: &Id, field: &str, base: Option<&Node>, theirs: String) {
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
        self.their_ids = ids_of(&self.theirs);
        for OpenId { record, base, theirs } in &names.open {
            let text = |id: &Id| Node::Text(id.to_string());
            self.open(record, "id", base.as_ref().map(text).as_ref(), printed(Some(&text(theirs))));
        }
        (self.renamed, self.renamed_gone, self.in_doubt) = (names.renamed, names.renamed_gone, names.in_doubt);
        self.result_names.clone_from(&names.ours);
        self.names = [names.base, names.ours, names.theirs];
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
        let found = |id: &Id| self.their_ids.contains(id);
        record.references().iter().any(|named| !self.there.contains(named.target) && found(named.target))
    }

    /// As [`Self::breaks`], for the header; what was left open may be about a record that went.
    fn header_breaks(&self, header: &Header) -> bool {
        let mut named = header.references().filter(|(field, _)| *field != "merges");
        named.any(|(_, id)| !self.there.contains(id) && self.their_ids.contains(id))
    }

    fn merge_changed(&mut self, kind: RecordKind) {
        let [(base, order), _, (theirs, _)] = self.by_name(kind);
        let (ours, _) = self.result_by_name(kind);
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
            let is_asked = self.is_asked_about(&name.0, base.get(&name), ours.get(&name));
            let changes = changed_fields(&was.field_nodes(), &is.field_nodes());
            if is_asked {
                for (field, old, new) in changes {
                    self.ask_about(*key, &name.0, &field, old.as_ref(), new);
                }
            } else {
                self.take_fields(*key, &name.0, changes);
            }
        }
    }

    /// Whether a record may be another than the one of its id, and we changed it: then nothing of theirs is put into it.
    fn is_asked_about(&self, id: &Id, base: Option<&(Key, AnyRecord)>, ours: Option<&(Key, AnyRecord)>) -> bool {
        let (Some((was_key, was)), Some((key, own))) = (base, ours) else { return false };
        let is_changed = || own != was || self.remarks.said_by_us(*key, *was_key).is_some();
        self.in_doubt.contains(id) && is_changed()
    }

    /// Leaves a field open of a record that may be another than the one they changed.
    fn ask_about(&mut self, key: Key, id: &Id, field: &str, old: Option<&Node>, new: Option<Node>) {
        let own = self.result.record(key).and_then(|record| record.any_field_node(field));
        if own != new {
            self.open(id, field, old, printed(new.as_ref()));
        }
    }

    /// Takes what they changed in a record's fields; all at once where that can be.
    fn take_fields(&mut self, key: Key, id: &Id, changes: Vec<Change>) {
        let Some(record) = self.result.record(key) else { return };
        let taken = taken(&record.field_nodes(), &changes);
        let whole = taken.and_then(|fields| record_of(record.kind(), fields).ok());
        match whole.filter(|changed| !self.breaks(changed)) {
            Some(changed) => {
                self.result.set_record(key, changed);
            }
            None => {
                for change in changes {
                    self.take_field(key, id, change);
                }
            }
        }
    }

    /// Takes one field. The others stay in their order, those that Dateline does not know too.
    fn take_field(&mut self, key: Key, id: &Id, change: Change) {
        let Some(record) = self.result.record(key) else { return };
        if record.any_field_node(&change.0) == change.2 {
            return;
        }
        let taken = taken(&record.field_nodes(), std::slice::from_ref(&change));
        let changed = taken.and_then(|fields| record_of(record.kind(), fields).ok());
        let (field, old, new) = change;
        match changed.filter(|changed| !self.breaks(changed)) {
            Some(changed) => {
                self.result.set_record(key, changed);
            }
            None => self.open(id, &field, old.as_ref(), printed(new.as_ref())),
        }
    }

    fn merge_added(&mut self, kind: RecordKind) {
        let [(base, _), _, (theirs, their_order)] = self.by_name(kind);
        let (ours, order) = self.result_by_name(kind);
        let mut newcomers: Vec<Newcomer> = Vec::new();
        let mut before: Option<Name> = None;
        for name in their_order {
            let Some((_, record)) = theirs.get(&name) else { continue };
            match ours.get(&name) {
                _ if base.contains_key(&name) => {}
                // Both added a record of this id.
                Some((key, own)) => self.take_twin(*key, own, &name, record),
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
            self.result_names.insert(key, name);
        }
    }

    /// Takes what they say of a record that both added; where the two do not agree nothing is taken without being asked.
    fn take_twin(&mut self, key: Key, own: &AnyRecord, name: &Name, their: &AnyRecord) {
        let changes = changed_fields(&own.field_nodes(), &their.field_nodes()).into_iter();
        // What only we say of it stays.
        let changes: Vec<Change> =
            changes.filter(|(_, _, new)| new.is_some()).map(|(field, _, new)| (field, None, new)).collect();
        if taken(&own.field_nodes(), &changes).is_some() {
            self.take_fields(key, &name.0, changes);
            return;
        }
        self.apart.insert(name.clone());
        for (field, old, new) in changes {
            self.ask_about(key, &name.0, &field, old.as_ref(), new);
        }
    }

    fn merge_header(&mut self) {
        let changes = changed_fields(&self.base.header.field_nodes(), &self.theirs.header.field_nodes());
        let whole = taken(&self.result.header.field_nodes(), &changes);
        let whole = whole.and_then(|fields| store::read_header(&inline(&Node::Struct(fields))).ok());
        if let Some(header) = whole.filter(|header| !self.header_breaks(header)) {
            self.result.header = header;
            return;
        }
        for change in changes {
            if self.result.header.any_field_node(&change.0) == change.2 {
                continue;
            }
            let fields = taken(&self.result.header.field_nodes(), std::slice::from_ref(&change));
            let changed = fields.and_then(|fields| store::read_header(&inline(&Node::Struct(fields))).ok());
            let (field, old, new) = change;
            match changed.filter(|header| !self.header_breaks(header)) {
                Some(header) => self.result.header = header,
                None => self.open(&Id::default(), &field, old.as_ref(), printed(new.as_ref())),
            }
        }
    }
}
