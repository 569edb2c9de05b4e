//! Finding quoted words in the held words of a source.

use std::ops::Range;

/// How well words were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// But for capitals, quotation marks, dashes or spaces.
    Nearly,
    /// Letter for letter.
    Verbatim,
}

/// Where `words` stand in `text`, in bytes, and how well they fit.
#[must_use]
pub fn find_words(text: &str, words: &str) -> Option<(Range<usize>, Likeness)> {
    let words = words.trim();
    if words.is_empty() {
        return None;
    }
    if let Some(at) = text.find(words) {
        return Some((at..at + words.len(), Likeness::Verbatim));
    }
    let wanted: Vec<char> = compared(words).map(|(c, _)| c).collect();
    let held: Vec<(char, Range<usize>)> = compared(text).collect();
    if wanted.is_empty() || held.len() < wanted.len() {
        return None;
    }
    let found = held.windows(wanted.len()).find(|window| window.iter().map(|(c, _)| c).eq(wanted.iter()))?;
    let (first, last) = (found.first()?, found.last()?);
    Some((first.1.start..last.1.end, Likeness::Nearly))
}

/// The characters as they are compared, each with its place: small letters, one space for many, plain marks.
fn compared(text: &str) -> impl Iterator<Item = (char, Range<usize>)> + '_ {
    let mut after_space = false;
    text.char_indices().filter_map(move |(at, c)| {
        let is_space = c.is_whitespace();
        let is_repeated = is_space && after_space;
        after_space = is_space;
        let plain = match c {
            _ if is_space => ' ',
            '“' | '”' | '„' | '«' | '»' => '"',
            '‘' | '’' | '‚' => '\'',
            '–' | '—' | '‑' | '‐' => '-',
            other => other.to_lowercase().next().unwrap_or(other),
        };
        (!is_repeated).then_some((plain, at..at + c.len_utf8()))
    })
}

#[cfg(test)]
mod tests {
    use super::{Likeness, find_words};

    #[test]
    fn words_are_found_letter_for_letter_or_nearly() {
        let text = "Ties are “dynamically  developing”, he said of Serbia’s course";
        assert_eq!(find_words(text, "developing").map(|(_, likeness)| likeness), Some(Likeness::Verbatim));
        let (place, likeness) = find_words(text, "Dynamically developing").unwrap();
        assert_eq!((&text[place], likeness), ("dynamically  developing", Likeness::Nearly));
        let (place, likeness) = find_words(text, "Serbia's course").unwrap();
        assert_eq!((&text[place], likeness), ("Serbia’s course", Likeness::Nearly));
        assert_eq!(find_words(text, "steadily developing"), None);
        assert_eq!(find_words(text, " "), None);
    }
}
