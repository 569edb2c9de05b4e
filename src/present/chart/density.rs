//! The colours of cells in dense lanes: five classes of counts, as wide as the densest lane needs them.

use crate::analysis::count::BinCount;

/// The first count of each class, before they are widened.
const FROM: [u32; 5] = [1, 2, 3, 5, 8];
/// The classes are widened until the last begins at no less than this part of the highest count, so that not every
/// cell is as dark as can be.
const LAST_FROM_SHARE: u32 = 2;

/// Which counts are of one class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Density {
    times: u32,
}

impl Default for Density {
    fn default() -> Self {
        Self { times: 1 }
    }
}

impl Density {
    /// The classes for lanes in whose bins there are at most so many visits.
    #[must_use]
    pub fn for_most(most: u32) -> Self {
        let steps = (0..7).flat_map(|power| [1, 2, 3, 5, 8].map(|step| step * 10u32.pow(power)));
        let is_wide_enough = |times: &u32| FROM[4].saturating_mul(*times) >= most / LAST_FROM_SHARE;
        // Of few visits each one tells.
        let times = if most <= 2 * FROM[4] { Some(1) } else { steps.into_iter().find(is_wide_enough) };
        Self { times: times.unwrap_or(8_000_000) }
    }

    /// The class of a cell, from 0 to 4; none where nothing is certain to have begun.
    #[must_use]
    pub fn class(self, count: &BinCount) -> Option<usize> {
        let least = count.least();
        if least == 0 {
            return None;
        }
        Some(self.froms().iter().rposition(|from| least >= *from).unwrap_or(0))
    }

    /// The counts of each class in words: `1`, `3–4`, `8+`.
    #[must_use]
    pub fn words(self) -> [String; 5] {
        let froms = self.froms();
        [0, 1, 2, 3, 4].map(|class| {
            let from = froms[class];
            match froms.get(class + 1).map(|next| next - 1) {
                None => format!("{from}+"),
                Some(to) if to == from => from.to_string(),
                Some(to) => format!("{from}–{to}"),
            }
        })
    }

    /// The first class begins with one visit, however wide the classes are.
    fn froms(self) -> [u32; 5] {
        let mut froms = FROM.map(|from| from.saturating_mul(self.times));
        froms[0] = 1;
        froms
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::count::{Bin, BinUnit};

    fn of(certain: u32) -> BinCount {
        let bin = Bin::from_number(0, BinUnit::Year);
        BinCount { bin, lane: 0, certain, qualified: 0, expected: f64::from(certain), possible: certain }
    }

    #[test]
    fn few_visits_are_told_one_by_one_and_many_in_wider_classes() {
        let few = Density::for_most(9);
        assert_eq!(few.words(), ["1", "2", "3–4", "5–7", "8+"]);
        assert_eq!(
            [0, 1, 2, 4, 7, 90].map(|count| few.class(&of(count))),
            [None, Some(0), Some(1), Some(2), Some(3), Some(4)]
        );
        let many = Density::for_most(100);
        assert_eq!(many.words(), ["1–15", "16–23", "24–39", "40–63", "64+"]);
        assert_eq!([1, 15, 16, 99].map(|count| many.class(&of(count))), [Some(0), Some(0), Some(1), Some(4)]);
    }

    #[test]
    fn the_highest_count_is_never_far_above_the_last_class() {
        for most in [17, 40, 333, 5_000, 120_000, u32::MAX] {
            let density = Density::for_most(most);
            let last = FROM[4].saturating_mul(density.times);
            assert!(last >= most / 2 || density.times == 8_000_000, "{most}: {:?}", density.words());
            assert!(last <= most || most < 20, "{most}: {:?}", density.words());
        }
    }
}
