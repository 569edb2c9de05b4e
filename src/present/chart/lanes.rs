//! The lanes of the chart: visits that have something in common.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::analysis::count::{ALL_LANE, LaneBy};
use crate::index::Reader;
use crate::model::{ActorKind, Channel, Id, Key, Level, Visit};
use crate::present::VisitWords;

use super::{ChartItems, SeriesStyles, SpanIndex};

/// The order of the lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LaneSort {
    /// Most visits first.
    #[default]
    Visits,
    /// By name.
    Name,
    /// The earliest visit first.
    First,
}

impl LaneSort {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Visits, Self::Name, Self::First];

    /// In words, after “Sort by”.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Visits => "visits",
            Self::Name => "name",
            Self::First => "first date",
        }
    }
}

/// A lane.
#[derive(Debug, Clone)]
pub struct Lane {
    /// What tells it apart, whatever it is called.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// Its visits, as places among the items, in the order of their dates.
    pub items: Vec<u32>,
    /// Its visits by time.
    pub spans: SpanIndex,
}

/// The visits of the chart in lanes.
#[derive(Debug, Clone, Default)]
pub struct Lanes {
    /// The visits.
    pub items: ChartItems,
    /// The lanes, in their order.
    pub lanes: Vec<Lane>,
    /// How the visits look.
    pub styles: SeriesStyles,
    /// Where a visit stands: its first lane and its place among the items.
    places: HashMap<Key, (usize, u32)>,
}

impl Lanes {
    /// Groups the visits.
    #[must_use]
    pub fn new(reader: Reader<'_>, items: ChartItems, by: LaneBy, sort: LaneSort) -> Self {
        let mut groups: BTreeMap<String, (String, Vec<u32>)> = BTreeMap::new();
        let mut words = VisitWords::new(reader);
        for (place, item) in (0u32..).zip(&items.items) {
            let Some(visit) = reader.visit_at(item.key) else { continue };
            for (id, label) in lanes_of(reader, &mut words, &visit, by) {
                groups.entry(id).or_insert_with(|| (label, Vec::new())).1.push(place);
            }
        }
        let mut lanes: Vec<Lane> = groups
            .into_iter()
            .map(|(id, (label, members))| {
                let span = |place: &u32| {
                    let (first, last) = items.items.get(*place as usize)?.span()?;
                    Some((first, last, *place))
                };
                Lane { id, label, spans: SpanIndex::new(members.iter().filter_map(span)), items: members }
            })
            .collect();
        sort_lanes(&mut lanes, by, sort);
        let mut places = HashMap::with_capacity(items.items.len());
        for (lane, members) in lanes.iter().enumerate() {
            for place in &members.items {
                if let Some(item) = items.items.get(*place as usize) {
                    places.entry(item.key).or_insert((lane, *place));
                }
            }
        }
        Self { items, lanes, styles: SeriesStyles::default(), places }
    }

    /// The same lanes, their visits coloured otherwise than by channel.
    #[must_use]
    pub fn coloured(self, styles: SeriesStyles) -> Self {
        Self { styles, ..self }
    }

    /// The first lane of a visit, and its place among the items.
    #[must_use]
    pub fn place_of(&self, key: Key) -> Option<(usize, u32)> {
        self.places.get(&key).copied()
    }
}

/// The lanes that a visit stands in: what tells them apart, and their names.
fn lanes_of(reader: Reader<'_>, words: &mut VisitWords<'_>, visit: &Visit, by: LaneBy) -> Vec<(String, String)> {
    let country = |words: &mut VisitWords<'_>, code: Option<String>| match code {
        Some(code) => (code.clone(), words.country(&code)),
        None => (UNKNOWN.to_owned(), "Country unknown".to_owned()),
    };
    match by {
        LaneBy::Nothing => vec![(ALL_LANE.to_owned(), "All visits".to_owned())],
        LaneBy::Direction => {
            let label = words.direction(visit);
            vec![(label.clone(), label)]
        }
        LaneBy::HostCountry => vec![country(words, reader.direction(visit).1)],
        LaneBy::VisitorCountry => vec![country(words, reader.direction(visit).0)],
        LaneBy::Channel if visit.channels.is_empty() => vec![(UNKNOWN.to_owned(), "Channel not told".to_owned())],
        LaneBy::Channel => {
            let mut channels = visit.channels.clone();
            channels.sort_unstable();
            channels.dedup();
            channels.into_iter().map(|channel| (channel.word().to_owned(), channel.label().to_owned())).collect()
        }
        LaneBy::Level => vec![match visit.level {
            Some(level) => (level.word().to_owned(), level.label().to_owned()),
            None => (UNKNOWN.to_owned(), "Level not told".to_owned()),
        }],
        LaneBy::Host => actors_of(reader, &visit.hosts),
        LaneBy::Visitor => actors_of(reader, &visit.visitors),
    }
}

/// Directions in which none of the visits goes, though the file knows the country: from each country among its actors
/// to each that is visited. Asking for one of them is how a comparison finds out that it cannot be made.
#[must_use]
pub fn absent_directions<'a>(reader: &Reader, visits: impl Iterator<Item = &'a Visit>) -> Vec<String> {
    let mut visited = BTreeSet::new();
    let mut there = BTreeSet::new();
    for visit in visits {
        let direction = reader.direction(visit);
        visited.extend(direction.1.clone());
        there.insert(direction);
    }
    let countries = reader.briefing.actors.iter().map(|entry| &entry.record);
    let countries: BTreeSet<&str> = countries
        .filter(|actor| actor.kind == Some(ActorKind::Country) && !actor.iso.is_empty())
        .map(|actor| actor.iso.as_str())
        .collect();
    let mut names = Vec::new();
    for from in countries {
        for to in visited.iter().filter(|to| *to != from) {
            if !there.contains(&(Some(from.to_owned()), Some(to.clone()))) {
                names.push(format!("{} → {}", reader.name_of_code(from), reader.name_of_code(to)));
            }
        }
    }
    names.sort();
    names
}

/// A lane for each actor, once.
fn actors_of(reader: Reader<'_>, ids: &[Id]) -> Vec<(String, String)> {
    if ids.is_empty() {
        return vec![(UNKNOWN.to_owned(), "Nobody named".to_owned())];
    }
    let mut ids: Vec<_> = ids.iter().collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().map(|id| (id.to_string(), reader.actor_name(id))).collect()
}

/// Sorts after every id and every code.
const UNKNOWN: &str = "~";

/// Channels and levels have an order of their own, unless another is asked for.
fn sort_lanes(lanes: &mut [Lane], by: LaneBy, sort: LaneSort) {
    let rank = |lane: &Lane| match by {
        LaneBy::Channel => Channel::ALL.iter().position(|channel| channel.word() == lane.id),
        LaneBy::Level => Level::ALL.iter().position(|level| level.word() == lane.id),
        _ => None,
    };
    let own_order = |lane: &Lane| rank(lane).unwrap_or(usize::MAX);
    lanes.sort_by(|a, b| {
        let order = match sort {
            LaneSort::Visits => b.items.len().cmp(&a.items.len()),
            LaneSort::Name => own_order(a).cmp(&own_order(b)),
            LaneSort::First => a.items.first().cmp(&b.items.first()),
        };
        order.then_with(|| a.label.cmp(&b.label)).then_with(|| a.id.cmp(&b.id))
    });
}
