//! Whole words: neither end of what is found, or of what is selected, cuts one in two.

use super::letters::is_of_spaced_word;

/// How often words stand in a text as whole words, one after the other; empty words once.
pub(in crate::check) fn count(words: &str, text: &str) -> usize {
    if words.is_empty() {
        return 1;
    }
    text.match_indices(words).filter(|(at, _)| is_whole(words, text, *at)).count()
}

/// Whether neither end of the words found at a byte cuts a word of the text in two.
pub(super) fn is_whole(words: &str, text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let after = text.get(at + words.len()..).and_then(|text| text.chars().next());
    let cuts = |outer: Option<char>, inner: Option<char>| {
        outer.is_some_and(is_of_spaced_word) && inner.is_some_and(is_of_spaced_word)
    };
    !cuts(before, words.chars().next()) && !cuts(after, words.chars().next_back())
}

/// A range of characters of a text, without the space at its ends, widened so that neither end cuts a word in two.
#[must_use]
pub fn whole_words(text: &[char], from: usize, to: usize) -> (usize, usize) {
    let at = |place: usize| text.get(place).copied();
    let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let is_letter = |c: Option<char>| c.is_some_and(is_of_spaced_word);
    let (mut from, mut to) = (from, to.min(text.len()));
    while from < to && is_space(at(from)) {
        from += 1;
    }
    while from < to && is_space(at(to - 1)) {
        to -= 1;
    }
    if from < to {
        while from > 0 && is_letter(at(from)) && is_letter(at(from - 1)) {
            from -= 1;
        }
        while is_letter(at(to - 1)) && is_letter(at(to)) {
            to += 1;
        }
    }
    (from, to)
}
