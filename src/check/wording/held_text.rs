//! Held paragraphs as one row of words, in which words are found fast.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::places::Places;
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
            while token.is_word && breaks_a_word(&tokens, last + 1) {
                last += 2;
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

    /// What some words of the row are in their texts: paragraph and bytes, in order.
    pub(super) fn bytes_of(&self, words: Range<usize>) -> Vec<(usize, Range<usize>)> {
        let mut found = Vec::new();
        let mut at = words.start;
        while at < words.end {
            let number = self.paragraph_at(at);
            let (Some(row), Some(paragraph)) = (self.row_of(number), self.paragraph(number)) else { break };
            let end = words.end.min(row.end);
            if at < end {
                let tokens = tokens(paragraph.text);
                let first = tokens.get(at - row.start).map(|token| token.range.start);
                let last = tokens.get(end - 1 - row.start).map(|token| token.range.end);
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
        self.places.get_or_init(|| Places::new(self))
    }
}
