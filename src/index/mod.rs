//! What is derived from a briefing and kept per revision: by id, back-links, by date, search text.
//!
//! An index is built from a snapshot, off the window's thread, and never changed after.

mod country;
mod fold;
mod links;
mod reader;
mod search;

use std::collections::HashMap;

use crate::model::{Actor, ActorKind, AnyRecord, Briefing, Id, Key, RecordKind};

pub use fold::fold;
pub use links::BackLink;
pub use reader::Reader;
pub use search::{SearchHit, SearchText};

/// What is derived from one revision of a briefing.
#[derive(Debug, Default)]
pub struct Index {
    places: HashMap<Key, (RecordKind, usize)>,
    by_id: HashMap<Id, Vec<Key>>,
    /// The first country or region of each ISO 3166 code.
    of_code: HashMap<String, Key>,
    links: links::Links,
    visits_by_date: Vec<Key>,
    search: SearchText,
}

impl Index {
    /// Derives everything from a briefing.
    #[must_use]
    pub fn build(briefing: &Briefing) -> Self {
        Self::build_with(briefing, &|search, key, record| search.add(key, record))
    }

    /// The same for a later revision, whose records are mostly those of `before`: their texts are not folded again.
    #[must_use]
    pub fn build_after(before: &Reader, briefing: &Briefing) -> Self {
        let known = before.index.search.by_key();
        Self::build_with(briefing, &|search, key, record| {
            let text = known.get(&key).filter(|_| before.record(key).is_some_and(|other| other.is_same(record)));
            match text {
                Some(text) => search.add_again(text),
                None => search.add(key, record),
            }
        })
    }

    fn build_with(briefing: &Briefing, add_text: &dyn Fn(&mut SearchText, Key, &AnyRecord)) -> Self {
        let mut index = Self::default();
        for &kind in RecordKind::ALL {
            for (position, (key, record)) in briefing.records(kind).enumerate() {
                index.places.insert(key, (kind, position));
                index.by_id.entry(record.id().clone()).or_default().push(key);
                add_text(&mut index.search, key, &record);
            }
        }
        for entry in &briefing.actors {
            if let Some(code) = own_code(&entry.record) {
                index.of_code.entry(code.to_owned()).or_insert(entry.key);
            }
        }
        index.links = links::Links::build(briefing, &index.by_id);
        index.visits_by_date = visits_by_date(briefing);
        index
    }

    /// Where a record stands: its list and its position in it.
    #[must_use]
    pub fn place_of(&self, key: Key) -> Option<(RecordKind, usize)> {
        self.places.get(&key).copied()
    }

    /// The record of a key. The briefing must be the one that the index was built from.
    #[must_use]
    pub fn record(&self, briefing: &Briefing, key: Key) -> Option<AnyRecord> {
        let (kind, position) = self.place_of(key)?;
        briefing.record_at(kind, position).filter(|(found, _)| *found == key).map(|(_, record)| record)
    }

    /// The first record with an id.
    #[must_use]
    pub fn key_of(&self, id: &Id) -> Option<Key> {
        self.by_id.get(id).and_then(|keys| keys.first()).copied()
    }

    /// All records with an id; more than one is an error of the file.
    #[must_use]
    pub fn keys_of(&self, id: &Id) -> &[Key] {
        self.by_id.get(id).map_or(&[], Vec::as_slice)
    }

    /// The first country or region that has an ISO 3166 code.
    #[must_use]
    pub fn key_of_code(&self, code: &str) -> Option<Key> {
        self.of_code.get(code).copied()
    }

    /// The records that name a record, in the order of the file.
    #[must_use]
    pub fn links_to(&self, key: Key) -> &[BackLink] {
        self.links.to(key)
    }

    /// The visits in the order of their dates: start earliest, start latest, end latest, finer precision, id.
    #[must_use]
    pub fn visits_by_date(&self) -> &[Key] {
        &self.visits_by_date
    }

    /// The text to search in.
    #[must_use]
    pub fn search(&self) -> &SearchText {
        &self.search
    }
}

/// The code that a country or a region is named by.
fn own_code(actor: &Actor) -> Option<&str> {
    let code = match actor.kind {
        Some(ActorKind::Country) if actor.iso.is_empty() => &actor.country,
        Some(ActorKind::Country | ActorKind::Region) => &actor.iso,
        _ => return None,
    };
    Some(code.as_str()).filter(|code| !code.is_empty())
}

fn visits_by_date(briefing: &Briefing) -> Vec<Key> {
    let mut visits: Vec<_> = briefing
        .visits
        .iter()
        .map(|entry| {
            let bounds = entry.record.when.as_ref().map(crate::model::When::bounds).unwrap_or_default();
            let precision = entry.record.when.as_ref().map(crate::model::When::precision);
            (bounds.sort_key(), precision, entry.record.id.clone(), entry.key)
        })
        .collect();
    visits.sort();
    visits.into_iter().map(|(.., key)| key).collect()
}
