//! The rows of the list of relations.

use std::collections::BTreeMap;

use super::spoken_words::SpokenWords;
use crate::index::Reader;
use crate::model::{AnyRecord, Id, Key, Relation, When};
use crate::present::told_date;

use super::{CiteLink, Shown, cite_links, visible};

/// The relations that pass the filter, worked out once for a revision.
#[derive(Debug, Default)]
pub struct RelationList {
    rows: Vec<RelationRow>,
    /// The kinds there are by their words, with how many of each.
    pub kinds: BTreeMap<String, usize>,
}

#[derive(Debug)]
struct RelationRow {
    key: Key,
    kind: String,
    countries: Vec<String>,
}

impl RelationList {
    /// The relations that pass the filter.
    #[must_use]
    pub fn new(reader: &Reader, shown: &Shown) -> Self {
        let mut list = Self::default();
        for entry in reader.briefing.relations.iter().filter(|entry| shown.has(entry.key)) {
            let kind = kind_words(&entry.record);
            *list.kinds.entry(kind.clone()).or_default() += 1;
            let countries = entry.record.between.iter().filter_map(|id| reader.country_of_actor(id)).collect();
            list.rows.push(RelationRow { key: entry.key, kind, countries });
        }
        list
    }

    /// How many pass.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether none passes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Those of a kind and with an actor of a country, where asked for, in the order of the file.
    #[must_use]
    pub fn of(&self, kind: Option<&str>, country: Option<&str>) -> Vec<Key> {
        let is_asked = |row: &&RelationRow| {
            kind.is_none_or(|kind| row.kind == kind)
                && country.is_none_or(|country| row.countries.iter().any(|code| code == country))
        };
        self.rows.iter().filter(is_asked).map(|row| row.key).collect()
    }
}

fn kind_words(relation: &Relation) -> String {
    visible(relation.kind.as_ref().map_or("Relation", |kind| kind.label())).into_owned()
}

/// One of those between whom a relation holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Its name.
    pub name: String,
    /// The record, where the file has it.
    pub key: Option<Key>,
}

impl Party {
    fn new(reader: &Reader, id: &Id) -> Self {
        Self { name: visible(&reader.actor_name(id)).into_owned(), key: reader.index.key_of(id) }
    }
}

/// The statement that a relation rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assertion {
    /// The statement.
    pub key: Key,
    /// Who said it.
    pub speaker: String,
    /// Its words.
    pub words: SpokenWords,
}

/// What the card of a relation says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RelationWords {
    /// What kind it is.
    pub kind: String,
    /// Between whom.
    pub between: Vec<Party>,
    /// Whether it runs from the first to the others.
    pub directed: bool,
    /// How far it reaches.
    pub scope: String,
    /// Whom the first has replaced.
    pub replaces: Option<Party>,
    /// When it held, with its doubt.
    pub valid: Option<String>,
    /// The source's own words for when, in quotation marks.
    pub valid_said: String,
    /// Who says so.
    pub asserted_by: Option<Assertion>,
    /// Where it is known from.
    pub cites: Vec<CiteLink>,
}

impl RelationWords {
    /// The words of a relation.
    #[must_use]
    pub fn new(reader: &Reader, relation: &Relation) -> Self {
        Self {
            kind: kind_words(relation),
            between: relation.between.iter().map(|id| Party::new(reader, id)).collect(),
            directed: relation.directed == Some(true),
            scope: visible(&relation.scope).into_owned(),
            replaces: relation.replaces.as_ref().map(|id| Party::new(reader, id)),
            valid: relation.valid.as_ref().map(|when| visible(&told_date(reader, when)).into_owned()),
            valid_said: relation.valid.as_ref().map(said_words).unwrap_or_default(),
            asserted_by: relation.asserted_by.as_ref().and_then(|id| assertion(reader, id)),
            cites: cite_links(reader, &relation.cites),
        }
    }

    /// In a line, for those who hear it: `Primary partner, China to Serbia`.
    #[must_use]
    pub fn name(&self) -> String {
        let names: Vec<_> = self.between.iter().map(|party| party.name.as_str()).collect();
        format!("{}, {}", self.kind, names.join(if self.directed { " to " } else { " and " }))
    }
}

fn said_words(when: &When) -> String {
    if when.said().is_empty() { String::new() } else { format!("“{}”", visible(when.said())) }
}

fn assertion(reader: &Reader, id: &Id) -> Option<Assertion> {
    let (key, AnyRecord::Statement(statement)) = reader.by_id(id)? else { return None };
    let speaker = visible(&reader.actor_name(&statement.speaker)).into_owned();
    Some(Assertion { key, speaker, words: SpokenWords::of(&statement) })
}
