//! Adding visits up by lane and bin.

use std::collections::BTreeMap;

use crate::model::{Day, Id, Key};

use super::counts::{BinCount, MOST_SPREAD_DAYS, MOST_YEARS_LISTED, SHARE_UNITS, Undated};
use super::{Bin, BinUnit, StartRange};

/// What is known of a bin.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    certain: u32,
    qualified: u32,
    /// Shares of spread visits, in [`SHARE_UNITS`]ths.
    shares: u64,
    possible: u32,
}

/// The bins of one year.
type Year = Vec<Cell>;

#[derive(Debug, Default)]
struct LaneTally {
    years: BTreeMap<i32, Year>,
    /// The start ranges of the tray, as bounds on days.
    tray: Vec<(Option<Day>, Option<Day>)>,
    undated: Vec<(Id, Key)>,
}

/// Visits added up so far; lanes by their number.
#[derive(Debug)]
pub(super) struct Tally {
    unit: BinUnit,
    lanes: Vec<LaneTally>,
}

impl Tally {
    pub(super) fn new(unit: BinUnit) -> Self {
        Self { unit, lanes: Vec::new() }
    }

    /// Adds a visit to its lanes. `who` names it, for the tray.
    pub(super) fn add(&mut self, start: StartRange, lanes: &[usize], who: impl Fn() -> (Id, Key)) {
        if let Some(last) = lanes.iter().max().filter(|last| **last >= self.lanes.len()) {
            self.lanes.resize_with(last + 1, LaneTally::default);
        }
        let length_days = start.length_days().filter(|days| (1..=MOST_SPREAD_DAYS).contains(days));
        let unit = self.unit;
        for lane in lanes {
            let Some(lane) = self.lanes.get_mut(*lane) else { continue };
            if let (Some(first), Some(last), Some(days)) = (start.earliest, start.latest, length_days) {
                lane.place(first, last, days, start.qualified, unit);
            } else {
                lane.tray.push((start.earliest, start.latest));
                lane.undated.push(who());
            }
        }
    }

    /// The bins and the trays, with the lanes in their order: `order` has the place of each number.
    pub(super) fn finish(self, order: &[usize]) -> (Vec<BinCount>, Vec<Undated>) {
        let first = self.lanes.iter().filter_map(|lane| lane.years.first_key_value()).map(|(year, _)| *year).min();
        let last = self.lanes.iter().filter_map(|lane| lane.years.last_key_value()).map(|(year, _)| *year).max();
        let whole = first.zip(last).filter(|(first, last)| {
            let years = first.abs_diff(*last) as usize + 1;
            years.saturating_mul(self.lanes.len()) <= MOST_YEARS_LISTED
        });
        let mut bins = Vec::new();
        let mut undated: Vec<Undated> = (0..order.len()).map(|lane| Undated { lane, visits: Vec::new() }).collect();
        for (number, mut lane) in self.lanes.into_iter().enumerate() {
            let Some(place) = order.get(number).copied() else { continue };
            lane.add_tray(whole, self.unit);
            bins.extend(lane.bins(place, self.unit));
            if let Some(tray) = undated.get_mut(place) {
                tray.visits = lane.undated;
                tray.visits.sort_unstable();
            }
        }
        bins.sort_by_key(|count| (count.bin, count.lane));
        (bins, undated)
    }
}

impl LaneTally {
    fn cell(&mut self, bin: Bin) -> &mut Cell {
        let year = self.years.entry(bin.year).or_insert_with(|| vec![Cell::default(); bin.unit.per_year().into()]);
        &mut year[usize::from(bin.part)]
    }

    /// Adds a visit that started from `first` to `last`, `days` days in all.
    fn place(&mut self, first: Day, last: Day, days: i64, qualified: bool, unit: BinUnit) {
        let last_bin = Bin::of(last, unit);
        let mut bin = Bin::of(first, unit);
        if bin == last_bin {
            let cell = self.cell(bin);
            cell.possible += 1;
            if qualified {
                cell.qualified += 1;
            } else {
                cell.certain += 1;
            }
            return;
        }
        // Shares are differences of one rounded sum, so that they add up whatever the bins are.
        let up_to = |days_before: i64| (days_before.clamp(0, days) as u64 * SHARE_UNITS) / days as u64;
        let mut before = 0;
        loop {
            let next = bin.next();
            let after = match next.first_day() {
                Some(day) if bin < last_bin => up_to(first.days_until(day)),
                _ => SHARE_UNITS,
            };
            let cell = self.cell(bin);
            cell.possible += 1;
            cell.shares += after - before;
            if bin >= last_bin {
                return;
            }
            (before, bin) = (after, next);
        }
    }

    /// Adds the visits of the tray to what is possible in the bins listed: those of the `whole` years, or else of the
    /// years that the lane has.
    fn add_tray(&mut self, whole: Option<(i32, i32)>, unit: BinUnit) {
        if self.tray.is_empty() {
            return;
        }
        let per_year = usize::from(unit.per_year());
        if let Some((first, last)) = whole {
            for year in first..=last {
                self.years.entry(year).or_insert_with(|| vec![Cell::default(); per_year]);
            }
        }
        let years: Vec<i32> = self.years.keys().copied().collect();
        // One more at the first bin that a visit may lie in, one less after the last.
        let mut steps = vec![0_i64; years.len() * per_year + 1];
        for (earliest, latest) in &self.tray {
            let from = earliest.map_or(0, |day| {
                let bin = Bin::of(day, unit);
                let at = years.partition_point(|year| *year < bin.year);
                at * per_year + if years.get(at) == Some(&bin.year) { usize::from(bin.part) } else { 0 }
            });
            let to = latest.map_or(steps.len() - 1, |day| {
                let bin = Bin::of(day, unit);
                let at = years.partition_point(|year| *year < bin.year);
                at * per_year + if years.get(at) == Some(&bin.year) { usize::from(bin.part) + 1 } else { 0 }
            });
            if from < to {
                steps[from] += 1;
                steps[to] -= 1;
            }
        }
        let mut possible = 0;
        for (cell, step) in self.years.values_mut().flatten().zip(steps) {
            possible += step;
            cell.possible += possible as u32;
        }
    }

    fn bins(&self, lane: usize, unit: BinUnit) -> impl Iterator<Item = BinCount> + '_ {
        let cells =
            self.years.iter().flat_map(|(year, cells)| (0..).zip(cells).map(|(part, cell)| (*year, part, cell)));
        cells.filter(|(_, _, cell)| cell.possible > 0).map(move |(year, part, cell)| BinCount {
            bin: Bin { year, part, unit },
            lane,
            certain: cell.certain,
            qualified: cell.qualified,
            expected: f64::from(cell.certain) + f64::from(cell.qualified) + cell.shares as f64 / SHARE_UNITS as f64,
            possible: cell.possible,
        })
    }
}
