//! Counting visits with the doubt about their dates.
//!
//! A visit counts once, by its start. A start within one bin is certain there, or qualified where the date is. A wider
//! one, up to twelve months, is shared out over its bins by days. What is wider or open is undated. So over all bins
//! the expected counts and the undated add up to the visits counted.

use std::collections::BTreeMap;

use crate::index::Reader;
use crate::model::{Day, Key, Mode, Visit, VisitStatus, When, parse_edtf};

use super::BinUnit;

/// A start may lie in so many months and still be shared out.
const MOST_MONTHS: i32 = 12;

/// The days on which a visit may have begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StartRange {
    /// The visit.
    pub key: Key,
    /// The first day, `None` where it is open.
    pub first: Option<Day>,
    /// The last day, `None` where it is open.
    pub last: Option<Day>,
    /// Whether the date is in doubt in a way that days do not show.
    pub qualified: bool,
}

impl StartRange {
    /// The first and the last day, unless one is open or they lie too far apart to be shared out.
    #[must_use]
    pub fn dated(&self) -> Option<(Day, Day)> {
        let (first, last) = (self.first?, self.last?);
        (first <= last && last < first.plus_months(MOST_MONTHS)).then_some((first, last))
    }
}

/// Whether a visit counts: it took place or goes on, and in person.
#[must_use]
pub fn is_counted(visit: &Visit) -> bool {
    let took_place = matches!(visit.status_or_default(), VisitStatus::Ongoing | VisitStatus::Completed);
    took_place && visit.mode_or_default() == Mode::InPerson
}

/// The start of a visit; an open conflict about its date widens it to all sides.
#[must_use]
pub fn start_range(reader: &Reader, key: Key, visit: &Visit) -> StartRange {
    let bounds = visit.when.as_ref().map(When::bounds).unwrap_or_default();
    let mut range =
        StartRange { key, first: bounds.start_earliest, last: bounds.start_latest, qualified: bounds.qualified };
    for (_, conflict) in reader.conflicts_about(key) {
        if !conflict.is_open() || conflict.field != "when" {
            continue;
        }
        for side in conflict.sides.iter().filter_map(|side| parse_edtf(&side.value).ok()) {
            // `None` is open, and an open side opens the whole.
            range.first = range.first.min(side.bounds.start_earliest);
            range.last = range.last.zip(side.bounds.start_latest).map(|(a, b)| a.max(b));
            range.qualified |= side.bounds.qualified;
        }
    }
    range
}

/// The visits of one bin.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BinCount {
    /// Those that began in it under every reading.
    pub certain: u32,
    /// Those that did so by a date that is in doubt.
    pub qualified: u32,
    /// Certain and qualified, and the shares of those that may have begun in it.
    pub expected: f64,
    /// Every dated visit that may have begun in it.
    pub possible: u32,
}

impl BinCount {
    /// At least so many began in it.
    #[must_use]
    pub fn least(&self) -> u32 {
        self.certain + self.qualified
    }
}

/// Visits by bins.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    /// How long a bin is.
    pub unit: BinUnit,
    /// The bins in which there is something, in time.
    pub bins: Vec<(i32, BinCount)>,
    /// The visits whose start is open or too wide, in the order given.
    pub undated: Vec<Key>,
    /// How many were counted.
    pub total: usize,
}

impl Counts {
    /// The bins from one to another, both included, in which there is something.
    #[must_use]
    pub fn between(&self, first: i32, last: i32) -> &[(i32, BinCount)] {
        let from = self.bins.partition_point(|(bin, _)| *bin < first);
        let to = self.bins.partition_point(|(bin, _)| *bin <= last);
        self.bins.get(from..to.max(from)).unwrap_or(&[])
    }

    /// What is in a bin.
    #[must_use]
    pub fn at(&self, bin: i32) -> BinCount {
        self.between(bin, bin).first().map(|(_, count)| *count).unwrap_or_default()
    }
}

/// Counts visits by bins.
#[must_use]
pub fn count<'a>(starts: impl IntoIterator<Item = &'a StartRange>, unit: BinUnit) -> Counts {
    let mut bins: BTreeMap<i32, BinCount> = BTreeMap::new();
    let mut counts = Counts { unit, bins: Vec::new(), undated: Vec::new(), total: 0 };
    for start in starts {
        counts.total += 1;
        let Some((first, last)) = start.dated() else {
            counts.undated.push(start.key);
            continue;
        };
        let (from, to) = (unit.of(first), unit.of(last));
        if from == to {
            let bin = bins.entry(from).or_default();
            bin.possible += 1;
            bin.expected += 1.0;
            if start.qualified {
                bin.qualified += 1;
            } else {
                bin.certain += 1;
            }
            continue;
        }
        let days = first.days_until(last) + 1;
        for number in from..=to {
            let (begin, end) = (unit.first_day(number).max(first), unit.last_day(number).min(last));
            let bin = bins.entry(number).or_default();
            bin.possible += 1;
            bin.expected += (begin.days_until(end) + 1) as f64 / days as f64;
        }
    }
    counts.bins = bins.into_iter().collect();
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(edtf: &str) -> StartRange {
        let bounds = parse_edtf(edtf).unwrap().bounds;
        StartRange { key: Key(0), first: bounds.start_earliest, last: bounds.start_latest, qualified: bounds.qualified }
    }

    #[test]
    fn a_day_is_certain_and_a_doubtful_one_qualified() {
        let counts = count(&[start("2024-10-14"), start("2024-10-14?"), start("2024-10")], BinUnit::Month);
        let [(bin, october)] = counts.bins[..] else { panic!("one bin: {counts:?}") };
        assert_eq!(BinUnit::Month.name(bin), "Oct 2024");
        assert_eq!((october.certain, october.qualified, october.possible), (2, 1, 3));
    }

    #[test]
    fn a_start_in_two_months_is_shared_out_by_days() {
        let counts = count(&[start("[2024-08-30..2024-09-29]")], BinUnit::Month);
        let shares: Vec<f64> = counts.bins.iter().map(|(_, bin)| bin.expected).collect();
        assert_eq!(shares, [2.0 / 31.0, 29.0 / 31.0]);
        assert!(counts.bins.iter().all(|(_, bin)| bin.least() == 0 && bin.possible == 1));
        assert_eq!(count(&[start("[2024-08-30..2024-09-29]")], BinUnit::Quarter).bins[0].1.certain, 1);
    }

    #[test]
    fn what_is_open_or_wider_than_a_year_is_undated() {
        let starts = ["[..2024-10-13]", "202X", "2024", "2023-06/2024"].map(start);
        let counts = count(&starts, BinUnit::Year);
        assert_eq!(counts.undated.len(), 2);
        assert_eq!(counts.at(2024).certain, 1);
    }

    #[test]
    fn expected_and_undated_add_up_to_all() {
        let texts =
            ["2024-10-14", "2024-05?", "[2023-12-20..2024-11-02]", "2024", "..2024-01-01/..", "2024-21", "1950~"];
        for unit in BinUnit::ALL {
            let counts = count(&texts.map(start), *unit);
            let expected: f64 = counts.bins.iter().map(|(_, bin)| bin.expected).sum();
            assert!((expected + counts.undated.len() as f64 - counts.total as f64).abs() < 1e-9, "{unit:?}");
        }
    }
}
