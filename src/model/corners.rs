//! A date with doubt as four corners: when it begins and ends, each at the earliest and at the latest.

use super::Day;

/// When something begins and ends. `None` at an earliest corner is unbounded in the past, at a latest one in the future.
///
/// A single day has four equal corners. Qualifiers (`?`, `~`, `%`) never move a corner; they make their end qualified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DateBounds {
    /// The first day on which it may have begun.
    pub start_earliest: Option<Day>,
    /// The last day on which it may have begun.
    pub start_latest: Option<Day>,
    /// The first day on which it may have ended.
    pub end_earliest: Option<Day>,
    /// The last day on which it may have ended.
    pub end_latest: Option<Day>,
    /// Whether the start is in doubt in a way that days do not show.
    pub start_qualified: bool,
    /// Whether the end is.
    pub end_qualified: bool,
}

/// A start that lies somewhere in more days than these, some ten years, has no place in time.
const MOST_DAYS_OF_A_PLACE: i32 = 3_660;

impl DateBounds {
    /// Something that happens some day from `earliest` to `latest`; not qualified.
    #[must_use]
    pub fn within(earliest: Option<Day>, latest: Option<Day>) -> Self {
        Self {
            start_earliest: earliest,
            start_latest: latest,
            end_earliest: earliest,
            end_latest: latest,
            ..Self::default()
        }
    }

    /// Something that lasts: it begins within one range of days and ends within another; not qualified.
    ///
    /// Since nothing ends before it begins, a latest start beyond the latest end, or an earliest end before the
    /// earliest start, moves to it.
    #[must_use]
    pub fn lasting(start: (Option<Day>, Option<Day>), end: (Option<Day>, Option<Day>)) -> Self {
        let earlier = |a: Option<Day>, b: Option<Day>| match (a, b) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Self {
            start_earliest: start.0,
            start_latest: earlier(start.1, end.1),
            // `None` sorts before every day, as an unbounded past does.
            end_earliest: end.0.max(start.0),
            end_latest: end.1,
            ..Self::default()
        }
    }

    /// The days on which it went on for certain, if there are any: from the latest start to the earliest end.
    #[must_use]
    pub fn certain_span(&self) -> Option<(Day, Day)> {
        let (start, end) = (self.start_latest?, self.end_earliest?);
        (start <= end).then_some((start, end))
    }

    /// Whether an end is in doubt in a way that days do not show.
    #[must_use]
    pub fn is_qualified(&self) -> bool {
        self.start_qualified || self.end_qualified
    }

    /// Whether the start is known to the day.
    #[must_use]
    pub fn starts_on_one_day(&self) -> bool {
        self.start_earliest.is_some() && self.start_earliest == self.start_latest
    }

    /// Whether it says where in time it lies: `XXXX`, some year, does not, nor does `19XX`.
    ///
    /// A view of all dates is fitted to those that do; the others reach across it.
    #[must_use]
    pub fn has_a_place_in_time(&self) -> bool {
        match (self.start_earliest, self.start_latest) {
            (Some(earliest), Some(latest)) => latest.0 - earliest.0 <= MOST_DAYS_OF_A_PLACE,
            _ => true,
        }
    }

    /// Whether some day of it may lie from `first` to `last`, both included.
    #[must_use]
    pub fn may_touch(&self, first: Day, last: Day) -> bool {
        self.start_earliest.is_none_or(|day| day <= last) && self.end_latest.is_none_or(|day| day >= first)
    }

    /// What dates are sorted by: start earliest, start latest, end latest. The precision and the id come after.
    #[must_use]
    pub fn sort_key(&self) -> (i64, i64, i64) {
        let earliest = |day: Option<Day>| day.map_or(i64::MIN, |day| i64::from(day.0));
        let latest = |day: Option<Day>| day.map_or(i64::MAX, |day| i64::from(day.0));
        (earliest(self.start_earliest), latest(self.start_latest), latest(self.end_latest))
    }
}
