//! Bringing two changed copies of a briefing together, by record and field.
//!
//! What only one side changed is taken. Where both changed one field, or one deleted what the other changed, or a
//! reference would break, our side stays, and theirs is kept in the file as an open item of `merges`. Nothing of
//! either side is lost without a word.

use std::collections::BTreeSet;

use super::difference::{Name, by_name, changed_fields};
use super::value::{header_with, record_with};
use crate::model::{AnyRecord, Briefing, Fate, Id, Key, Merge, Node, NodeFields as _, RecordKind};
use crate::ron_text::inline;

/// What came of a merge.
#[derive(Debug, Clone)]
pub struct Merged {
    /// Our side with theirs in it; its header holds what is open.
    pub briefing: Briefing,
    /// What a person has to decide, also in the header.
    pub open: Vec<Merge>,
}

/// Fields whose order carries meaning, and which are not merged item by item.
const ORDERED: [&str; 4] = ["content", "text", "sides", "excerpts"];
/// A record that went and one that came are one under another id where at least this share of their fields agrees.
const ALIKE: (usize, usize) = (7, 10);

/// Merges two copies that come from one base.
#[must_use]
pub fn three_way(base: &Briefing, ours: &Briefing, theirs: &Briefing) -> Merged {
    let mut merger = Merger {
        base: base.clone(),
        theirs: theirs.clone(),
        result: ours.clone(),
        ours: ours.clone(),
        open: Vec::new(),
        there: BTreeSet::new(),
    };
    merger.follow_renames();
    merger.there = merger.result.all_records().map(|(_, record)| record.id().clone()).collect();
    merger.plan_additions();
    for &kind in RecordKind::ALL {
        merger.merge_changed(kind);
        merger.merge_added(kind);
    }
    merger.merge_deleted();
    merger.merge_header();
    let mut briefing = merger.result;
    for open in &merger.open {
        if !briefing.header.merges.contains(open) {
            briefing.header.merges.push(open.clone());
        }
    }
    Merged { briefing, open: merger.open }
}

/// A copy whose records have the keys of those that they meet in another; the others get keys that it does not have.
#[must_use]
pub fn with_keys_of(copy: &Briefing, other: &Briefing) -> Briefing {
    let mut keyed = Briefing { header: copy.header.clone(), keys: other.keys.clone(), ..Briefing::default() };
    for &kind in RecordKind::ALL {
        let (records, order) = by_name(copy, kind);
        let (others, _) = by_name(other, kind);
        for (place, name) in order.iter().enumerate() {
            let Some((_, record)) = records.get(name) else { continue };
            let key = others.get(name).map_or_else(|| keyed.keys.next_key(), |(key, _)| *key);
            keyed.put_record(keyed.slot(kind, place), key, record.clone());
        }
    }
    keyed
}

struct Merger {
    base: Briefing,
    ours: Briefing,
    theirs: Briefing,
    result: Briefing,
    open: Vec<Merge>,
    /// The ids that the result has, those that will come from them included.
    there: BTreeSet<Id>,
}

fn printed(value: Option<&Node>) -> String {
    value.map(inline).unwrap_or_default()
}

/// Renames that a side made: id before, id after.
fn renames(base: &Briefing, side: &Briefing) -> Vec<(Id, Id)> {
    let mut found = Vec::new();
    for &kind in RecordKind::ALL {
        let ((before, order), (after, new_order)) = (by_name(base, kind), by_name(side, kind));
        let mut came: Vec<&Name> = new_order.iter().filter(|name| !before.contains_key(*name)).collect();
        for gone in order.iter().filter(|name| !after.contains_key(*name)) {
            let Some((_, was)) = before.get(gone) else { continue };
            let best = came.iter().enumerate().filter_map(|(place, name)| {
                let (_, is) = after.get(*name)?;
                let (was, is) = (was.field_nodes(), is.field_nodes());
                let other = was.iter().chain(&is).filter(|(name, _)| name != "id").count();
                let differs = changed_fields(&was, &is).iter().filter(|(name, ..)| name != "id").count();
                let same = other.saturating_sub(2 * differs);
                (other > 0 && same * ALIKE.1 >= other * ALIKE.0).then_some((same, place))
            });
            if let Some((_, place)) = best.max_by_key(|(same, place)| (*same, usize::MAX - place)) {
                let is = came.remove(place);
                if !gone.0.is_empty() && !is.0.is_empty() {
                    found.push((gone.0.clone(), is.0.clone()));
                }
            }
        }
    }
    found
}

/// Gives a record another id in a whole briefing.
fn rename(briefing: &mut Briefing, old: &Id, new: &Id) {
    let fate_of = |id: &Id| if id == old { Fate::Become(new.clone()) } else { Fate::Keep };
    let records: Vec<(Key, AnyRecord)> = briefing.all_records().collect();
    for (key, record) in records {
        let named = if record.id() == old {
            record_with(&record, "id", Some(Node::Text(new.to_string()))).unwrap_or_else(|_| record.clone())
        } else {
            record.clone()
        };
        let followed = named.with_fates(&fate_of).unwrap_or(named);
        if followed != record {
            briefing.set_record(key, followed);
        }
    }
    if let Some(header) = briefing.header.with_fates(&fate_of) {
        briefing.header = header;
    }
}

impl Merger {
    fn open(&mut self, record: &Id, field: &str, base: Option<&Node>, theirs: String) {
        let merge =
            Merge { record: record.clone(), field: field.to_owned(), base: printed(base), theirs, ..Merge::default() };
        if !self.open.contains(&merge) {
            self.open.push(merge);
        }
    }

    /// All copies call a record by one id before they are compared.
    fn follow_renames(&mut self) {
        let own = renames(&self.base, &self.ours);
        let other = renames(&self.base, &self.theirs);
        for (old, new) in &own {
            if let Some((_, theirs)) = other.iter().find(|(id, _)| id == old) {
                if theirs != new {
                    let (new, theirs) = (new.clone(), theirs.clone());
                    let base = Node::Text(old.to_string());
                    self.open(&new, "id", Some(&base), printed(Some(&Node::Text(theirs.to_string()))));
                    rename(&mut self.theirs, &theirs, &new);
                }
            } else {
                rename(&mut self.theirs, old, new);
            }
            rename(&mut self.base, old, new);
        }
        for (old, new) in other.iter().filter(|(old, _)| !own.iter().any(|(id, _)| id == old)) {
            if self.result.key_of_id(old).is_none() {
                // We deleted what they renamed.
                let base = Node::Text(old.to_string());
                self.open(old, "id", Some(&base), printed(Some(&Node::Text(new.to_string()))));
            }
            let is_taken = self.result.key_of_id(new).is_some();
            if is_taken {
                let base = Node::Text(old.to_string());
                self.open(old, "id", Some(&base), printed(Some(&Node::Text(new.to_string()))));
                rename(&mut self.theirs, new, old);
                continue;
            }
            for briefing in [&mut self.base, &mut self.ours, &mut self.result] {
                rename(briefing, old, new);
            }
        }
    }

    /// What they added will be there, and may be named.
    fn plan_additions(&mut self) {
        let before: BTreeSet<Id> = self.base.all_records().map(|(_, record)| record.id().clone()).collect();
        let added = self.theirs.all_records().map(|(_, record)| record.id().clone()).filter(|id| !before.contains(id));
        self.there.extend(added);
    }

    /// Whether a record of theirs names one that will not be there, which it did find on their side.
    fn breaks(&self, record: &AnyRecord) -> bool {
        let found = |id: &Id| self.theirs.key_of_id(id).is_some();
        record.references().iter().any(|named| !self.there.contains(named.target) && found(named.target))
    }

    fn merge_changed(&mut self, kind: RecordKind) {
        let (base, order) = by_name(&self.base, kind);
        let (ours, _) = by_name(&self.result, kind);
        let (theirs, _) = by_name(&self.theirs, kind);
        for name in order {
            let (Some((_, was)), Some((_, is))) = (base.get(&name), theirs.get(&name)) else { continue };
            for (field, old, new) in changed_fields(&was.field_nodes(), &is.field_nodes()) {
                match ours.get(&name) {
                    Some((key, _)) => self.take_field(*key, &name.0, &field, old.as_ref(), new),
                    // We deleted what they changed.
                    None => self.open(&name.0, &field, old.as_ref(), printed(new.as_ref())),
                }
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
        let (theirs, order) = by_name(&self.theirs, kind);
        let mut before: Option<Name> = None;
        for name in order {
            let Some((_, record)) = theirs.get(&name) else { continue };
            if !base.contains_key(&name) {
                self.take_record(kind, &name, record, before.as_ref());
            }
            before = Some(name);
        }
    }

    fn take_record(&mut self, kind: RecordKind, name: &Name, record: &AnyRecord, before: Option<&Name>) {
        let (ours, order) = by_name(&self.result, kind);
        if let Some((key, own)) = ours.get(name) {
            // Both added a record of this id.
            for (field, _, new) in changed_fields(&own.field_nodes(), &record.field_nodes()) {
                self.take_field(*key, &name.0, &field, None, new);
            }
            return;
        }
        let is_elsewhere = self.result.key_of_id(&name.0).is_some();
        if is_elsewhere || self.breaks(record) {
            self.there.remove(&name.0);
            let whole = Node::Struct(record.field_nodes());
            self.open(&name.0, "record", None, printed(Some(&whole)));
            return;
        }
        let place = before.and_then(|before| order.iter().position(|name| name == before));
        let slot = self.result.slot(kind, place.map_or(order.len(), |place| place + 1));
        let key = self.result.keys.next_key();
        self.result.put_record(slot, key, record.clone());
    }

    /// What they deleted goes, unless we changed it or something that stays names it.
    fn merge_deleted(&mut self) {
        let mut going: Vec<(Key, AnyRecord)> = Vec::new();
        for &kind in RecordKind::ALL {
            let (base, order) = by_name(&self.base, kind);
            let (theirs, _) = by_name(&self.theirs, kind);
            let (ours, _) = by_name(&self.result, kind);
            for name in order.iter().filter(|name| !theirs.contains_key(*name)) {
                let (Some((_, was)), Some((key, own))) = (base.get(name), ours.get(name)) else { continue };
                if own == was {
                    going.push((*key, was.clone()));
                } else {
                    self.keep_deleted(was);
                }
            }
        }
        loop {
            let goes: BTreeSet<Key> = going.iter().map(|(key, _)| *key).collect();
            let staying = self.result.all_records().filter(|(key, _)| !goes.contains(key));
            let named: BTreeSet<Id> = staying
                .flat_map(|(_, record)| {
                    record.references().iter().map(|named| named.target.clone()).collect::<Vec<_>>()
                })
                .collect();
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
        self.open(&was.id().clone(), "record", Some(&whole), "deleted".to_owned());
    }

    fn merge_header(&mut self) {
        for (field, old, new) in changed_fields(&self.base.header.field_nodes(), &self.theirs.header.field_nodes()) {
            let own = self.result.header.field_node(&field);
            if own == new {
                continue;
            }
            let taken =
                if own == old { Some(new.clone()) } else { joined(&field, old.as_ref(), own.as_ref(), new.as_ref()) };
            match taken.and_then(|value| header_with(&self.result.header, &field, value).ok()) {
                Some(header) => self.result.header = header,
                None => self.open(&Id::default(), &field, old.as_ref(), printed(new.as_ref())),
            }
        }
    }
}

/// A list that both sides changed: ours, without what they took out, with what they put in. `None` where it is no
/// list, or one whose order carries meaning.
#[expect(clippy::option_option, reason = "a list that is empty in the end is absent")]
fn joined(field: &str, old: Option<&Node>, own: Option<&Node>, new: Option<&Node>) -> Option<Option<Node>> {
    let items = |value: Option<&Node>| match value {
        Some(Node::List(items)) => Some(items.clone()),
        None => Some(Vec::new()),
        _ => None,
    };
    if ORDERED.contains(&field) || [old, own, new].iter().all(Option::is_none) {
        return None;
    }
    let (old, mut own, new) = (items(old)?, items(own)?, items(new)?);
    own.retain(|item| new.contains(item) || !old.contains(item));
    let added: Vec<Node> = new.into_iter().filter(|item| !old.contains(item) && !own.contains(item)).collect();
    own.extend(added);
    Some((!own.is_empty()).then_some(Node::List(own)))
}
