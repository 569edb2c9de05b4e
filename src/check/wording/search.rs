//! Finding words in the row of held ones.

use std::ops::Range;

use super::held_text::HeldText;
use super::letters::{MARK, is_superscript};
use super::quote::Wanted;
use super::tokens::{Token, tokens};

/// A wanted word, as the row has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sought {
    /// By its number.
    Word(u32),
    /// By any of these, which are one word but for the first letter.
    OneOf(Vec<u32>),
    /// Any that is this in small letters.
    AnyCase(u32),
    /// A word that begins and ends so, and is no shorter; or what these tokens are, each in the source's own way: with
    /// the brackets, as in a quotation of a quotation, or without them, as in a word of several parts.
    Changed(String, String, [Vec<String>; 2]),
}

/// A row of more words is not indexed, which would take several times the room of its text, but gone through.
const MOST_INDEXED: usize = 4_000_000;
/// Rows of so many words are gone through one by one.
const SCANNED: usize = 400;

impl HeldText<'_> {
    /// Wanted words as the row has them; `None` where one stands nowhere in it.
    pub(super) fn sought(&self, piece: &[Wanted]) -> Option<Vec<Sought>> {
        piece.iter().map(|wanted| self.sought_word(wanted)).collect()
    }

    fn sought_word(&self, wanted: &Wanted) -> Option<Sought> {
        let number = |text: &str| self.words.known(text);
        match wanted {
            Wanted::Exactly(text) => number(text).map(Sought::Word),
            Wanted::AnyFirstCase(text) => {
                let mut numbers: Vec<u32> = first_cases(text).iter().filter_map(|text| number(text)).collect();
                numbers.dedup();
                (!numbers.is_empty()).then_some(Sought::OneOf(numbers))
            }
            Wanted::AnyCase(text) => number(&text.to_lowercase()).map(Sought::AnyCase),
            Wanted::Changed { head, tail, word, written } => {
                let texts = |text: &str| tokens(text).into_iter().map(|token| token.text).collect::<Vec<String>>();
                Some(Sought::Changed(head.clone(), tail.clone(), [texts(written), texts(word)]))
            }
        }
    }

    /// Where sought words stand within rows, first to last: where they begin and end.
    pub(super) fn occurrences(&self, piece: &[Sought], rows: &[Range<usize>]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for row in rows {
            found.extend(self.starts(piece, row).into_iter().filter_map(|start| self.fit(start, piece, row.end)));
        }
        found
    }

    /// The paragraphs in which sought words stand, each once.
    pub(super) fn paragraphs_with(&self, piece: &[Sought]) -> Vec<usize> {
        let all = 0..self.row.len();
        let places = self.occurrences(piece, std::slice::from_ref(&all));
        let mut numbers: Vec<usize> = places.iter().map(|place| self.paragraph_at(place.start)).collect();
        numbers.dedup();
        numbers
    }

    /// The places of a row at which sought words may begin, in order: of a long row those where their first two words
    /// stand.
    fn starts(&self, piece: &[Sought], row: &Range<usize>) -> Vec<usize> {
        let anchor = piece.iter().position(|sought| !matches!(sought, Sought::Changed(..)));
        let Some(anchor) = anchor.filter(|_| row.len() > SCANNED) else { return row.clone().collect() };
        let firsts = piece.get(anchor).map(|sought| self.small_numbers(sought)).unwrap_or_default();
        if self.row.len() > MOST_INDEXED {
            let is_first =
                |at: &usize| self.row.get(*at).is_some_and(|number| firsts.contains(&self.words.small(*number)));
            let starts = row.clone().filter(is_first).filter_map(|at| at.checked_sub(anchor));
            return starts.filter(|start| row.contains(start)).collect();
        }
        let begins_with_word =
            anchor == 0 && firsts.iter().any(|small| self.words.text(*small).starts_with(char::is_alphanumeric));
        let second = if begins_with_word { self.next_word(piece) } else { None };
        let places = self.places();
        let mut starts: Vec<usize> = match second {
            Some(seconds) => {
                let pairs = firsts.iter().flat_map(|first| seconds.iter().map(|second| (*first, *second)));
                pairs.flat_map(|pair| places.of_pair(pair, row)).collect()
            }
            None => firsts.iter().flat_map(|small| places.of_word(*small, row)).collect(),
        };
        starts.sort_unstable();
        starts.dedup();
        starts.into_iter().filter_map(|place| place.checked_sub(anchor)).filter(|start| row.contains(start)).collect()
    }

    /// The numbers of the second word of a piece, if it is known.
    fn next_word(&self, piece: &[Sought]) -> Option<Vec<u32>> {
        let is_sign = |sought: &&Sought| match sought {
            Sought::Word(number) => !self.words.text(*number).starts_with(char::is_alphanumeric),
            _ => false,
        };
        let next = piece.iter().skip(1).find(|sought| !is_sign(sought))?;
        Some(self.small_numbers(next)).filter(|numbers| !numbers.is_empty())
    }

    fn small_numbers(&self, sought: &Sought) -> Vec<u32> {
        let numbers = match sought {
            Sought::Word(number) | Sought::AnyCase(number) => std::slice::from_ref(number),
            Sought::OneOf(numbers) => numbers.as_slice(),
            Sought::Changed(..) => &[],
        };
        let mut small: Vec<u32> = numbers.iter().map(|number| self.words.small(*number)).collect();
        small.sort_unstable();
        small.dedup();
        small
    }

    /// How many of the wanted words stand somewhere one after the other from the first on, two at least, and where they
    /// end.
    pub(super) fn longest_begin(&self, piece: &[Wanted], rows: &[Range<usize>]) -> Option<(usize, usize)> {
        let known: Vec<Sought> = piece.iter().map_while(|wanted| self.sought_word(wanted)).collect();
        let starts = self.occurrences(known.get(..2)?, rows);
        let agreeing = starts.into_iter().map(|start| {
            let row_end = rows.iter().find(|row| row.contains(&start.start)).map_or(start.end, |row| row.end);
            let (mut at, mut count) = (start.end, 2);
            while let Some(next) = known.get(count).and_then(|sought| self.step(at, sought, row_end, true)) {
                (at, count) = (next, count + 1);
            }
            (count, at)
        });
        agreeing.max_by_key(|(count, at)| (*count, std::cmp::Reverse(*at)))
    }

    /// How many of some words, at least so many, stand somewhere in a paragraph one after the other, signs between them.
    pub(super) fn longest_run(&self, words: &[Token], least: usize) -> Option<usize> {
        let known = |word: &Token| self.words.known(&word.text.to_lowercase());
        let known: Vec<u32> = words.iter().map_while(known).collect();
        let begin = known.get(..least)?;
        let pair = (*begin.first()?, *begin.get(1)?);
        if self.row.len() > MOST_INDEXED {
            return None;
        }
        let is = |at: usize, number: u32| self.row.get(at).is_some_and(|found| self.words.small(*found) == number);
        let lengths = self.places().of_pair(pair, &(0..self.row.len())).map(|start| {
            let mut at = Some(start);
            let agrees = |number: &&u32| {
                let fits = at.is_some_and(|at| is(at, **number));
                at = at.and_then(|at| self.word_after(at, false));
                fits
            };
            known.iter().take_while(agrees).count()
        });
        lengths.max().filter(|length| *length >= least)
    }

    /// For each wanted word the place in the row at which it stands; `place` is where all of them stand.
    pub(super) fn steps(&self, piece: &[Wanted], place: &Range<usize>) -> Vec<Range<usize>> {
        let Some(sought) = self.sought(piece) else { return Vec::new() };
        let mut at = place.start;
        let mut steps = Vec::with_capacity(sought.len());
        for (number, sought) in sought.iter().enumerate() {
            let Some(next) = self.step(at, sought, place.end, number > 0) else { break };
            let begin = if matches!(sought, Sought::Changed(..)) { self.begin_of(at, next, sought) } else { next - 1 };
            steps.push(begin..next);
            at = next;
        }
        steps
    }

    /// Where sought words end that begin at a place.
    fn fit(&self, start: usize, piece: &[Sought], end: usize) -> Option<Range<usize>> {
        let mut at = start;
        for (number, sought) in piece.iter().enumerate() {
            at = self.step(at, sought, end, number > 0)?;
        }
        Some(start..at)
    }

    /// The place after a sought word, where it stands at a place: as it is, joined over the end of a line, or at the
    /// begin of the next paragraph, whose quotation mark may say that the quotation goes on.
    fn step(&self, at: usize, sought: &Sought, end: usize, may_cross: bool) -> Option<usize> {
        let fits = |at: usize| at < end && self.row.get(at).is_some_and(|number| self.is(*number, sought));
        if let Some(after) = self.after_parts(at, sought, end) {
            return Some(after);
        }
        if fits(at) {
            return Some(at + 1);
        }
        // The mark of a note is none of the words.
        let behind_note = self.behind_notes(at);
        if may_cross && behind_note > at {
            return self.step(behind_note, sought, end, true);
        }
        if let Some(wholes) = self.joined.get(&at)
            && let Some((_, after)) = wholes.iter().find(|(whole, after)| *after <= end && self.is(*whole, sought))
        {
            return Some(*after);
        }
        let mark = |at: usize| usize::from(self.word_at(at).starts_with(MARK));
        let over = at + mark(at);
        if !may_cross || !self.ends_at(over) {
            return None;
        }
        let next = over + 1;
        [next, next + mark(next)].into_iter().find(|at| fits(*at)).map(|at| at + 1)
    }

    /// The place behind the marks of notes at a place: `[1]`, `¹²`.
    pub(super) fn behind_notes(&self, at: usize) -> usize {
        let mut at = at;
        loop {
            let is_number = |word: &str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
            if self.word_at(at).starts_with(is_superscript) {
                at += 1;
            } else if self.word_at(at) == "[" && self.word_at(at + 2) == "]" && is_number(self.word_at(at + 1)) {
                at += 3;
            } else {
                return at;
            }
        }
    }

    /// The place behind a word with brackets that the source has itself, or has in several parts.
    fn after_parts(&self, at: usize, sought: &Sought, end: usize) -> Option<usize> {
        let Sought::Changed(.., ways) = sought else { return None };
        let fits = |way: &&Vec<String>| {
            let agrees = |(step, text): (usize, &String)| {
                let found = self.word_at(at + step);
                found == text || (step == 0 && first_cases(text).iter().any(|text| text == found))
            };
            way.len() > 1 && at + way.len() <= end && way.iter().enumerate().all(agrees)
        };
        ways.iter().find(fits).map(|way| at + way.len())
    }

    /// Where a word with brackets begins that ends before a place.
    fn begin_of(&self, at: usize, next: usize, sought: &Sought) -> usize {
        if self.after_parts(at, sought, next) == Some(next) { at } else { next - 1 }
    }

    fn is(&self, number: u32, sought: &Sought) -> bool {
        match sought {
            Sought::Word(wanted) => number == *wanted,
            Sought::OneOf(wanted) => wanted.contains(&number),
            Sought::AnyCase(small) => self.words.small(number) == *small,
            Sought::Changed(head, tail, _) => {
                let text = self.words.text(number);
                let fits = |head: &str| text.strip_prefix(head).is_some_and(|rest| rest.ends_with(tail.as_str()));
                text.starts_with(char::is_alphanumeric)
                    && (fits(head) || first_cases(head).iter().any(|head| fits(head)))
            }
        }
    }
}

/// A word as it is, and with its first letter as a capital and as a small one.
fn first_cases(text: &str) -> [String; 3] {
    let mut chars = text.chars();
    let first = chars.next();
    let rest = chars.as_str();
    let with = |first: String| format!("{first}{rest}");
    let small = first.map(|c| c.to_lowercase().collect()).unwrap_or_default();
    let capital = first.map(|c| c.to_uppercase().collect()).unwrap_or_default();
    [text.to_owned(), with(small), with(capital)]
}
