//! Deriving an index from a briefing, or from the revision before.

use super::by_id::ById;
use super::changes::Changes;
use super::links;
use super::links::BackLink;
use super::reader::Reader;
use super::search::SearchText;
use super::table::Index;
use crate::model::{Actor, ActorKind, AnyRecord, Briefing, Id, Key, RecordKind};
use std::collections::HashMap;
use std::sync::OnceLock;

impl Index {
    /// Derives everything from a briefing, but the texts to search in, which follow when they are first asked for.
    #[must_use]
    pub fn build(briefing: &Briefing) -> Self {
        let (index, visits_by_date) = rayon::join(|| Self::places_of(briefing), || visits_by_date(briefing));
        Self { visits_by_date, ..index }
    }

    /// The same for a later revision, and what differs between the two. Most of its records are those of `before`:
    /// their texts are not folded again, nor visits sorted where none changed.
    #[must_use]
    pub fn build_after(before: &Reader, briefing: &Briefing) -> (Self, Changes) {
        let mut index = Self::places_of(briefing);
        let changes = Changes::between(before, &Reader::new(briefing, &index));
        if let Some(texts) = before.index.search.get() {
            index.search = OnceLock::from(texts.after(&changes, briefing));
        }
        let is_visit = |key: &Key| {
            let kind = |index: &Self| index.place_of(*key).map(|(kind, _)| kind);
            kind(before.index).or(kind(&index)) == Some(RecordKind::Visit)
        };
        index.visits_by_date = if changes.keys.iter().any(is_visit) {
            visits_by_date(briefing)
        } else {
            before.index.visits_by_date.clone()
        };
        (index, changes)
    }

    /// Ids, places, codes and links; neither texts nor dates.
    fn places_of(briefing: &Briefing) -> Self {
        let linked = || {
            let by_id = ById::of(briefing);
            let links = links::Links::build(briefing, &by_id);
            (by_id, links)
        };
        let ((by_id, links), places) = rayon::join(linked, || places(briefing));
        let mut of_code = HashMap::new();
        for entry in &briefing.actors {
            if let Some(code) = own_code(&entry.record) {
                of_code.entry(code.to_owned()).or_insert(entry.key);
            }
        }
        Self { places, by_id, of_code, links, snapshot: briefing.clone(), ..Self::default() }
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
        self.by_id.first(id)
    }

    /// All records with an id; more than one is an error of the file.
    #[must_use]
    pub fn keys_of(&self, id: &Id) -> &[Key] {
        self.by_id.keys(id)
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

    /// The text to search in. Slow for a large briefing the first time, as [`Self::build`] is.
    pub fn search(&self) -> &SearchText {
        self.search.get_or_init(|| SearchText::of(&self.snapshot))
    }
}

pub(super) fn places(briefing: &Briefing) -> HashMap<Key, (RecordKind, usize)> {
    let mut places = HashMap::with_capacity(briefing.record_count());
    for &kind in RecordKind::ALL {
        places.extend(briefing.records(kind).enumerate().map(|(position, (key, _))| (key, (kind, position))));
    }
    places
}

/// The code that a country or a region is named by.
pub(super) fn own_code(actor: &Actor) -> Option<&str> {
    let code = match actor.kind {
        Some(ActorKind::Country) if actor.iso.is_empty() => &actor.country,
        Some(ActorKind::Country | ActorKind::Region) => &actor.iso,
        _ => return None,
    };
    Some(code.as_str()).filter(|code| !code.is_empty())
}

pub(super) fn visits_by_date(briefing: &Briefing) -> Vec<Key> {
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
