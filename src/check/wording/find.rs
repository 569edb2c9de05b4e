//! Where a quote stands in held words, and how.

use std::ops::Range;

use super::align;
use super::alteration::Alteration;
use super::held_text::{HeldText, Paragraph};
use super::limits::Limit;
use super::quote::{Letters, Quote};
use super::side_by_side::SideBySide;
use super::whole::{count, is_whole};

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
    /// Whether a piece of it stands outside all quotation marks of a paragraph that has some, headlines apart.
    pub is_outside_marks: bool,
    /// What stands around it in its sentence and limits it, and no mark says that it is left out.
    pub limits: Vec<Limit>,
    /// How often the words stand there; once where there are marks of change.
    pub times: usize,
}

impl FoundQuote {
    /// How well it fits; the better is the greater.
    pub(in crate::check) fn fit(&self) -> (Likeness, usize, usize) {
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
pub(in crate::check) fn find(
    held: &HeldText,
    words: &str,
    rows: &[Range<usize>],
    lang: &str,
    letters: Letters,
) -> Option<FoundQuote> {
    let find = |joins_lines| find_once(held, &Quote::read(words, letters, joins_lines)?, words, rows, lang);
    let literal = Quote::read_literally(words, letters).and_then(|quote| find_once(held, &quote, words, rows, lang));
    literal.or_else(|| find(false)).or_else(|| Quote::has_broken_words(words).then(|| find(true)).flatten())
}

/// The paragraphs in which a quote may stand, of all that are held: those with its longest piece.
pub(in crate::check) fn candidates(held: &HeldText, words: &str, letters: Letters) -> Vec<usize> {
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
    // Of several places one within quotation marks is meant, and within one quotation.
    let is_quoted = |place: &&Range<usize>| {
        let mut parts = held.bytes_of((*place).clone()).into_iter();
        parts.all(|(number, bytes)| !held.is_outside_marks(number, &bytes) && !held.crosses_a_mark(number, &bytes))
    };
    let verbatim: Vec<_> = all.iter().filter(|place| stands_verbatim(held, place, words, is_plain)).take(32).collect();
    let verbatim = verbatim.iter().copied().find(is_quoted).or(verbatim.first().copied());
    let (likeness, places, alterations) = match verbatim {
        Some(place) => {
            let places = vec![place.clone()];
            let alterations = SideBySide { held, quote, places: &places, lang }.joined();
            (Likeness::Verbatim, places, alterations)
        }
        None => {
            let alterations = SideBySide { held, quote, places: &places, lang }.alterations();
            let likeness = if is_plain && alterations.iter().all(Alteration::keeps_the_words) {
                Likeness::Folded
            } else {
                Likeness::Altered
            };
            (likeness, places, alterations)
        }
    };
    let limits = SideBySide { held, quote, places: &places, lang }.limits();
    let times = if is_plain { times(held, &all) } else { 1 };
    let places: Vec<_> = places.into_iter().flat_map(|place| held.bytes_of(place)).collect();
    let is_headline = |number: usize| held.paragraph(number).is_some_and(|paragraph| paragraph.para == Some(0));
    let is_outside =
        places.iter().any(|(number, bytes)| !is_headline(*number) && held.is_outside_marks(*number, bytes));
    Some(FoundQuote { likeness, alterations, places, times, limits, is_outside_marks: is_outside })
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
pub(in crate::check) fn spelling<'a>(words: &str, text: &'a str) -> Option<&'a str> {
    let found = find_quote(words, &[text], "")?;
    if !found.alterations.iter().all(Alteration::keeps_the_words) {
        return None;
    }
    let [(_, bytes)] = found.places.as_slice() else { return None };
    text.get(bytes.clone())
}
