//! Which words of a paragraph are cited, and by which records.

use std::ops::Range;

use crate::model::Key;

use super::passage::find_words;

/// Words that a record takes from a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The record.
    pub by: Key,
    /// The words.
    pub exact: String,
    /// What stands right before them; empty where they stand once.
    pub prefix: String,
    /// What stands right after them; empty where they stand once.
    pub suffix: String,
}

/// A stretch of a paragraph all of whose characters are cited by the same records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedWords {
    /// Its bytes in the paragraph.
    pub range: Range<usize>,
    /// The records, each once.
    pub by: Vec<Key>,
}

/// The cited stretches of a text, in order, none over another. Words that do not stand there are passed over: nothing
/// is anchored to what only looks like them.
#[must_use]
pub fn cited_words(text: &str, wanted: &[Wanted]) -> Vec<CitedWords> {
    let places: Vec<(Range<usize>, Key)> =
        wanted.iter().flat_map(|words| places_of(text, words).into_iter().map(|range| (range, words.by))).collect();
    let mut cuts: Vec<usize> = places.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut stretches: Vec<CitedWords> = Vec::new();
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        let mut by: Vec<Key> = Vec::new();
        for (range, key) in &places {
            if range.start <= start && end <= range.end && !by.contains(key) {
                by.push(*key);
            }
        }
        match stretches.last_mut() {
            _ if by.is_empty() => {}
            Some(last) if last.range.end == start && last.by == by => last.range.end = end,
            _ => stretches.push(CitedWords { range: start..end, by }),
        }
    }
    stretches
}

/// Where words stand: of several places the one between the prefix and the suffix, else the first; in pieces where they
/// are quoted with changes.
fn places_of(text: &str, wanted: &Wanted) -> Vec<Range<usize>> {
    let words = wanted.exact.trim();
    let fits = |at: usize| {
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + words.len()..).unwrap_or_default());
        before.ends_with(&wanted.prefix) && after.starts_with(&wanted.suffix)
    };
    let exact = text.match_indices(words).map(|(at, _)| at).find(|at| !words.is_empty() && fits(*at));
    exact.map_or_else(|| find_words(text, words), |at| std::iter::once(at..at + words.len()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::KeyCounter;

    #[test]
    fn stretches_tell_who_cites_them() {
        let mut counter = KeyCounter::default();
        let (one, other) = (counter.next_key(), counter.next_key());
        let wanted = |by, exact: &str, prefix: &str| Wanted {
            by,
            exact: exact.to_owned(),
            prefix: prefix.to_owned(),
            suffix: String::new(),
        };
        let text = "A bridge is more than a bridge";
        let of = |wanted: &[Wanted]| -> Vec<(String, Vec<Key>)> {
            let found = cited_words(text, wanted);
            found.into_iter().map(|words| (text[words.range].to_owned(), words.by)).collect()
        };
        assert_eq!(of(&[wanted(one, "bridge", "than a ")]), [("bridge".to_owned(), vec![one])]);
        assert_eq!(cited_words(text, &[wanted(one, "bridge", "than a ")])[0].range, 24..30, "the second of the two");
        assert_eq!(
            of(&[wanted(one, "is more than", ""), wanted(other, "more", ""), wanted(other, "bridle", "")]),
            [("is ".to_owned(), vec![one]), ("more".to_owned(), vec![one, other]), (" than".to_owned(), vec![one]),]
        );
    }
}
