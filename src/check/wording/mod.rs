//! Whether words stand in a text: to the letter, but for typography, or with changes that an editor marks.
//!
//! A text is taken apart into words and signs ([`HeldText`]), a quote into pieces between its marks of change; the
//! pieces are looked for one behind the other, and what lies between them is what was left out or replaced.

mod align;
mod alteration;
mod held_text;
mod letters;
mod places;
mod quotations;
mod quote;
mod search;
mod sense;
mod tokens;

use std::ops::Range;

use alteration::SideBySide;
use quote::Quote;

pub use alteration::{Alteration, Change};
pub(super) use held_text::{HeldText, Paragraph};
pub(super) use letters::folded;
pub use quotations::{Quotation, quotations};
pub(super) use quote::Letters;

/// How words stand in a text; the better is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// With changes, marked or of the first letter.
    Altered,
    /// But for quotation marks, dashes, white space, forms of letters, or punctuation at the ends.
    Folded,
    /// To the letter.
    Verbatim,
}

/// Where quoted words stand, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundQuote {
    /// How they stand there.
    pub likeness: Likeness,
    /// What the quote changes, in its order.
    pub alterations: Vec<Alteration>,
    /// The pieces of it: the paragraph, by its number among those searched, and the bytes there.
    pub places: Vec<(usize, Range<usize>)>,
    /// How often the words stand there; once where there are marks of change.
    pub times: usize,
}

impl FoundQuote {
    /// How well it fits; the better is the greater.
    pub(super) fn fit(&self) -> (Likeness, usize, usize) {
        let turning = self.alterations.iter().filter(|alteration| alteration.may_turn_the_sense()).count();
        (self.likeness, usize::MAX - turning, usize::MAX - self.alterations.len())
    }
}

/// Looks for a quote in paragraphs that follow one another, in the language of a BCP 47 tag or an unknown one.
#[must_use]
pub fn find_quote(words: &str, paragraphs: &[&str], lang: &str) -> Option<FoundQuote> {
    let paragraph = |text| Paragraph { text, para: None, follows: true };
    let held = HeldText::new(paragraphs.iter().copied().map(paragraph));
    find(&held, words, &held.rows_of(0..held.len()), lang, Letters::AsTheyAre)
}

/// Looks for a quote in rows of held words that belong to one source.
pub(super) fn find(
    held: &HeldText,
    words: &str,
    rows: &[Range<usize>],
    lang: &str,
    letters: Letters,
) -> Option<FoundQuote> {
    let find = |joins_lines| find_once(held, &Quote::read(words, letters, joins_lines)?, words, rows, lang);
    find(false).or_else(|| Quote::has_broken_words(words).then(|| find(true)).flatten())
}

/// The paragraphs in which a quote may stand, of all that are held: those with its longest piece.
pub(super) fn candidates(held: &HeldText, words: &str, letters: Letters) -> Vec<usize> {
    let Some(quote) = Quote::read(words, letters, false) else { return Vec::new() };
    let Some(pieces) = quote.pieces.iter().map(|piece| held.sought(piece)).collect::<Option<Vec<_>>>() else {
        return Vec::new();
    };
    pieces.iter().max_by_key(|piece| piece.len()).map(|piece| held.paragraphs_with(piece)).unwrap_or_default()
}

fn find_once(held: &HeldText, quote: &Quote, words: &str, rows: &[Range<usize>], lang: &str) -> Option<FoundQuote> {
    let places = align::align(held, quote, rows)?;
    let words = words.trim();
    let is_plain = !quote.is_marked();
    // A word may stand elsewhere to the letter, and the source may itself have the marks.
    let all = if is_plain { occurrences(held, quote, rows) } else { places.clone() };
    let verbatim = all.iter().find(|place| stands_verbatim(held, place, words, is_plain));
    let (likeness, places, alterations) = match verbatim {
        Some(place) => (Likeness::Verbatim, vec![place.clone()], Vec::new()),
        None => {
            let alterations = SideBySide { held, quote, places: &places, lang }.alterations();
            let likeness = if is_plain && alterations.is_empty() { Likeness::Folded } else { Likeness::Altered };
            (likeness, places, alterations)
        }
    };
    let times = if is_plain { times(held, &all) } else { 1 };
    let places = places.into_iter().flat_map(|place| held.bytes_of(place)).collect();
    Some(FoundQuote { likeness, alterations, places, times })
}

/// The places of a quote without marks; those with its own first letter, where there are such.
fn occurrences(held: &HeldText, quote: &Quote, rows: &[Range<usize>]) -> Vec<Range<usize>> {
    let Some((piece, first)) = quote.pieces.first().and_then(|piece| Some((piece, piece.first()?))) else {
        return Vec::new();
    };
    let all = held.sought(piece).map(|sought| held.occurrences(&sought, rows)).unwrap_or_default();
    let as_written: Vec<_> =
        all.iter().filter(|place| align::is_as_written(held, place.start, first)).cloned().collect();
    if as_written.is_empty() { all } else { as_written }
}

/// Whether words stand in a paragraph to the letter, where they were found or around that.
fn stands_verbatim(held: &HeldText, place: &Range<usize>, words: &str, is_plain: bool) -> bool {
    let found = held.bytes_of(place.clone());
    let Some((number, bytes)) = found.first() else { return false };
    let text = held.paragraph(*number).map_or("", |paragraph| paragraph.text);
    if !is_plain {
        return count(words, text) > 0;
    }
    // Signs at the ends of a quote are not looked for.
    let begin = text.get(..bytes.start).unwrap_or_default();
    let begins = begin.char_indices().rev().map(|(at, _)| at).take(words.len()).take(SIGNS_AT_ENDS);
    std::iter::once(bytes.start)
        .chain(begins)
        .any(|at| text.get(at..).is_some_and(|rest| rest.starts_with(words)) && is_whole(words, text, at))
}

/// So many signs before the words of a quote are looked past.
const SIGNS_AT_ENDS: usize = 8;

/// How often words stand somewhere, several excerpts of one paragraph taken as one, since they may overlap.
fn times(held: &HeldText, places: &[Range<usize>]) -> usize {
    let mut most: Vec<(Option<u32>, usize, usize)> = Vec::new();
    for place in places {
        let number = held.paragraph_at(place.start);
        let para = held.paragraph(number).and_then(|paragraph| paragraph.para);
        match most.last_mut() {
            Some((_, last, times)) if *last == number => *times += 1,
            _ => most.push((para, number, 1)),
        }
    }
    most.chunk_by(|one, other| one.0.is_some() && one.0 == other.0)
        .map(|of_one| of_one.iter().map(|(_, _, times)| *times).max().unwrap_or(0))
        .sum()
}

/// The words as a text has them, where they stand in it but for typography.
pub(super) fn spelling<'a>(words: &str, text: &'a str) -> Option<&'a str> {
    let found = find_quote(words, &[text], "").filter(|found| found.alterations.is_empty())?;
    let [(_, bytes)] = found.places.as_slice() else { return None };
    text.get(bytes.clone())
}

/// How often words stand in a text as whole words, one after the other; empty words once.
pub(super) fn count(words: &str, text: &str) -> usize {
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
        outer.is_some_and(letters::is_of_spaced_word) && inner.is_some_and(letters::is_of_spaced_word)
    };
    !cuts(before, words.chars().next()) && !cuts(after, words.chars().next_back())
}

/// A range of characters of a text, without the space at its ends, widened so that neither end cuts a word in two.
#[must_use]
pub fn whole_words(text: &[char], from: usize, to: usize) -> (usize, usize) {
    let at = |place: usize| text.get(place).copied();
    let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let is_letter = |c: Option<char>| c.is_some_and(letters::is_of_spaced_word);
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

/// Where words leave held ones that they begin like: the last words that agree, and those that follow them there.
pub(super) fn parting(words: &str, held: &HeldText, rows: &[Range<usize>]) -> Option<(String, String)> {
    const SHOWN: usize = 4;
    let quote = Quote::read(words, Letters::AsTheyAre, false)?;
    let piece = quote.pieces.first()?;
    let (agreeing, end) = held.longest_begin(piece, rows).filter(|(agreeing, _)| *agreeing >= 2)?;
    let last = piece.get(agreeing.saturating_sub(SHOWN)..agreeing)?.iter().map(quote::Wanted::text);
    let last = tokens::spaced(last);
    let next = tokens::spaced((end..end + SHOWN).map(|at| held.word_at(at)).take_while(|word| *word != "\n"));
    (!next.is_empty()).then_some((last, next))
}

/// So many words of a paraphrase that stand in the source one after the other are no chance.
const COPIED_AT_LEAST: usize = 6;

/// The runs of six words or more of a text that stand so in held words, the longest first; capitals and signs apart.
/// Of a script without spaces a word is two characters.
pub(super) fn copied_words<'a>(text: &'a str, held: &HeldText) -> Vec<&'a str> {
    let words: Vec<tokens::Token> = tokens::tokens(text).into_iter().filter(|token| token.is_word).collect();
    let is_spaced = |token: &tokens::Token| token.text.starts_with(letters::is_of_spaced_word);
    let size = |words: &[tokens::Token]| words.iter().map(|word| if is_spaced(word) { 2 } else { 1 }).sum::<usize>();
    let mut found: Vec<&[tokens::Token]> = Vec::new();
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| size(rest) >= 2 * COPIED_AT_LEAST) {
        let least =
            (1..=rest.len()).find(|count| rest.get(..*count).is_some_and(|part| size(part) >= 2 * COPIED_AT_LEAST));
        let length = held.longest_run(rest, least.unwrap_or(COPIED_AT_LEAST));
        found.extend(length.and_then(|length| rest.get(..length)));
        at += length.unwrap_or(1);
    }
    found.sort_by_key(|run| std::cmp::Reverse(run.len()));
    let text_of = |run: &&[tokens::Token]| text.get(run.first()?.range.start..run.last()?.range.end);
    found.iter().filter_map(text_of).collect()
}

#[cfg(test)]
mod tests;
