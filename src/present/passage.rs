//! Finding quoted words in the held words of a source.

use std::ops::Range;

use crate::check;

/// Where some words stand in a text, in bytes: in pieces where they are quoted with changes.
#[must_use]
pub fn find_words(text: &str, words: &str) -> Vec<Range<usize>> {
    let words = words.trim();
    if let Some(at) = text.find(words).filter(|_| !words.is_empty()) {
        return std::iter::once(at..at + words.len()).collect();
    }
    check::find_quote(words, &[text], "")
        .map(|found| found.places.into_iter().map(|(_, range)| range).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::find_words;

    #[test]
    fn words_are_found_letter_for_letter_or_nearly() {
        let text = "Ties are “dynamically  developing”, he said of Serbia’s course";
        let found = |words: &str| find_words(text, words).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("developing"), ["developing"]);
        assert_eq!(found("Dynamically developing"), ["dynamically  developing"]);
        assert_eq!(found("Serbia's course"), ["Serbia’s course"]);
        assert_eq!(found("ties … of [its] course"), ["Ties", "of", "course"]);
        assert_eq!(found("steadily developing"), Vec::<&str>::new());
        assert_eq!(found(" "), Vec::<&str>::new());
    }
}
