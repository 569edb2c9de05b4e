//! Adding visits up by lane and bin.

use std::collections::BTreeMap;

use crate::model::{Day, Id, Key};

use super::counts::{BinCount, SHARE_UNITS, Undated};
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
    /// The start ranges of the tray.
    tray: Vec<StartRange>,
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
    pub(super) fn add(&mut self, start: &StartRange, lanes: &[usize], who: impl Fn() -> (Id, Key)) {
        if let Some(last) = lanes.iter().max().filter(|last| **last >= self.lanes.len()) {
            self.lanes.resize_with(last + 1, LaneTally::default);
        }
        let parts = parts_by_bin(&start.shares(), self.unit);
        for lane in lanes {
            let Some(lane) = self.lanes.get_mut(*lane) else { continue };
            if parts.is_empty() {
                lane.tray.push(start.clone());
                lane.undated.push(who());
            } else {
                lane.place(&parts, start.qualified);
            }
        }
    }

    /// The bins and the trays, with the lanes in their order: `order` has the place of each number.
    pub(super) fn finish(self, order: &[usize]) -> (Vec<BinCount>, Vec<Undated>) {
        let mut bins = Vec::new();
        let mut undated: Vec<Undated> = (0..order.len()).map(|lane| Undated { lane, visits: Vec::new() }).collect();
        for (number, mut lane) in self.lanes.into_iter().enumerate() {
            let Some(place) = order.get(number).copied() else { continue };
            lane.add_tray(self.unit);
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

    /// Adds a visit that has a part in each of some bins, 1 in all.
    fn place(&mut self, parts: &[(Bin, u64)], qualified: bool) {
        for (bin, units) in parts {
            let is_alone = parts.len() == 1;
            let cell = self.cell(*bin);
            cell.possible += 1;
            match (is_alone, qualified) {
                (true, true) => cell.qualified += 1,
                (true, false) => cell.certain += 1,
                (false, _) => cell.shares += units,
            }
        }
    }

    /// Adds the visits of the tray to what is possible in the bins that have a part of another.
    fn add_tray(&mut self, unit: BinUnit) {
        let years: Vec<i32> = self.years.keys().copied().collect();
        let (Some(begin), Some(end)) = (years.first(), years.last()) else { return };
        let ends = Day::from_civil(i64::from(*begin), 1, 1).zip(Day::from_civil(i64::from(*end), 12, 31));
        let Some((first_day, last_day)) = ends.filter(|_| !self.tray.is_empty()) else { return };
        let per_year = usize::from(unit.per_year());
        // The place of a bin among those of the years that there are, or where it would stand.
        let place = |bin: Bin, after: usize| {
            let at = years.partition_point(|year| *year < bin.year);
            at * per_year + if years.get(at) == Some(&bin.year) { usize::from(bin.part) + after } else { 0 }
        };
        // One more at the first bin that a visit may lie in, one less after the last.
        let mut steps = vec![0_i64; years.len() * per_year + 1];
        let mut add = |(from, to): (usize, usize)| {
            if from < to {
                steps[from] += 1;
                steps[to] -= 1;
            }
        };
        for start in &self.tray {
            let runs = start.runs_between(first_day, last_day);
            let mut places: Vec<(usize, usize)> =
                runs.iter().map(|(from, to)| (place(Bin::of(*from, unit), 0), place(Bin::of(*to, unit), 1))).collect();
            places.sort_unstable();
            // A visit counts once in a bin that two of its runs touch.
            let mut reached = 0;
            for (from, to) in places {
                add((from.max(reached), to));
                reached = reached.max(to);
            }
        }
        let mut possible = 0;
        for (cell, step) in self.years.values_mut().flatten().zip(steps) {
            possible += step;
            if cell.possible > 0 {
                cell.possible += possible as u32;
            }
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

/// The parts of a visit by bin, in time, from the parts that runs of days have.
///
/// A part is cut where bins meet. Those of a run are differences of one rounded sum, so that they add up whatever the
/// bins are.
fn parts_by_bin(shares: &[(Day, Day, u64)], unit: BinUnit) -> Vec<(Bin, u64)> {
    let mut parts: Vec<(Bin, u64)> = Vec::new();
    for (first, last, units) in shares {
        let days = (first.days_until(*last) + 1).max(1);
        let up_to = |days_before: i64| units * days_before.clamp(0, days).unsigned_abs() / days.unsigned_abs();
        let last_bin = Bin::of(*last, unit);
        let mut bin = Bin::of(*first, unit);
        let mut before = 0;
        loop {
            let next = bin.next();
            let after = match next.first_day() {
                Some(day) if bin < last_bin => up_to(first.days_until(day)),
                _ => *units,
            };
            parts.push((bin, after - before));
            if bin >= last_bin {
                break;
            }
            (before, bin) = (after, next);
        }
    }
    if shares.len() > 1 {
        parts.sort_unstable_by_key(|(bin, _)| *bin);
        parts.dedup_by(|later, kept| {
            let is_same = later.0 == kept.0;
            kept.1 += if is_same { later.1 } else { 0 };
            is_same
        });
    }
    parts
}
