//! Which records moved within their list.

use std::collections::{BTreeMap, BTreeSet};

/// The fewest of those that both lists have which have to move, so that the first becomes the second; in the order
/// of the second. What came or went moves nobody.
pub(in crate::edit) fn moved<T: Ord + Clone>(old: &[T], new: &[T]) -> Vec<T> {
    let places: BTreeMap<&T, usize> = old.iter().enumerate().map(|(place, name)| (name, place)).collect();
    let both: Vec<(&T, usize)> = new.iter().filter_map(|name| places.get(name).map(|place| (name, *place))).collect();
    let stays = longest_rise(&both.iter().map(|(_, place)| *place).collect::<Vec<_>>());
    let stays: BTreeSet<usize> = stays.into_iter().collect();
    both.iter().enumerate().filter(|(at, _)| !stays.contains(at)).map(|(_, (name, _))| (*name).clone()).collect()
}

/// The positions of a longest rising subsequence (patience sorting: Fredman 1975).
fn longest_rise(values: &[usize]) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(values.len());
    for (at, value) in values.iter().enumerate() {
        let pile = ends.partition_point(|end| values[*end] < *value);
        before.push(pile.checked_sub(1).map(|pile| ends[pile]));
        if pile == ends.len() {
            ends.push(at);
        } else {
            ends[pile] = at;
        }
    }
    let mut rise = Vec::new();
    let mut at = ends.last().copied();
    while let Some(place) = at {
        rise.push(place);
        at = before[place];
    }
    rise.reverse();
    rise
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn as_few_as_possible_are_called_moved() {
        assert_eq!(moved(&[1, 2, 3, 4], &[4, 1, 2, 3]), [4]);
        assert_eq!(moved(&[1, 2, 3, 4], &[2, 3, 4, 1]), [1]);
        assert_eq!(moved(&[1, 2, 3], &[1, 9, 2, 3]), Vec::<i32>::new(), "what came moves nobody");
        assert_eq!(moved(&[1, 2, 3], &[3]), Vec::<i32>::new(), "what went moves nobody");
        assert_eq!(moved(&[1, 2, 3], &[3, 2, 1]).len(), 2);
    }
}
