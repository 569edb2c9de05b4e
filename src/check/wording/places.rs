//! Where each word stands in a row of held ones.

use std::ops::Range;

use super::held_text::HeldText;

/// Where each word, in small letters, stands in the row, and where each two that follow one another do.
#[derive(Debug)]
pub(super) struct Places {
    words: Vec<(u32, u32)>,
    pairs: Vec<(u64, u32)>,
}

impl Places {
    /// Takes time and room in proportion to the row, but for sorting.
    pub(super) fn new(held: &HeldText) -> Self {
        let small = |number: u32| held.words.small(number);
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let joined = held.joined.iter().flat_map(|(at, wholes)| wholes.iter().map(|(number, _)| (*number, *at)));
        let all = held.row.iter().zip(0..).map(|(number, at)| (*number, at));
        let mut words: Vec<(u32, u32)> = all.chain(joined).map(|(number, at)| (small(number), place(at))).collect();
        words.sort_unstable();
        let mut pairs = Vec::with_capacity(held.row.len());
        let mut before: Option<usize> = None;
        for at in (0..held.row.len()).filter(|at| held.is_word(*at)) {
            if let Some(before) = before {
                let first = held.row.get(before).copied().unwrap_or_default();
                for second in held.readings(at) {
                    pairs.push((key((small(first), small(second))), place(before)));
                }
                // A word that the end of a line parts is followed by what comes after its last part.
                for (whole, after) in held.joined.get(&before).into_iter().flatten() {
                    let next = held.word_after(after.saturating_sub(1), true);
                    for second in next.into_iter().flat_map(|next| held.readings(next)) {
                        pairs.push((key((small(*whole), small(second))), place(before)));
                    }
                }
            }
            before = Some(at);
        }
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

fn key((first, second): (u32, u32)) -> u64 {
    (u64::from(first) << 32) | u64::from(second)
}

fn within<'a, T: Ord + Copy>(sorted: &'a [(T, u32)], key: T, row: &Range<usize>) -> impl Iterator<Item = usize> + 'a {
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let begin = sorted.partition_point(|known| *known < (key, place(row.start)));
    let end = sorted.partition_point(|known| *known < (key, place(row.end)));
    sorted.get(begin..end).unwrap_or_default().iter().map(|(_, at)| *at as usize)
}
