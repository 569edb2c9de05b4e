//! What passes the filter.

use std::collections::{HashMap, HashSet};

use crate::index::Reader;
use crate::model::{AnyRecord, Briefing, Id, Key, RecordKind, Visit};

use super::{Filter, FilterPart};

/// The records that pass a filter, list by list in the order of the file.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    lists: HashMap<RecordKind, Vec<Key>>,
    keys: HashSet<Key>,
}

impl Shown {
    /// What passes a filter. Statements, roles and relations follow their actors, sources what cites them.
    #[must_use]
    pub fn new(reader: &Reader, filter: &Filter) -> Self {
        let pass = Pass::new(reader, filter);
        let mut shown = Self::default();
        for &kind in RecordKind::ALL {
            let keys: Vec<Key> = reader
                .briefing
                .records(kind)
                .filter(|(key, record)| pass.record(*key, record))
                .map(|(key, _)| key)
                .collect();
            shown.keys.extend(&keys);
            shown.lists.insert(kind, keys);
        }
        if !filter.is_empty() {
            shown.add_what_they_name(reader);
        }
        shown
    }

    /// The records of a kind that pass.
    #[must_use]
    pub fn of(&self, kind: RecordKind) -> &[Key] {
        self.lists.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// Whether a record passes.
    #[must_use]
    pub fn has(&self, key: Key) -> bool {
        self.keys.contains(&key)
    }

    /// All records that pass, in no order.
    pub fn keys(&self) -> impl Iterator<Item = Key> + '_ {
        self.keys.iter().copied()
    }

    /// How many of a kind pass.
    #[must_use]
    pub fn count(&self, kind: RecordKind) -> usize {
        self.of(kind).len()
    }

    /// Actors and sources that shown visits and statements name are shown too.
    fn add_what_they_name(&mut self, reader: &Reader) {
        let mut named: HashSet<Key> = HashSet::new();
        for kind in [RecordKind::Visit, RecordKind::Statement] {
            for record in self.of(kind).iter().filter_map(|key| reader.record(*key)) {
                named.extend(record.references().iter().filter_map(|reference| reader.index.key_of(reference.target)));
            }
        }
        for kind in [RecordKind::Actor, RecordKind::Source] {
            let keys: Vec<Key> = reader
                .briefing
                .records(kind)
                .map(|(key, _)| key)
                .filter(|key| self.keys.contains(key) || named.contains(key))
                .collect();
            self.keys.extend(&keys);
            self.lists.insert(kind, keys);
        }
    }
}

/// A filter, made ready to be asked of many records.
struct Pass<'a> {
    reader: &'a Reader<'a>,
    filter: &'a Filter,
    actors: Vec<Id>,
    with_text: Option<HashSet<Key>>,
}

impl<'a> Pass<'a> {
    fn new(reader: &'a Reader<'a>, filter: &'a Filter) -> Self {
        let with_text = filter
            .has(FilterPart::Text)
            .then(|| reader.index.search().keys_matching(&filter.text).collect::<HashSet<_>>());
        Self { reader, filter, actors: filter.actors.iter().map(|id| Id::from(id.as_str())).collect(), with_text }
    }

    fn record(&self, key: Key, record: &AnyRecord) -> bool {
        if self.with_text.as_ref().is_some_and(|keys| !keys.contains(&key)) {
            return false;
        }
        match record {
            AnyRecord::Visit(visit) => self.visit(record, visit),
            AnyRecord::Statement(statement) => {
                self.filter.passes_date(statement.said_on.as_ref())
                    && self.actors(record)
                    && self.country_of_any(std::iter::once(&statement.speaker))
                    && self.event(statement.event.as_ref())
            }
            AnyRecord::Actor(actor) => {
                let is_asked = self.actors.is_empty() || self.actors.contains(&actor.id);
                is_asked && self.country_of_any(std::iter::once(&actor.id)) && !self.asks_of_visits()
            }
            AnyRecord::Role(role) => self.actors(record) && self.country_of_any(std::iter::once(&role.person)),
            AnyRecord::Relation(relation) => self.actors(record) && self.country_of_any(relation.between.iter()),
            AnyRecord::Source(_) => self.filter.is_empty() || self.with_text.is_some(),
            AnyRecord::Judgement(_) | AnyRecord::Conflict(_) => true,
        }
    }

    /// Whether a part that only visits and what belongs to them can answer is asked for.
    fn asks_of_visits(&self) -> bool {
        [FilterPart::Directions, FilterPart::Channels, FilterPart::Levels, FilterPart::Modes, FilterPart::Dates]
            .iter()
            .any(|part| self.filter.has(*part))
    }

    fn visit(&self, record: &AnyRecord, visit: &Visit) -> bool {
        let filter = self.filter;
        self.visit_traits(visit) && filter.passes_date(visit.when.as_ref()) && self.actors(record)
    }

    /// Direction, country, channel, level and mode of a visit.
    fn visit_traits(&self, visit: &Visit) -> bool {
        let filter = self.filter;
        let channel = filter.channels.is_empty() || visit.channels.iter().any(|c| filter.channels.contains(c.word()));
        let level = filter.levels.is_empty() || visit.level.is_some_and(|level| filter.levels.contains(level.word()));
        let mode = filter.modes.is_empty() || filter.modes.contains(visit.mode_or_default().word());
        if !(channel && level && mode) {
            return false;
        }
        if filter.directions.is_empty() && filter.countries.is_empty() {
            return true;
        }
        let (from, to) = self.reader.direction(visit);
        let country = filter.countries.is_empty()
            || [&from, &to].into_iter().flatten().any(|code| filter.countries.contains(code));
        let direction = filter.directions.is_empty()
            || from.zip(to).is_some_and(|direction| filter.directions.contains(&direction));
        country && direction
    }

    /// What belongs to a visit passes where the visit has the traits asked for.
    fn event(&self, event: Option<&Id>) -> bool {
        let asks = [FilterPart::Directions, FilterPart::Channels, FilterPart::Levels, FilterPart::Modes];
        if !asks.iter().any(|part| self.filter.has(*part)) {
            return true;
        }
        event.and_then(|id| self.reader.visit(id)).is_some_and(|visit| self.visit_traits(&visit))
    }

    fn actors(&self, record: &AnyRecord) -> bool {
        self.actors.is_empty() || record.references().iter().any(|reference| self.actors.contains(reference.target))
    }

    fn country_of_any<'b>(&self, mut actors: impl Iterator<Item = &'b Id>) -> bool {
        self.filter.countries.is_empty()
            || actors
                .any(|id| self.reader.country_of_actor(id).is_some_and(|code| self.filter.countries.contains(&code)))
    }
}

impl Shown {
    /// Everything of a briefing.
    #[must_use]
    pub fn everything(briefing: &Briefing) -> Self {
        let mut shown = Self::default();
        for &kind in RecordKind::ALL {
            let keys: Vec<Key> = briefing.records(kind).map(|(key, _)| key).collect();
            shown.keys.extend(&keys);
            shown.lists.insert(kind, keys);
        }
        shown
    }
}
