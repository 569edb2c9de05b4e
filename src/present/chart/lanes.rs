//! The lanes of the chart: visits that have something in common.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

use crate::analysis::count::{LaneBy, LaneNumbers, lane_label};
use crate::index::Reader;
use crate::model::{ActorKind, Key, Visit};

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
        let mut numbers = LaneNumbers::new(&reader, by);
        let (mut into, mut groups): (Vec<usize>, Vec<Vec<u32>>) = (Vec::new(), Vec::new());
        for (place, item) in (0u32..).zip(&items.items) {
            let Some(visit) = reader.visit_at(item.key) else { continue };
            numbers.of(&visit, &mut into);
            for number in &into {
                if groups.len() <= *number {
                    groups.resize_with(number + 1, Vec::new);
                }
                if let Some(members) = groups.get_mut(*number) {
                    members.push(place);
                }
            }
        }
        let (names, order) = numbers.finish();
        let lane = |(number, members): (usize, Vec<u32>)| {
            let place = *order.get(number)?;
            let span = |place: &u32| {
                let (first, last) = items.items.get(*place as usize)?.span()?;
                Some((first, last, *place))
            };
            let spans = SpanIndex::new(members.iter().filter_map(span));
            let id = names.get(place)?.clone();
            Some((place, Lane { label: lane_label(&reader, by, &id), id, spans, items: members }))
        };
        let lanes = groups.into_iter().enumerate().filter(|(_, members)| !members.is_empty()).filter_map(lane);
        let lanes = sorted(lanes.collect(), by, sort);
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

/// Channels and levels have an order of their own, in which lanes are counted, unless another is asked for.
fn sorted(mut lanes: Vec<(usize, Lane)>, by: LaneBy, sort: LaneSort) -> Vec<Lane> {
    let has_own_order = matches!(by, LaneBy::Channel | LaneBy::Level);
    lanes.sort_by(|(a_place, a), (b_place, b)| {
        let order = match sort {
            LaneSort::Visits => b.items.len().cmp(&a.items.len()),
            LaneSort::Name if has_own_order => a_place.cmp(b_place),
            LaneSort::Name => Ordering::Equal,
            LaneSort::First => a.items.first().cmp(&b.items.first()),
        };
        order.then_with(|| a.label.cmp(&b.label)).then_with(|| a.id.cmp(&b.id))
    });
    lanes.into_iter().map(|(_, lane)| lane).collect()
}
