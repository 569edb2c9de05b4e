//! When an actor took part in visits and spoke: marks for a short strip of time.

use crate::analysis::count::is_start_in_doubt;
use crate::index::Reader;
use crate::model::{AnyRecord, DateBounds, Day, Key, RecordKind, Visit, parse_edtf};

use super::chart::TimeScale;
use super::{Filter, Shown};

/// The first and the last day that strips of time show: whole months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeRange {
    /// The first day of a month.
    pub first: Day,
    /// The last day of a month.
    pub last: Day,
}

impl TimeRange {
    /// The range that the filter asks for, and where it does not, that of all shown visits and statements.
    #[must_use]
    pub fn of(reader: &Reader, shown: &Shown, filter: &Filter) -> Option<Self> {
        let mut first = filter.first_day();
        let mut last = filter.last_day();
        if first.is_none() || last.is_none() {
            let (from, to) = known_days(reader, shown)?;
            first = first.or(Some(from));
            last = last.or(Some(to));
        }
        let (first, last) = (first?, last?);
        (first <= last).then(|| Self::whole_months(first, last))
    }

    fn whole_months(first: Day, last: Day) -> Self {
        let begin = first.civil();
        let first = first.plus_days(1 - i32::from(begin.day));
        let end = last.civil();
        let last = last.plus_days(1 - i32::from(end.day)).plus_months(1).plus_days(-1);
        Self { first, last }
    }

    /// The scale on which it fills a width.
    #[must_use]
    pub fn scale(&self, left: f32, width: f32) -> TimeScale {
        TimeScale::over(left, width, (self.first, self.last))
    }

    /// Its ends in words, as short as they are clear: `May 2024` and `Oct`.
    #[must_use]
    pub fn words(&self) -> (String, String) {
        let (first, last) = (self.first.civil(), self.last.civil());
        let month = |civil: crate::model::Civil| crate::model::month_name(civil.month);
        if last.year - first.year >= 3 {
            return (first.year.to_string(), last.year.to_string());
        }
        let begin = format!("{} {}", month(first), first.year);
        let end = match first.year == last.year {
            true if first.month == last.month => String::new(),
            true => month(last).to_owned(),
            false => format!("{} {}", month(last), last.year),
        };
        (begin, end)
    }
}

/// The earliest and latest day at which a shown visit or statement is known to begin, or may, of those that have a
/// place in time, or else of all.
fn known_days(reader: &Reader, shown: &Shown) -> Option<(Day, Day)> {
    days_of(reader, shown, DateBounds::has_a_place_in_time).or_else(|| days_of(reader, shown, |_| true))
}

fn days_of(reader: &Reader, shown: &Shown, is_taken: impl Fn(&DateBounds) -> bool) -> Option<(Day, Day)> {
    let mut days: Option<(Day, Day)> = None;
    let mut take = |bounds: DateBounds| {
        if !is_taken(&bounds) {
            return;
        }
        for day in [bounds.start_earliest, bounds.start_latest].into_iter().flatten() {
            let (first, last) = days.unwrap_or((day, day));
            days = Some((first.min(day), last.max(day)));
        }
    };
    for entry in reader.briefing.visits.iter().filter(|entry| shown.has(entry.key)) {
        entry.record.when.iter().for_each(|when| take(when.bounds()));
    }
    for entry in reader.briefing.statements.iter().filter(|entry| shown.has(entry.key)) {
        entry.record.said_on.iter().for_each(|when| take(when.bounds()));
    }
    days
}

/// A mark on a strip of time, by the day on which something began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActivityMark {
    /// A visit that began on some day of a range; an open end has no day.
    Possible(Option<Day>, Option<Day>),
    /// A visit that began on a day which is in doubt in another way, such as an inferred year.
    Qualified(Day),
    /// A visit that began on a day.
    Certain(Day),
    /// A statement made on a day, or by it, or from it on; `true` where the day is known.
    Said(Day, bool),
}

impl ActivityMark {
    /// The days on which the visit that it tells of may have begun; none of a statement.
    #[must_use]
    pub fn start(&self) -> Option<DateBounds> {
        match *self {
            Self::Possible(first, last) => Some(DateBounds::within(first, last)),
            Self::Qualified(day) | Self::Certain(day) => Some(DateBounds::within(Some(day), Some(day))),
            Self::Said(..) => None,
        }
    }

    /// The first day that it tells of.
    #[must_use]
    pub fn first_day(&self) -> Option<Day> {
        match *self {
            Self::Possible(first, last) => first.or(last),
            Self::Qualified(day) | Self::Certain(day) | Self::Said(day, _) => Some(day),
        }
    }
}

/// The mark of a visit by its start, which an open conflict about its date widens. None without a date.
#[must_use]
pub fn visit_mark(reader: &Reader, key: Key, visit: &Visit) -> Option<ActivityMark> {
    let bounds = with_conflicts(reader, key, visit.when.as_ref()?.bounds());
    match (bounds.start_earliest, bounds.start_latest) {
        (None, None) => None,
        (Some(first), Some(last)) if first == last && is_start_in_doubt(reader, key, visit) => {
            Some(ActivityMark::Qualified(first))
        }
        (Some(first), Some(last)) if first == last => Some(ActivityMark::Certain(first)),
        (first, last) => Some(ActivityMark::Possible(first, last)),
    }
}

fn with_conflicts(reader: &Reader, key: Key, mut bounds: DateBounds) -> DateBounds {
    for (_, conflict) in reader.conflicts_about(key) {
        if !conflict.is_open() || conflict.field != "when" {
            continue;
        }
        for side in conflict.sides.iter().filter_map(|side| parse_edtf(&side.value).ok()) {
            // An open start is earlier than any day, an open latest start later than any.
            bounds.start_earliest = bounds.start_earliest.min(side.bounds.start_earliest);
            let latest = bounds.start_latest.zip(side.bounds.start_latest);
            bounds.start_latest = latest.map(|(known, other)| known.max(other));
        }
    }
    bounds
}

/// The marks of some visits and of some statements, sorted, each once; hatched ones first, so that the others lie on top.
#[must_use]
pub fn activity_marks(reader: &Reader, visits: &[Key], statements: &[Key]) -> Vec<ActivityMark> {
    let mut marks: Vec<ActivityMark> = visits
        .iter()
        .filter_map(|key| match reader.record(*key)? {
            AnyRecord::Visit(visit) => visit_mark(reader, *key, &visit),
            _ => None,
        })
        .collect();
    marks.extend(statements.iter().filter_map(|key| {
        let AnyRecord::Statement(statement) = reader.record(*key)? else { return None };
        let bounds = statement.said_on.as_ref()?.bounds();
        Some(ActivityMark::Said(bounds.start_latest.or(bounds.start_earliest)?, bounds.starts_on_one_day()))
    }));
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// The statements of a speaker that pass the filter, in the order of the file.
#[must_use]
pub fn statements_of(reader: &Reader, shown: &Shown, speaker: Key) -> Vec<Key> {
    let links = reader.index.links_to(speaker).iter();
    links
        .filter(|link| link.kind == RecordKind::Statement && link.field == "speaker" && shown.has(link.from))
        .map(|link| link.from)
        .collect()
}
