//! The visits of the chart, as little of each as finding it in time takes.

use crate::analysis::Searched;
use crate::analysis::count::{Starts, is_start_in_doubt};
use crate::index::Reader;
use crate::model::{Basis, DateBounds, DateEnd, DateShape, Day, Key, Mode, Visit, VisitStatus, When, parse_edtf};

/// A visit on the chart.
#[derive(Debug, Clone, Copy)]
pub struct ChartItem {
    /// The visit.
    pub key: Key,
    /// Its corners; what is going on reaches to the cut-off.
    pub bounds: DateBounds,
    /// Whether it took place.
    pub status: VisitStatus,
    /// Whether they met in person; video conferences, calls and letters are drawn apart and not counted.
    pub in_person: bool,
}

impl ChartItem {
    /// Whether the counts have it.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        self.in_person && !matches!(self.status, VisitStatus::Planned | VisitStatus::Cancelled)
    }

    /// A visit by itself, for a list of a few.
    #[must_use]
    pub fn of(reader: &Reader, key: Key, visit: &Visit) -> Self {
        let mut item = item_of(key, visit, as_of(reader));
        item.bounds.start_qualified |= is_start_in_doubt(reader, key, visit);
        item
    }

    /// The days from the first corner known to the end of the last, `None` where none is.
    #[must_use]
    pub fn span(&self) -> Option<(f64, f64)> {
        let DateBounds { start_earliest, start_latest, end_earliest, end_latest, .. } = self.bounds;
        let known = || [start_earliest, start_latest, end_earliest, end_latest].into_iter().flatten();
        Some((f64::from(known().min()?.0), f64::from(known().max()?.0) + 1.0))
    }
}

/// The visits of the chart in the order of their dates, and the cut-off.
#[derive(Debug, Clone, Default)]
pub struct ChartItems {
    /// The visits.
    pub items: Vec<ChartItem>,
    /// The last day whose information is in the briefing.
    pub as_of: Option<Day>,
    /// The last day of which something is known: the cut-off, or else the end of what was searched.
    pub known_until: Option<Day>,
    /// What [`Self::span`] tells: every frame asks.
    span: Option<(f64, f64)>,
}

impl ChartItems {
    /// The visits that `is_shown`.
    #[must_use]
    pub fn new(reader: &Reader, is_shown: impl Fn(Key) -> bool) -> Self {
        let as_of = as_of(reader);
        let shown = reader.index.visits_by_date().iter().copied().filter(|key| is_shown(*key));
        let mut starts = Starts::new(reader);
        let items = shown.filter_map(|key| {
            let visit = reader.visit_at(key)?;
            let mut item = item_of(key, &visit, as_of);
            // A date that rests on one in doubt is in doubt, and the picture says so as the counts do.
            item.bounds.start_qualified |= starts.of(key, &visit).qualified;
            Some(item)
        });
        let items: Vec<ChartItem> = items.collect();
        let placed = items.iter().filter(|item| item.bounds.has_a_place_in_time());
        let span =
            joined(placed.filter_map(ChartItem::span)).or_else(|| joined(items.iter().filter_map(ChartItem::span)));
        let known_until = as_of.or_else(|| Searched::of(&reader.briefing.header).end());
        Self { items, as_of, known_until, span }
    }

    /// The days from the first corner known to the end of the last, of all visits that have a place in time, or else
    /// of all.
    #[must_use]
    pub fn span(&self) -> Option<(f64, f64)> {
        self.span
    }
}

/// The last day whose information is in the briefing.
fn as_of(reader: &Reader) -> Option<Day> {
    parse_edtf(&reader.briefing.header.as_of).ok().and_then(|date| date.bounds.end_latest)
}

fn joined(spans: impl Iterator<Item = (f64, f64)>) -> Option<(f64, f64)> {
    spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

fn item_of(key: Key, visit: &Visit, as_of: Option<Day>) -> ChartItem {
    let status = visit.status_or_default();
    let mut bounds = visit.when.as_ref().map(When::bounds).unwrap_or_default();
    let goes_on = status == VisitStatus::Ongoing || visit.when.as_ref().is_some_and(is_open_at_the_end);
    if goes_on && bounds.end_latest.is_none() && bounds.start_latest <= as_of {
        bounds.end_earliest = bounds.end_earliest.max(as_of);
    }
    ChartItem { key, bounds, status, in_person: visit.mode_or_default() == Mode::InPerson }
}

fn is_open_at_the_end(when: &When) -> bool {
    when.parsed().is_ok_and(|parsed| matches!(parsed.shape, DateShape::Interval(_, DateEnd::Open)))
}

/// The first and the last possible start of each reading that an open conflict sets against the date of a visit.
pub(super) fn rival_starts(reader: &Reader, key: Key, own: &DateBounds) -> Vec<(Day, Day)> {
    let conflicts = reader.conflicts_about(key).into_iter().filter(|(_, c)| c.is_open() && c.field == "when");
    let mut rivals: Vec<(Day, Day)> = conflicts
        .flat_map(|(_, conflict)| {
            conflict.sides.iter().filter_map(|side| parse_edtf(&side.value).ok()).collect::<Vec<_>>()
        })
        .filter_map(|date| date.bounds.start_earliest.zip(date.bounds.start_latest))
        .filter(|rival| Some(rival.0) != own.start_earliest || Some(rival.1) != own.start_latest)
        .collect();
    rivals.sort_unstable();
    rivals.dedup();
    rivals
}

/// What a date is counted from.
pub(super) struct Anchor {
    /// The record.
    pub(super) key: Key,
    /// Whether it is later than the date that is counted.
    pub(super) is_later: bool,
    /// The distance in words: `1 month before`.
    pub(super) words: String,
}

/// What the date of a visit is counted from, if from another.
pub(super) fn anchor_of(reader: &Reader, visit: &Visit) -> Option<Anchor> {
    match visit.when.as_ref()?.basis()? {
        Basis::Relative(relative) => {
            let offset = crate::model::Period::parse(&relative.offset).ok()?;
            let is_later = offset.is_backwards();
            let words = format!("{} {}", offset.in_words(), if is_later { "before" } else { "after" });
            Some(Anchor { key: reader.index.key_of(&relative.to)?, is_later, words })
        }
        Basis::OnOrBefore(to) => {
            Some(Anchor { key: reader.index.key_of(to)?, is_later: true, words: "on or before".to_owned() })
        }
        _ => None,
    }
}
