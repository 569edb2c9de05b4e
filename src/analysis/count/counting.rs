//! Counting visits into bins and lanes.

use super::bin::BinUnit;
use super::counts::{BinCount, CountOptions, Counts, Undated};
use super::lanes::{LaneNumbers, NO_LANE};
use super::starts::{StartRange, Starts};
use super::tally::Tally;
use crate::index::Reader;
use crate::model::{Id, Key};
use std::fmt;

/// So many visits are read ahead of being counted.
pub(super) const BATCH: usize = 64;

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
    let mut lanes = LaneNumbers::new(reader, options.lanes);
    let mut tally = Tally::new(options.by);
    let (mut total, mut left_out) = (0, 0);
    let mut without_destination = Vec::new();
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
            if entry.record.to.is_empty() {
                without_destination.push((entry.record.id.clone(), entry.key));
            }
            lanes.of(&entry.record, &mut into);
            let start = starts.doubted(entry.key, &entry.record, written);
            tally.add(&start, &into, || (entry.record.id.clone(), entry.key));
        }
    }
    let (names, order) = lanes.finish();
    let (bins, undated) = tally.finish(&order);
    Counts { total, left_out, without_destination, lanes: names, bins, undated }
}

/// The visits that count, lane by lane in the order of [`Counts::lanes`], with the names of the lanes.
#[must_use]
pub fn starts_by_lane(reader: &Reader, options: &CountOptions) -> (Vec<String>, Vec<Vec<(Key, StartRange)>>) {
    let mut starts = Starts::new(reader);
    let mut lanes = LaneNumbers::new(reader, options.lanes);
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
