//! Where each word stands in a row of held ones.

use std::ops::Range;

/// Where each word, in small letters, stands in the row, and where each two that follow one another do.
#[derive(Debug)]
pub(super) struct Places {
    words: Vec<(u32, u32)>,
    pairs: Vec<(u64, u32)>,
}

impl Places {
    /// The places of words and of pairs, in whatever order.
    pub(super) fn of(mut words: Vec<(u32, u32)>, mut pairs: Vec<(u64, u32)>) -> Self {
        words.sort_unstable();
        pairs.sort_unstable();
        Self { words, pairs }
    }

    /// The places of a word within a row, in order.
    pub(super) fn of_word(&self, number: u32, row: &Range<usize>) -> impl Iterator<Item = usize> + '_ {
        within(&self.words, number, row)
    }

    /// The places within a row at which two words follow one another, be there signs between them; in order.
    pub(super) fn of_pair(&self, pair: (u32, u32), row: &Range<usize>) -> impl Iterator<Item = usize> + '_ {
        within(&self.pairs, key(pair), row)
    }
}

pub(super) fn key((first, second): (u32, u32)) -> u64 {
    (u64::from(first) << 32) | u64::from(second)
}

fn within<'a, T: Ord + Copy>(sorted: &'a [(T, u32)], key: T, row: &Range<usize>) -> impl Iterator<Item = usize> + 'a {
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let begin = sorted.partition_point(|known| *known < (key, place(row.start)));
    let end = sorted.partition_point(|known| *known < (key, place(row.end)));
    sorted.get(begin..end).unwrap_or_default().iter().map(|(_, at)| *at as usize)
}
