//! The counts of lanes stacked on each other, bin by bin.

use std::collections::BTreeMap;

use crate::analysis::count::Bin;

use super::histogram::{inset, value_axis};
use super::{Tally, TimeScale, bins_in_sight};

/// What a lane adds to a stack.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StackPart {
    /// The lane, as a place among those that were asked for; the last place after them is that of all others.
    pub place: usize,
    /// Visits that began then if their dates are right.
    pub least: u32,
    /// These and the shares of visits that may have.
    pub expected: f64,
}

/// The stack of a bin, in points along time.
#[derive(Debug, Clone, PartialEq)]
pub struct Stack {
    /// The bin.
    pub bin: Bin,
    /// Its left end.
    pub left: f32,
    /// Its right end.
    pub right: f32,
    /// From the bottom to the top; lanes without a visit are left out.
    pub parts: Vec<StackPart>,
}

/// Stacks in sight, and the axis of visits upwards.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stacks {
    /// The stacks.
    pub stacks: Vec<Stack>,
    /// The number of visits at the top.
    pub most: f64,
    /// The numbers on the axis.
    pub ticks: Vec<u32>,
}

/// Stacks the lanes given by their place, and on top of them all others together. A visit in several lanes is in each.
#[must_use]
pub fn stacks(tally: &Tally, lanes: &[usize], scale: &TimeScale) -> Stacks {
    let mut bins: BTreeMap<Bin, Stack> = BTreeMap::new();
    for (lane, counts) in tally.lanes.iter().enumerate() {
        let place = lanes.iter().position(|asked| *asked == lane).unwrap_or(lanes.len());
        for cell in bins_in_sight(counts, scale).into_iter().filter(|cell| cell.count.expected > 0.0) {
            let (least, expected) = (cell.count.least(), cell.count.expected);
            let cell = inset(cell);
            let stack = bins.entry(cell.bin).or_insert_with(|| Stack {
                bin: cell.bin,
                left: cell.left,
                right: cell.right,
                parts: Vec::new(),
            });
            match stack.parts.iter_mut().find(|part| part.place == place) {
                Some(part) => {
                    part.least += least;
                    part.expected += expected;
                }
                None => stack.parts.push(StackPart { place, least, expected }),
            }
        }
    }
    let mut stacks: Vec<Stack> = bins.into_values().collect();
    for stack in &mut stacks {
        stack.parts.sort_by_key(|part| part.place);
    }
    let height = |stack: &Stack| stack.parts.iter().map(|part| part.expected).sum::<f64>();
    let (most, ticks) = value_axis(stacks.iter().map(height).fold(0.0, f64::max));
    Stacks { stacks, most, ticks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::count::BinUnit;
    use crate::analysis::count::LaneBy;
    use crate::index::{Index, Reader};
    use crate::present::chart::{ChartItems, LaneSort, Lanes, whole_range};

    #[test]
    fn stacks_are_as_high_as_their_lanes_together() {
        let briefing = crate::sample::made_up(300, 0, 7);
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let items = ChartItems::new(&reader, |_| true);
        let lanes = Lanes::new(reader, items, LaneBy::Direction, LaneSort::Visits);
        let tally = Tally::new(&reader, &lanes, BinUnit::Year);
        let (first, last) = whole_range(&lanes.items, crate::model::Day(0));
        let scale = TimeScale { left: 0.0, width: 1000.0, first, days: last - first };
        let drawn = stacks(&tally, &[0, 1, 2], &scale);
        assert!(drawn.stacks.len() > 20);
        for stack in &drawn.stacks {
            let all = tally.total.between(stack.bin, stack.bin).first().unwrap();
            let sum: f64 = stack.parts.iter().map(|part| part.expected).sum();
            assert!((sum - all.expected).abs() < 1e-6, "{}", stack.bin.label());
            assert_eq!(stack.parts.iter().map(|part| part.least).sum::<u32>(), all.least());
            assert!(stack.parts.windows(2).all(|pair| pair[0].place < pair[1].place));
            assert!(sum <= drawn.most);
        }
    }
}
