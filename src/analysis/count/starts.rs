//! The range of days on which a visit may have started, and whether it is in doubt beyond that.

use std::collections::HashMap;

use super::counts::MOST_SPREAD_DAYS;
use crate::index::Reader;
use crate::model::{AnyRecord, Basis, Conflict, DateBounds, Day, Id, Key, Visit, When, parse_edtf};

/// When a visit may have started.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StartRange {
    /// The first day on which it may have; `None` is unbounded.
    pub earliest: Option<Day>,
    /// The last day on which it may have; `None` is unbounded.
    pub latest: Option<Day>,
    /// Whether the date is in doubt in a way that the days do not show.
    pub qualified: bool,
}

impl StartRange {
    /// The start range of four corners. Corners that contradict each other bound nothing.
    #[must_use]
    pub fn of_bounds(bounds: &DateBounds) -> Self {
        let (earliest, latest) = (bounds.start_earliest, bounds.start_latest);
        let is_backwards = earliest.zip(latest).is_some_and(|(first, last)| last < first);
        if is_backwards {
            return Self { earliest: None, latest: None, qualified: true };
        }
        Self { earliest, latest, qualified: bounds.start_qualified }
    }

    /// The start range that a visit's own date gives; that of one without a date is unbounded.
    pub(super) fn written(visit: &Visit) -> Self {
        visit.when.as_ref().map(|when| Self::of_bounds(&when.bounds())).unwrap_or_default()
    }

    /// Whether it lies in bins; what is open or longer than [`MOST_SPREAD_DAYS`] is undated.
    #[must_use]
    pub fn is_dated(&self) -> bool {
        self.length_days().is_some_and(|days| days <= MOST_SPREAD_DAYS)
    }

    /// The days from the first to the last, both counted; `None` where it is unbounded.
    #[must_use]
    pub fn length_days(&self) -> Option<i64> {
        Some(self.earliest?.days_until(self.latest?) + 1)
    }

    /// The range that holds both.
    fn hull(self, other: Self) -> Self {
        Self {
            earliest: self.earliest.zip(other.earliest).map(|(a, b)| a.min(b)),
            latest: self.latest.zip(other.latest).map(|(a, b)| a.max(b)),
            qualified: self.qualified || other.qualified,
        }
    }
}

/// Tells the start ranges of the visits of a briefing.
///
/// A start is qualified where
/// - a part of its date carries `?`, `~` or `%`, or its year was inferred;
/// - it rests on the date of another record that is qualified, directly or over several records; or
/// - an open conflict is about it: even if all sides lie in one bin, which of them is right is not known.
#[derive(Debug)]
pub struct Starts<'a> {
    reader: Reader<'a>,
    disputed: HashMap<Key, Dispute>,
    /// What was found of the dates that others rest on.
    anchors: HashMap<Key, bool>,
}

/// The hull of all sides of the open conflicts about a start; `None` where no side can be read.
type Dispute = Option<StartRange>;

impl<'a> Starts<'a> {
    /// Ready to tell the starts of a briefing.
    #[must_use]
    pub fn new(reader: &Reader<'a>) -> Self {
        let mut disputed: HashMap<Key, Dispute> = HashMap::new();
        for conflict in reader.briefing.conflicts.iter().map(|entry| &entry.record) {
            if !conflict.is_open() || !matches!(conflict.field.as_str(), "when" | "when.edtf") {
                continue;
            }
            let Some(key) = reader.index.key_of(&conflict.about) else { continue };
            let hull = disputed.entry(key).or_default();
            *hull = hull.take().into_iter().chain(sides_of(conflict)).reduce(StartRange::hull);
        }
        Self { reader: *reader, disputed, anchors: HashMap::new() }
    }

    /// When a visit may have started.
    pub fn of(&mut self, key: Key, visit: &Visit) -> StartRange {
        self.doubted(key, visit, StartRange::written(visit))
    }

    /// The start range that a visit's own date gives, with the doubt that other records cast on it.
    pub(super) fn doubted(&mut self, key: Key, visit: &Visit, mut start: StartRange) -> StartRange {
        let Some(when) = &visit.when else { return start };
        if let Some(sides) = self.disputed.get(&key) {
            start = sides.map_or(start, |sides| start.hull(sides));
            start.qualified = true;
        }
        if !start.qualified
            && let Some(anchor) = when.basis().and_then(Basis::anchor)
        {
            start.qualified = self.is_qualified(anchor);
        }
        start
    }

    /// Whether the date of a record, or one that it rests on, is in doubt. A circle of dates that rest on each other
    /// adds no doubt of its own.
    fn is_qualified(&mut self, anchor: &Id) -> bool {
        let mut path: Vec<Key> = Vec::new();
        let mut next = self.reader.index.key_of(anchor);
        let mut found = false;
        while let Some(key) = next {
            if let Some(known) = self.anchors.get(&key) {
                found = *known;
                break;
            }
            // For now; this also ends a walk in a circle.
            self.anchors.insert(key, false);
            path.push(key);
            let record = self.reader.record(key);
            let when = record.as_ref().and_then(date_of);
            if self.disputed.contains_key(&key) || when.is_some_and(|when| when.bounds().start_qualified) {
                found = true;
                break;
            }
            next = when.and_then(When::basis).and_then(Basis::anchor).and_then(|id| self.reader.index.key_of(id));
        }
        self.anchors.extend(path.into_iter().map(|key| (key, found)));
        found
    }
}

/// The date that another date can rest on.
fn date_of(record: &AnyRecord) -> Option<&When> {
    match record {
        AnyRecord::Visit(visit) => visit.when.as_ref(),
        other => other.main_date(),
    }
}

/// The start ranges that the sides of a conflict give, as far as they can be read.
fn sides_of(conflict: &Conflict) -> impl Iterator<Item = StartRange> + '_ {
    let dates = conflict.sides.iter().filter_map(|side| parse_edtf(side.value.trim()).ok());
    dates.map(|date| StartRange::of_bounds(&date.bounds))
}
