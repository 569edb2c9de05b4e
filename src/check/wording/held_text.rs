//! Held paragraphs as one row of words, in which words are found fast.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use super::places::{Places, key};
use super::quotations::{Quotation, quotations};
use super::tokens::{breaks_a_word, tokens};

/// The end of a paragraph, which is no word.
const END: u32 = 0;

/// A paragraph, or a part of one, that is held.
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct Paragraph<'a> {
    /// Its words.
    pub(in crate::check) text: &'a str,
    /// Its number, where it has one.
    pub(in crate::check) para: Option<u32>,
    /// Whether it goes on where the one before it in the row ends.
    pub(in crate::check) follows: bool,
}

/// Held paragraphs as one row of words. A word or sign is a number, so that a row of a million costs four megabytes.
#[derive(Debug)]
pub(in crate::check) struct HeldText<'a> {
    paragraphs: Vec<Paragraph<'a>>,
    /// Where each paragraph begins in the row.
    begins: Vec<usize>,
    pub(super) row: Vec<u32>,
    /// Words that the end of a line parts, by the place of their first part: the whole word, and where it ends.
    pub(super) joined: HashMap<usize, Vec<(u32, usize)>>,
    pub(super) words: Words,
    places: OnceCell<Places>,
    /// The paragraph that was taken apart last, since most questions are about the same one.
    apart: RefCell<Option<Rc<Apart>>>,
}

/// A paragraph taken apart.
#[derive(Debug)]
struct Apart {
    number: usize,
    /// The bytes of each word and sign.
    bytes: Vec<Range<usize>>,
    quotations: Vec<Quotation>,
}

/// Each different word and sign, once.
#[derive(Debug, Default)]
pub(super) struct Words {
    numbers: HashMap<Arc<str>, u32>,
    texts: Vec<Arc<str>>,
    /// The number of each in small letters.
    small: Vec<u32>,
}

impl Words {
    /// The number of a word or sign that stands in the row.
    pub(super) fn known(&self, text: &str) -> Option<u32> {
        self.numbers.get(text).copied()
    }

    fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let lower = text.to_lowercase();
        let small = (lower != text).then(|| self.number(&lower));
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let text: Arc<str> = text.into();
        self.numbers.insert(Arc::clone(&text), number);
        self.texts.push(text);
        self.small.push(small.unwrap_or(number));
        number
    }

    pub(super) fn text(&self, number: u32) -> &str {
        self.texts.get(number as usize).map_or("", |text| text)
    }

    pub(super) fn small(&self, number: u32) -> u32 {
        self.small.get(number as usize).copied().unwrap_or(number)
    }
}

impl<'a> HeldText<'a> {
    /// Takes paragraphs apart. Work and size are proportional to the text.
    pub(in crate::check) fn new(paragraphs: impl IntoIterator<Item = Paragraph<'a>>) -> Self {
        let mut held = Self {
            paragraphs: Vec::new(),
            begins: Vec::new(),
            row: Vec::new(),
            joined: HashMap::new(),
            words: Words::default(),
            places: OnceCell::new(),
            apart: RefCell::new(None),
        };
        held.words.number("\n"); // the end of a paragraph
        for paragraph in paragraphs {
            held.add(paragraph);
        }
        held
    }

    fn add(&mut self, paragraph: Paragraph<'a>) {
        let begin = self.row.len();
        let tokens = tokens(paragraph.text);
        for (at, token) in tokens.iter().enumerate() {
            let number = self.words.number(&token.text);
            self.row.push(number);
            let mut whole = token.text.clone();
            let mut last = at;
            let mut wholes = Vec::new();
            loop {
                let is_soft = tokens.get(last + 1).is_some_and(|next| next.is_soft);
                if !token.is_word || !is_soft && !breaks_a_word(&tokens, last + 1) {
                    break;
                }
                last += if is_soft { 1 } else { 2 };
                whole.push_str(tokens.get(last).map_or("", |token| token.text.as_str()));
                wholes.push((self.words.number(&whole), begin + last + 1));
                if wholes.len() > 4 {
                    break;
                }
            }
            if !wholes.is_empty() {
                self.joined.insert(begin + at, wholes);
            }
        }
        self.row.push(END);
        self.paragraphs.push(paragraph);
        self.begins.push(begin);
    }

    /// How many paragraphs it has.
    pub(in crate::check) fn len(&self) -> usize {
        self.paragraphs.len()
    }

    /// How many words and signs it has.
    pub(in crate::check) fn size(&self) -> usize {
        self.row.len()
    }

    /// A paragraph.
    pub(in crate::check) fn paragraph(&self, number: usize) -> Option<&Paragraph<'a>> {
        self.paragraphs.get(number)
    }

    /// The rows of words of some paragraphs, in order; those that follow one another are one.
    pub(in crate::check) fn rows_of(&self, paragraphs: impl IntoIterator<Item = usize>) -> Vec<Range<usize>> {
        let mut rows: Vec<Range<usize>> = Vec::new();
        let mut before = None;
        for number in paragraphs {
            let Some(row) = self.row_of(number) else { continue };
            let goes_on = number.checked_sub(1) == before
                && before.is_some()
                && self.paragraph(number).is_some_and(|paragraph| paragraph.follows);
            match rows.last_mut() {
                Some(last) if goes_on => last.end = row.end,
                _ => rows.push(row),
            }
            before = Some(number);
        }
        rows
    }

    /// The words of a paragraph in the row, without its end.
    fn row_of(&self, number: usize) -> Option<Range<usize>> {
        let begin = *self.begins.get(number)?;
        let end = self.begins.get(number + 1).map_or(self.row.len(), |next| *next).saturating_sub(1);
        Some(begin..end)
    }

    /// The paragraph that a place in the row is in.
    pub(in crate::check) fn paragraph_at(&self, place: usize) -> usize {
        self.begins.partition_point(|begin| *begin <= place).saturating_sub(1)
    }

    /// A paragraph taken apart.
    fn apart(&self, number: usize) -> Rc<Apart> {
        if let Some(apart) = self.apart.borrow().as_ref().filter(|apart| apart.number == number) {
            return Rc::clone(apart);
        }
        let text = self.paragraph(number).map_or("", |paragraph| paragraph.text);
        let bytes = tokens(text).into_iter().map(|token| token.range).collect();
        let apart = Rc::new(Apart { number, bytes, quotations: quotations(text) });
        *self.apart.borrow_mut() = Some(Rc::clone(&apart));
        apart
    }

    /// The quotation of a paragraph that holds some bytes of it.
    pub(super) fn quotation_around(&self, number: usize, bytes: &Range<usize>) -> Option<Quotation> {
        let holds = |whole: &Range<usize>| whole.start <= bytes.start && bytes.end <= whole.end;
        self.apart(number).quotations.iter().find(|found| holds(&found.whole)).cloned()
    }

    /// Whether some bytes of a paragraph run over one end of a quotation, and do not hold it as a whole.
    pub(super) fn crosses_a_mark(&self, number: usize, bytes: &Range<usize>) -> bool {
        let text = self.paragraph(number).map_or("", |paragraph| paragraph.text);
        // The signs at the ends of a quote are not looked for.
        let has_words = |range: Range<usize>| text.get(range).is_some_and(|part| part.contains(char::is_alphanumeric));
        self.apart(number).quotations.iter().any(|found| {
            let meets = found.inside.start < bytes.end && bytes.start < found.inside.end;
            let is_opened = bytes.start <= found.whole.start;
            let runs_in =
                is_opened && has_words(bytes.start..found.whole.start) && has_words(bytes.end..found.inside.end);
            let runs_out = !is_opened && bytes.end > found.inside.end && has_words(found.inside.end..bytes.end);
            meets && (runs_in || runs_out)
        })
    }

    /// Whether a paragraph has words between quotation marks, and these bytes are none of them.
    pub(super) fn is_outside_marks(&self, number: usize, bytes: &Range<usize>) -> bool {
        let apart = self.apart(number);
        let meets = |found: &Quotation| found.inside.start < bytes.end && bytes.start < found.inside.end;
        !apart.quotations.is_empty() && !apart.quotations.iter().any(meets)
    }

    /// Whether what stands between two places of the row is not all held: paragraphs are missing, or parts of one.
    pub(super) fn has_gap(&self, row: Range<usize>) -> bool {
        let numbers = self.paragraph_at(row.start.saturating_sub(1)) + 1..=self.paragraph_at(row.end);
        numbers.into_iter().any(|number| self.paragraph(number).is_some_and(|paragraph| !paragraph.follows))
    }

    /// What some words of the row are in their texts: paragraph and bytes, in order.
    pub(super) fn bytes_of(&self, words: Range<usize>) -> Vec<(usize, Range<usize>)> {
        let mut found = Vec::new();
        let mut at = words.start;
        while at < words.end {
            let number = self.paragraph_at(at);
            let Some(row) = self.row_of(number) else { break };
            let end = words.end.min(row.end);
            if at < end {
                let apart = self.apart(number);
                let first = apart.bytes.get(at - row.start).map(|bytes| bytes.start);
                let last = apart.bytes.get(end - 1 - row.start).map(|bytes| bytes.end);
                if let (Some(first), Some(last)) = (first, last) {
                    found.push((number, first..last));
                }
            }
            at = row.end + 1;
        }
        found
    }

    /// The word or sign at a place of the row.
    pub(super) fn word_at(&self, place: usize) -> &str {
        self.row.get(place).map_or("", |number| self.words.text(*number))
    }

    /// Whether a paragraph ends at a place of the row.
    pub(super) fn ends_at(&self, place: usize) -> bool {
        self.row.get(place) == Some(&END)
    }

    /// Whether a word stands at a place of the row.
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.word_at(at).starts_with(char::is_alphanumeric)
    }

    /// The place of the word after a place; of the same paragraph where it is not to cross its end.
    pub(super) fn word_after(&self, at: usize, may_cross: bool) -> Option<usize> {
        (at + 1..self.row.len()).take_while(|at| may_cross || !self.ends_at(*at)).find(|at| self.is_word(*at))
    }

    /// The numbers of the word at a place: its own, and those of what it is the first part of.
    pub(super) fn readings(&self, at: usize) -> impl Iterator<Item = u32> + '_ {
        let joined = self.joined.get(&at).into_iter().flatten().map(|(whole, _)| *whole);
        self.row.get(at).copied().into_iter().chain(joined)
    }

    /// Where its words stand, found out when first asked for.
    pub(super) fn places(&self) -> &Places {
        self.places.get_or_init(|| places_of(self))
    }
}

/// Where the words of a row stand. Takes time and room in proportion to the row, but for sorting.
fn places_of(held: &HeldText) -> Places {
    let small = |number: u32| held.words.small(number);
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let joined = held.joined.iter().flat_map(|(at, wholes)| wholes.iter().map(|(number, _)| (*number, *at)));
    let all = held.row.iter().zip(0..).map(|(number, at)| (*number, at));
    let words: Vec<(u32, u32)> = all.chain(joined).map(|(number, at)| (small(number), place(at))).collect();
    let mut pairs = Vec::with_capacity(held.row.len());
    let mut before: Option<usize> = None;
    let mut behind_note: Option<(usize, usize)> = None;
    for at in (0..held.row.len()).filter(|at| held.is_word(*at)) {
        // A word is followed by that behind the mark of a note too.
        if let Some((noted, _)) = behind_note.filter(|(_, behind)| at >= *behind) {
            let first = held.row.get(noted).copied().unwrap_or_default();
            pairs.extend(held.readings(at).map(|second| (key((small(first), small(second))), place(noted))));
            behind_note = None;
        }
        let behind = held.behind_notes(at + 1);
        if behind > at + 1 && held.word_at(at + 1) == "[" {
            behind_note = Some((at, behind));
        }
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
    Places::of(words, pairs)
}
