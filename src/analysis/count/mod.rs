//! How many visits there were, with the doubt kept.
//!
//! The rule:
//!
//! - A visit counts once, by the range of days on which it may have **started**. Planned, cancelled and not-in-person
//!   visits are left out unless asked for. An open conflict about its `when` makes what its sides say alternatives.
//! - All days on which it may have lie inside one bin: the visit is *certain* there, or *qualified* where its date is in
//!   doubt in a way that days do not show ([`Starts`] says when).
//! - They lie in several, and at most [`MOST_SPREAD_DAYS`] days apart: the visit is spread, 1 in all. **Alternatives**,
//!   the members of a one-of set and the distinct values of a conflict, share equally, by convention and not as a
//!   probability; the days of each, those that fit a mask among them, are alike.
//! - They lie further apart, are open at a side, or there is no readable date: the visit lies in the **undated tray**.
//! - `expected` is certain + qualified + shares. `possible` is every visit that may lie in the bin, those of the tray
//!   included; none is possible between its alternatives. Over all bins Σ expected + tray = number counted, exactly.
//! - A visit in several lanes counts in each; the total says it once.
//!
//! **Which bins are listed.** For each lane those that a dated visit touches. In others only visits of the tray may lie,
//! and the tray tells of them once.
//!
//! Shares are whole numbers of [`SHARE_UNITS`]ths, cut where the days are: the shares of a visit add up to exactly 1, and
//! those of the months of a year to exactly that of the year. The order of the records changes nothing.

mod bin;
mod lanes;
mod starts;
mod tally;

use std::fmt;

use crate::index::Reader;
use crate::model::{Id, Key, Mode, Visit, VisitStatus};

pub use bin::{Bin, BinUnit};
pub use lanes::{ALL_LANE, LaneBy, NO_LANE, lane_label};
pub use starts::{StartRange, Starts};

use lanes::Lanes;
use tally::Tally;

/// A start range is spread over bins up to this length: twelve months.
pub const MOST_SPREAD_DAYS: i64 = 366;
/// One visit, in the units that shares are counted in.
pub const SHARE_UNITS: u64 = 1 << 42;

/// So many visits are read ahead of being counted.
const BATCH: usize = 64;

/// What to count and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CountOptions {
    /// The length of a bin.
    pub by: BinUnit,
    /// What the visits are told apart by.
    pub lanes: LaneBy,
    /// Count planned visits too.
    pub planned: bool,
    /// Count cancelled visits too.
    pub cancelled: bool,
    /// Count video conferences, calls and letters too.
    pub not_in_person: bool,
}

impl CountOptions {
    /// Whether a visit is counted.
    #[must_use]
    pub fn counts(&self, visit: &Visit) -> bool {
        match visit.status_or_default() {
            VisitStatus::Planned if !self.planned => false,
            VisitStatus::Cancelled if !self.cancelled => false,
            _ => self.not_in_person || visit.mode_or_default() == Mode::InPerson,
        }
    }
}

/// The visits of one bin in one lane.
#[derive(Debug, Clone, PartialEq)]
pub struct BinCount {
    /// The bin.
    pub bin: Bin,
    /// The lane, an index into [`Counts::lanes`].
    pub lane: usize,
    /// Visits that started in it.
    pub certain: u32,
    /// Visits that started in it if their date is right.
    pub qualified: u32,
    /// Certain, qualified and the shares of visits that may have started in it.
    pub expected: f64,
    /// Visits that may have started in it.
    pub possible: u32,
}

/// The visits of a lane that no bin can be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undated {
    /// The lane, an index into [`Counts::lanes`].
    pub lane: usize,
    /// Who they are, by id; a repeated id stands for each of its visits.
    pub visits: Vec<(Id, Key)>,
}

/// The visits of a briefing, counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    /// How many were counted, each once.
    pub total: usize,
    /// How many were left out as planned, cancelled or not in person.
    pub left_out: usize,
    /// The names of the lanes: ISO codes, ids or words, as scripts know them. [`lane_label`] gives those for the screen.
    pub lanes: Vec<String>,
    /// The bins that a dated visit touches, by time, then by lane.
    pub bins: Vec<BinCount>,
    /// The undated tray of every lane, in the order of the lanes; empty ones are there too.
    pub undated: Vec<Undated>,
}

/// Counts the visits of a briefing.
#[must_use]
pub fn count(reader: &Reader, options: &CountOptions) -> Counts {
    count_some(reader, options, |_| true)
}

/// Counts those visits of a briefing that are asked for, such as those that pass a filter.
///
/// Takes time in proportion to the visits, and to the bins listed.
#[must_use]
pub fn count_some(reader: &Reader, options: &CountOptions, asked: impl Fn(Key) -> bool) -> Counts {
    let mut starts = Starts::new(reader);
    let mut lanes = Lanes::new(reader, options.lanes);
    let mut tally = Tally::new(options.by);
    let (mut total, mut left_out) = (0, 0);
    let mut into = Vec::new();
    let mut visits = reader.briefing.visits.iter().filter(|entry| asked(entry.key));
    let mut batch = Vec::with_capacity(BATCH);
    loop {
        // Reading a batch ahead lets the processor fetch many visits at a time; one by one it would wait for each.
        let ahead = visits.by_ref().take(BATCH);
        batch.extend(ahead.map(|entry| (entry, options.counts(&entry.record), StartRange::written(&entry.record))));
        if batch.is_empty() {
            break;
        }
        for (entry, is_counted, written) in batch.drain(..) {
            if !is_counted {
                left_out += 1;
                continue;
            }
            total += 1;
            lanes.of(&entry.record, &mut into);
            let start = starts.doubted(entry.key, &entry.record, written);
            tally.add(&start, &into, || (entry.record.id.clone(), entry.key));
        }
    }
    let (names, order) = lanes.finish();
    let (bins, undated) = tally.finish(&order);
    Counts { total, left_out, lanes: names, bins, undated }
}

/// The visits that count, lane by lane in the order of [`Counts::lanes`], with the names of the lanes.
#[must_use]
pub fn starts_by_lane(reader: &Reader, options: &CountOptions) -> (Vec<String>, Vec<Vec<(Key, StartRange)>>) {
    let mut starts = Starts::new(reader);
    let mut lanes = Lanes::new(reader, options.lanes);
    let mut by_number: Vec<Vec<(Key, StartRange)>> = Vec::new();
    let mut into = Vec::new();
    for entry in reader.briefing.visits.iter().filter(|entry| options.counts(&entry.record)) {
        lanes.of(&entry.record, &mut into);
        let start = starts.of(entry.key, &entry.record);
        for number in &into {
            if by_number.len() <= *number {
                by_number.resize_with(number + 1, Vec::new);
            }
            by_number[*number].push((entry.key, start.clone()));
        }
    }
    let (names, order) = lanes.finish();
    let mut placed: Vec<Vec<(Key, StartRange)>> = vec![Vec::new(); names.len()];
    for (of_lane, place) in by_number.into_iter().zip(order) {
        placed[place] = of_lane;
    }
    (names, placed)
}

/// Counts visits whose starts and lanes the caller tells: lanes by number, below `lanes`. Bins and trays as in [`Counts`].
#[must_use]
pub fn count_in_lanes<'a>(
    by: BinUnit,
    lanes: usize,
    visits: impl IntoIterator<Item = (StartRange, (Id, Key), &'a [usize])>,
) -> (Vec<BinCount>, Vec<Undated>) {
    let mut tally = Tally::new(by);
    for (start, who, into) in visits {
        tally.add(&start, into, || who.clone());
    }
    let order: Vec<usize> = (0..lanes).collect();
    tally.finish(&order)
}

impl BinCount {
    /// At least so many visits started in it, if their dates are right.
    #[must_use]
    pub fn least(&self) -> u32 {
        self.certain + self.qualified
    }
}

impl Counts {
    /// The name of the lane of a bin or a tray.
    #[must_use]
    pub fn lane(&self, lane: usize) -> &str {
        self.lanes.get(lane).map_or(NO_LANE, String::as_str)
    }
}

impl Undated {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.visits.len()
    }

    /// Their ids, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &Id> {
        self.visits.iter().map(|(id, _)| id)
    }
}

impl fmt::Display for BinUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        })
    }
}

#[cfg(test)]
mod tests;
