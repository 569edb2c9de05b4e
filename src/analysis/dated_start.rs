//! The starts of visits that count, and how many of them lie in some days.

use std::sync::Arc;

use crate::index::Reader;
use crate::model::{AnyRecord, Day, Key, Visit, count_text, share_text};

use super::count::{CountOptions, StartRange, Starts};

/// A date in doubt is taken to be wrong by up to so many months, or not to be one at all.
const DOUBT_REACHES_MONTHS: i32 = 12;

/// When a counted visit may have begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedStart {
    /// The visit.
    pub key: Key,
    /// The days on which it may have begun, and whether its date is in doubt in a way that days do not show, such as an
    /// inferred year.
    pub range: StartRange,
}

impl DatedStart {
    /// The start of a visit.
    #[must_use]
    pub fn new(key: Key, range: StartRange) -> Self {
        Self { key, range }
    }

    /// The first and the last day, where the visit is not one of the undated.
    #[must_use]
    pub fn dated(&self) -> Option<(Day, Day)> {
        self.range.earliest.zip(self.range.latest).filter(|_| self.range.is_dated())
    }

    /// Whether the date is in doubt beyond its days.
    #[must_use]
    pub fn is_in_doubt(&self) -> bool {
        self.range.qualified
    }

    /// Whether it may have begun from one day to another, if its date is right; what is open may.
    #[must_use]
    pub fn may_begin_in(&self, days: (Day, Day)) -> bool {
        self.range.may_lie_in(days)
    }

    /// Whether it began from one day to another wherever in its range it did, if its date is right.
    #[must_use]
    pub fn begins_in(&self, (from, to): (Day, Day)) -> bool {
        let (first, last) = (self.range.earliest, self.range.latest);
        first.is_some_and(|first| first >= from) && last.is_some_and(|last| last <= to)
    }

    /// Whether it may have begun there under any reading: a date in doubt may be wrong by up to a year.
    pub(super) fn may_begin_in_if_wrong(&self, days: (Day, Day)) -> bool {
        if self.may_begin_in(days) {
            return true;
        }
        let first = self.range.earliest.map(|day| day.plus_months(-DOUBT_REACHES_MONTHS));
        let last = self.range.latest.map(|day| day.plus_months(DOUBT_REACHES_MONTHS));
        self.is_in_doubt() && first.is_none_or(|first| first <= days.1) && last.is_none_or(|last| last >= days.0)
    }

    /// Whether it began there under every reading.
    pub(super) fn surely_begins_in(&self, days: (Day, Day)) -> bool {
        !self.is_in_doubt() && self.begins_in(days)
    }
}

/// The starts of the visits that count.
#[must_use]
pub fn starts_of(reader: &Reader, visits: &[Key]) -> Vec<(DatedStart, Arc<Visit>)> {
    let mut starts = Starts::new(reader);
    let counted = visits.iter().filter_map(|key| match reader.record(*key)? {
        AnyRecord::Visit(visit) if CountOptions::default().counts(&visit) => Some((*key, visit)),
        _ => None,
    });
    counted
        .map(|(key, visit)| {
            let start = DatedStart::new(key, starts.of(key, &visit));
            (start, visit)
        })
        .collect()
}

/// How many of dated visits began from one day to another.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BegunIn {
    /// Under every reading.
    pub certain: usize,
    /// Under every reading, if their dates are right.
    pub in_doubt: usize,
    /// By the shares of days.
    pub expected: f64,
    /// At most.
    pub possible: usize,
}

impl BegunIn {
    /// Counts starts one by one; those that are not dated are left out.
    #[must_use]
    pub fn new<'a>(starts: impl IntoIterator<Item = &'a DatedStart>, days: (Day, Day)) -> Self {
        let mut begun = Self::default();
        for start in starts {
            if start.dated().is_none() || !start.may_begin_in(days) {
                continue;
            }
            begun.possible += 1;
            let is_inside = start.begins_in(days);
            begun.certain += usize::from(is_inside && !start.is_in_doubt());
            begun.in_doubt += usize::from(is_inside && start.is_in_doubt());
            begun.expected += start.range.part_in(days);
        }
        begun
    }

    /// The sentence, with the number of those that have no date to count by.
    #[must_use]
    pub fn words(&self, undated: usize) -> String {
        let Self { certain, in_doubt, expected, possible } = *self;
        let further = |count: usize, what: &str| match count {
            0 => String::new(),
            count => format!(", {} {what}", count_text(count)),
        };
        let qualified = further(in_doubt, "in doubt");
        let doubt = if certain + in_doubt == possible {
            String::new()
        } else {
            format!(", {} expected, at most {}", share_text(expected), count_text(possible))
        };
        let undated = further(undated, "undated");
        format!("In sight {} certain{qualified}{doubt}{undated}", count_text(certain))
    }
}

/// How many of some starts are dated, and in doubt beyond their days.
pub(super) fn count_in_doubt<'a>(starts: impl IntoIterator<Item = &'a DatedStart>) -> usize {
    starts.into_iter().filter(|start| start.is_in_doubt() && start.dated().is_some()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::When;

    fn start(edtf: &str) -> DatedStart {
        DatedStart::new(Key(0), StartRange::of_date(&When::from_edtf(edtf)))
    }

    #[test]
    fn a_start_half_in_sight_is_possible() {
        let day = |day| Day::from_civil(2024, 10, day).unwrap();
        let starts = ["2024-10-02", "[2024-10-01..2024-10-04]", "[2024-10-20..2024-10-30]"].map(start);
        assert_eq!(
            BegunIn::new(&starts, (day(1), day(2))).words(1),
            "In sight 1 certain, 1.5 expected, at most 2, 1 undated"
        );
        // An inferred year is in sight, and never certain.
        let starts = ["2024-10-02?", "2024-10-01"].map(start);
        assert_eq!(BegunIn::new(&starts, (day(1), day(2))).words(0), "In sight 1 certain, 1 in doubt");
        // Between two alternatives there is nothing; each is half of it.
        let starts = ["[2024-10-04,2024-10-10]"].map(start);
        assert_eq!(BegunIn::new(&starts, (day(5), day(9))), BegunIn::default());
        assert_eq!(BegunIn::new(&starts, (day(1), day(9))).words(0), "In sight 0 certain, 0.5 expected, at most 1");
    }

    #[test]
    fn a_date_in_doubt_may_be_wrong_by_a_year_and_no_more() {
        let year = |year| Day::from_civil(year, 1, 1).zip(Day::from_civil(year, 12, 31)).unwrap();
        let inferred = start("2022-05-03?");
        let may: Vec<i64> = (2019..2026).filter(|n| inferred.may_begin_in_if_wrong(year(*n))).collect();
        assert_eq!(may, [2021, 2022, 2023]);
        assert!(inferred.begins_in(year(2022)) && !inferred.surely_begins_in(year(2022)));
        assert!(!start("2022-05-03").may_begin_in_if_wrong(year(2021)));
    }
}
