//! Which letters of a name a query has found, so that a list can show them.

use std::ops::Range;

use crate::index::fold;

/// The parts of a text that the words of a query stand for, by bytes, in order and apart: where a word begins so, or else
/// wherever it stands.
#[must_use]
pub fn matched(text: &str, query: &str) -> Vec<Range<usize>> {
    let (folded, sources) = folded(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in query.split_whitespace().map(fold).filter(|word| !word.is_empty()) {
        let begins = |at: &usize| {
            folded.get(..*at).and_then(|before| before.chars().next_back()).is_none_or(|c| !c.is_alphanumeric())
        };
        let places: Vec<usize> = folded.match_indices(&word).map(|(at, _)| at).collect();
        let at_words: Vec<usize> = places.iter().copied().filter(begins).collect();
        let places = if at_words.is_empty() { places } else { at_words };
        found.extend(places.into_iter().filter_map(|at| {
            let (first, last) = (sources.get(at)?, sources.get(at + word.len() - 1)?);
            Some(first.start..last.end)
        }));
    }
    found.sort_unstable_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in found {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// A text folded letter by letter, and for each byte of it the bytes of the letter that it comes from.
fn folded(text: &str) -> (String, Vec<Range<usize>>) {
    let (mut folded, mut sources) = (String::new(), Vec::new());
    for (at, letter) in text.char_indices() {
        let plain = fold(letter.encode_utf8(&mut [0; 4]));
        sources.extend(std::iter::repeat_n(at..at + letter.len_utf8(), plain.len()));
        folded.push_str(&plain);
    }
    (folded, sources)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(text: &'a str, query: &str) -> Vec<&'a str> {
        matched(text, query).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn the_letters_that_were_typed_are_found_in_the_name_as_it_is_written() {
        assert_eq!(found("Li Xiaoxin to Belgrade", "li x"), ["Li", "X"]);
        assert_eq!(found("Đurađ Đokić", "dok"), Vec::<&str>::new(), "đ is read as dj");
        assert_eq!(found("Đurađ Đokić", "djok"), ["Đok"]);
        assert_eq!(found("Jörg Köhßler", "KOHSSL"), ["Köhßl"]);
        assert_eq!(found("Никола Селаковић", "sela"), ["Села"]);
        // At the head of a word before anywhere; where both lie on each other, once.
        assert_eq!(found("Banja Luka and Serban", "ban"), ["Ban"]);
        assert_eq!(found("Serban", "ban"), ["ban"]);
        assert_eq!(found("Vučić", "vuc vucic"), ["Vučić"]);
        assert_eq!(found("Vučić", "  "), Vec::<&str>::new());
    }
}
