//! A briefing: its header and its lists of records.

use std::collections::HashSet;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{self, MapAccess, SeqAccess, Visitor};

use super::fields::{FieldKey, FieldNames, KeySeed, NodeFields};
use super::record::{AnyRecord, Entry, Record, Records};
use super::{
    Actor, Conflict, Header, Judgement, Key, KeyCounter, RecordKind, Relation, Role, Source, Statement, Visit,
};

/// A record that could not be read: its own text, kept for saving, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Who it is while the briefing is open.
    pub key: Key,
    /// The list it stands in.
    pub kind: RecordKind,
    /// How many readable records of that list stand before it.
    pub position: usize,
    /// Its text, byte for byte.
    pub raw: String,
    /// What is wrong with it.
    pub message: String,
    /// The line in the file on which it begins, counted from 1.
    pub line: usize,
}

/// A briefing as it is while open. A clone is a snapshot: it shares all records with the original.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Briefing {
    /// What it says of itself.
    pub header: Header,
    /// Where things are known from.
    pub sources: Records<Source>,
    /// Who acts.
    pub actors: Records<Actor>,
    /// What persons are in organisations.
    pub roles: Records<Role>,
    /// Journeys.
    pub visits: Records<Visit>,
    /// What was said.
    pub statements: Records<Statement>,
    /// What holds between actors.
    pub relations: Records<Relation>,
    /// What the analyst concludes.
    pub judgements: Records<Judgement>,
    /// Where sources disagree.
    pub conflicts: Records<Conflict>,
    /// Records that could not be read, in the order of the file.
    pub unreadable: Vec<Unreadable>,
    /// Hands out the keys of new records.
    pub keys: KeyCounter,
}

/// The entries of one list as records of any kind.
fn wrapped<T: Record>(
    list: &Records<T>,
    wrap: impl Fn(Arc<T>) -> AnyRecord + 'static,
) -> Box<dyn Iterator<Item = (Key, AnyRecord)> + '_> {
    Box::new(list.iter().map(move |entry| (entry.key, wrap(Arc::clone(&entry.record)))))
}

/// One entry of a list as a record of any kind.
fn wrapped_at<T: Record>(
    list: &Records<T>,
    position: usize,
    wrap: impl Fn(Arc<T>) -> AnyRecord,
) -> Option<(Key, AnyRecord)> {
    list.get(position).map(|entry| (entry.key, wrap(Arc::clone(&entry.record))))
}

impl Briefing {
    /// The names of the lists of records, in the order of the file.
    pub const LISTS: &'static [&'static str] =
        &["sources", "actors", "roles", "visits", "statements", "relations", "judgements", "conflicts"];

    /// How many readable records of a kind there are.
    #[must_use]
    pub fn count(&self, kind: RecordKind) -> usize {
        match kind {
            RecordKind::Source => self.sources.len(),
            RecordKind::Actor => self.actors.len(),
            RecordKind::Role => self.roles.len(),
            RecordKind::Visit => self.visits.len(),
            RecordKind::Statement => self.statements.len(),
            RecordKind::Relation => self.relations.len(),
            RecordKind::Judgement => self.judgements.len(),
            RecordKind::Conflict => self.conflicts.len(),
        }
    }

    /// How many readable records there are.
    #[must_use]
    pub fn record_count(&self) -> usize {
        RecordKind::ALL.iter().map(|kind| self.count(*kind)).sum()
    }

    /// The records of a kind, in the order of the file.
    pub fn records(&self, kind: RecordKind) -> Box<dyn Iterator<Item = (Key, AnyRecord)> + '_> {
        match kind {
            RecordKind::Source => wrapped(&self.sources, AnyRecord::Source),
            RecordKind::Actor => wrapped(&self.actors, AnyRecord::Actor),
            RecordKind::Role => wrapped(&self.roles, AnyRecord::Role),
            RecordKind::Visit => wrapped(&self.visits, AnyRecord::Visit),
            RecordKind::Statement => wrapped(&self.statements, AnyRecord::Statement),
            RecordKind::Relation => wrapped(&self.relations, AnyRecord::Relation),
            RecordKind::Judgement => wrapped(&self.judgements, AnyRecord::Judgement),
            RecordKind::Conflict => wrapped(&self.conflicts, AnyRecord::Conflict),
        }
    }

    /// All records, list by list in the order of the file.
    pub fn all_records(&self) -> impl Iterator<Item = (Key, AnyRecord)> + '_ {
        RecordKind::ALL.iter().flat_map(|kind| self.records(*kind))
    }

    /// The record at a position of a list, counted from 0.
    #[must_use]
    pub fn record_at(&self, kind: RecordKind, position: usize) -> Option<(Key, AnyRecord)> {
        match kind {
            RecordKind::Source => wrapped_at(&self.sources, position, AnyRecord::Source),
            RecordKind::Actor => wrapped_at(&self.actors, position, AnyRecord::Actor),
            RecordKind::Role => wrapped_at(&self.roles, position, AnyRecord::Role),
            RecordKind::Visit => wrapped_at(&self.visits, position, AnyRecord::Visit),
            RecordKind::Statement => wrapped_at(&self.statements, position, AnyRecord::Statement),
            RecordKind::Relation => wrapped_at(&self.relations, position, AnyRecord::Relation),
            RecordKind::Judgement => wrapped_at(&self.judgements, position, AnyRecord::Judgement),
            RecordKind::Conflict => wrapped_at(&self.conflicts, position, AnyRecord::Conflict),
        }
    }

    /// Adds a record at the end of its list, under a new key.
    pub fn push(&mut self, record: AnyRecord) -> Key {
        let key = self.keys.next_key();
        match record {
            AnyRecord::Source(record) => self.sources.push_back(Entry { key, record }),
            AnyRecord::Actor(record) => self.actors.push_back(Entry { key, record }),
            AnyRecord::Role(record) => self.roles.push_back(Entry { key, record }),
            AnyRecord::Visit(record) => self.visits.push_back(Entry { key, record }),
            AnyRecord::Statement(record) => self.statements.push_back(Entry { key, record }),
            AnyRecord::Relation(record) => self.relations.push_back(Entry { key, record }),
            AnyRecord::Judgement(record) => self.judgements.push_back(Entry { key, record }),
            AnyRecord::Conflict(record) => self.conflicts.push_back(Entry { key, record }),
        }
        key
    }

    /// Reads the value of the list named by its place in [`Self::LISTS`] and adds its records.
    fn take_list<'de, A: MapAccess<'de>>(&mut self, list: usize, map: &mut A) -> Result<(), A::Error> {
        let keys = &mut self.keys;
        match RecordKind::ALL.get(list) {
            Some(RecordKind::Source) => map.next_value_seed(ListSeed::new(&mut self.sources, keys)),
            Some(RecordKind::Actor) => map.next_value_seed(ListSeed::new(&mut self.actors, keys)),
            Some(RecordKind::Role) => map.next_value_seed(ListSeed::new(&mut self.roles, keys)),
            Some(RecordKind::Visit) => map.next_value_seed(ListSeed::new(&mut self.visits, keys)),
            Some(RecordKind::Statement) => map.next_value_seed(ListSeed::new(&mut self.statements, keys)),
            Some(RecordKind::Relation) => map.next_value_seed(ListSeed::new(&mut self.relations, keys)),
            Some(RecordKind::Judgement) => map.next_value_seed(ListSeed::new(&mut self.judgements, keys)),
            Some(RecordKind::Conflict) => map.next_value_seed(ListSeed::new(&mut self.conflicts, keys)),
            None => Ok(()),
        }
    }
}

/// Reads a list of records straight into the shared vector.
struct ListSeed<'a, T> {
    list: &'a mut Records<T>,
    keys: &'a mut KeyCounter,
    record: PhantomData<T>,
}

impl<'a, T> ListSeed<'a, T> {
    fn new(list: &'a mut Records<T>, keys: &'a mut KeyCounter) -> Self {
        Self { list, keys, record: PhantomData }
    }
}

impl<'de, T: Record + Deserialize<'de>> de::DeserializeSeed<'de> for ListSeed<'_, T> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, T: Record + Deserialize<'de>> Visitor<'de> for ListSeed<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a list of {}", T::KIND.list_name())
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while let Some(record) = items.next_element::<T>()? {
            self.list.push_back(Entry { key: self.keys.next_key(), record: Arc::new(record) });
        }
        Ok(())
    }
}

impl<'de> Deserialize<'de> for Briefing {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Briefing", Header::FIELDS, BriefingVisitor)
    }
}

struct BriefingVisitor;

impl<'de> Visitor<'de> for BriefingVisitor {
    type Value = Briefing;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a briefing: (title: \"…\", …)")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Briefing, A::Error> {
        let mut briefing = Briefing::default();
        let mut seen_header = 0;
        let mut seen_unknown = HashSet::new();
        let mut seen_lists = [false; Briefing::LISTS.len()];
        while let Some(key) = map.next_key_seed(KeySeed(&[Briefing::LISTS, Header::FIELDS]))? {
            match key {
                FieldKey::Known(index) if index < Briefing::LISTS.len() => {
                    if std::mem::replace(&mut seen_lists[index], true) {
                        return Err(de::Error::duplicate_field(Briefing::LISTS[index]));
                    }
                    briefing.take_list(index, &mut map)?;
                }
                FieldKey::Known(index) => {
                    briefing.header.take_field(index - Briefing::LISTS.len(), &mut seen_header, &mut map)?;
                }
                FieldKey::Unknown(name) => briefing.header.take_unknown(name, &mut seen_unknown, &mut map)?,
            }
        }
        Ok(briefing)
    }
}
