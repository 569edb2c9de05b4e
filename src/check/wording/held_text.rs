//! Held paragraphs as one row of words, in which words are found fast.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::letters::MARK;
use super::quote::Wanted;
use super::tokens::{Token, breaks_a_word, tokens};

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
    row: Vec<u32>,
    /// Words that the end of a line parts, by the place of their first part: the whole word, and where it ends.
    joined: HashMap<usize, Vec<(u32, usize)>>,
    words: Words,
    places: OnceCell<Places>,
}

/// Each different word and sign, once.
#[derive(Debug, Default)]
struct Words {
    numbers: HashMap<Arc<str>, u32>,
    texts: Vec<Arc<str>>,
    /// The number of each in small letters.
    small: Vec<u32>,
}

/// Where each word, in small letters, stands in the row.
#[derive(Debug)]
struct Places {
    /// Where the places of each word begin; one more than there are words.
    begins: Vec<u32>,
    places: Vec<u32>,
}

/// A wanted word, as the row has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sought {
    /// By its number.
    Word(u32),
    /// By any of these, which are one word but for the first letter.
    OneOf(Vec<u32>),
    /// Any that is this in small letters.
    AnyCase(u32),
    /// A word that begins and ends so, and is no shorter.
    Changed(String, String),
}

impl Words {
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

    fn text(&self, number: u32) -> &str {
        self.texts.get(number as usize).map_or("", |text| text)
    }

    fn small(&self, number: u32) -> u32 {
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

    /// Wanted words as the row has them; `None` where one stands nowhere in it.
    pub(super) fn sought(&self, piece: &[Wanted]) -> Option<Vec<Sought>> {
        piece.iter().map(|wanted| self.sought_word(wanted)).collect()
    }

    fn sought_word(&self, wanted: &Wanted) -> Option<Sought> {
        let number = |text: &str| self.words.numbers.get(text).copied();
        match wanted {
            Wanted::Exactly(text) => number(text).map(Sought::Word),
            Wanted::AnyFirstCase(text) => {
                let mut numbers: Vec<u32> = first_cases(text).iter().filter_map(|text| number(text)).collect();
                numbers.dedup();
                (!numbers.is_empty()).then_some(Sought::OneOf(numbers))
            }
            Wanted::AnyCase(text) => number(&text.to_lowercase()).map(Sought::AnyCase),
            Wanted::Changed { head, tail, .. } => Some(Sought::Changed(head.clone(), tail.clone())),
        }
    }

    /// Where sought words stand within rows, first to last: where they begin and end.
    pub(super) fn occurrences(&self, piece: &[Sought], rows: &[Range<usize>]) -> Vec<Range<usize>> {
        let is_regular = self.joined.is_empty() && !rows.iter().any(|row| self.crosses(row));
        self.occurrences_from(self.anchor(piece, is_regular), piece, rows)
    }

    fn occurrences_from(&self, anchor: Option<usize>, piece: &[Sought], rows: &[Range<usize>]) -> Vec<Range<usize>> {
        const SCANNED: usize = 400;
        let size: usize = rows.iter().map(ExactSizeIterator::len).sum();
        let Some(anchor) = anchor.filter(|_| size > SCANNED) else {
            let starts = rows.iter().flat_map(|row| row.clone().map(|start| (start, row.end)));
            return starts.filter_map(|(start, end)| self.fit(start, piece, end)).collect();
        };
        let small = piece.get(anchor).map(|sought| self.small_numbers(sought)).unwrap_or_default();
        let mut found = Vec::new();
        for row in rows {
            let starts = small.iter().flat_map(|small| self.places().within(*small, row));
            let starts = starts.filter_map(|place| place.checked_sub(anchor)).filter(|start| row.contains(start));
            found.extend(starts.filter_map(|start| self.fit(start, piece, row.end)));
        }
        found.sort_by_key(|range| (range.start, range.end));
        found
    }

    /// The paragraphs in which sought words stand, each once; those that go on in a further paragraph may be missing.
    pub(super) fn paragraphs_with(&self, piece: &[Sought]) -> Vec<usize> {
        let all = 0..self.row.len();
        let places = self.occurrences_from(self.anchor(piece, true), piece, std::slice::from_ref(&all));
        let mut numbers: Vec<usize> = places.iter().map(|place| self.paragraph_at(place.start)).collect();
        numbers.dedup();
        numbers
    }

    /// The word of a piece to begin the search at: the rarest where each word takes one place, else the first.
    fn anchor(&self, piece: &[Sought], is_regular: bool) -> Option<usize> {
        let known = piece.iter().enumerate().filter(|(_, sought)| !matches!(sought, Sought::Changed(..)));
        let mut known = known.map(|(at, _)| at);
        if !is_regular {
            return known.next();
        }
        let count = |at: &usize| -> usize {
            let small = piece.get(*at).map(|sought| self.small_numbers(sought)).unwrap_or_default();
            small.iter().map(|small| self.places().count(*small)).sum()
        };
        known.min_by_key(count)
    }

    /// Whether a row is of several paragraphs.
    fn crosses(&self, row: &Range<usize>) -> bool {
        self.paragraph_at(row.start) != self.paragraph_at(row.end.saturating_sub(1))
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

    /// How many of the wanted words stand somewhere one after the other from the first on, at most, and where they end.
    pub(super) fn longest_begin(&self, piece: &[Wanted], rows: &[Range<usize>]) -> Option<(usize, usize)> {
        let known: Vec<Sought> = piece.iter().map_while(|wanted| self.sought_word(wanted)).collect();
        let starts = self.occurrences(known.get(..1)?, rows);
        let agreeing = starts.into_iter().map(|start| {
            let row_end = rows.iter().find(|row| row.contains(&start.start)).map_or(start.end, |row| row.end);
            let mut at = start.start;
            let mut count = 0;
            while let Some(next) = known.get(count).and_then(|sought| self.step(at, sought, row_end, count > 0)) {
                (at, count) = (next, count + 1);
            }
            (count, at)
        });
        agreeing.max_by_key(|(count, at)| (*count, std::cmp::Reverse(*at)))
    }

    /// How many of some words, at least so many, stand somewhere in the row one after the other, signs between them.
    pub(super) fn longest_run(&self, words: &[Token], least: usize) -> Option<usize> {
        let known = |word: &Token| self.words.numbers.get(word.text.to_lowercase().as_str()).copied();
        let begin: Vec<u32> = words.get(..least)?.iter().map(known).collect::<Option<_>>()?;
        let (anchor, rarest) = begin.iter().enumerate().min_by_key(|(_, number)| self.places().count(**number))?;
        let is = |at: usize, number: u32| self.row.get(at).is_some_and(|found| self.words.small(*found) == number);
        let starts = self.places().within(*rarest, &(0..self.row.len())).filter_map(|place| {
            let before = begin.get(..anchor).unwrap_or_default().iter().rev();
            before.copied().try_fold(place, |at, number| self.word_before(at).filter(|at| is(*at, number)))
        });
        let lengths = starts.map(|start| {
            let mut at = Some(start);
            let agree = |word: &&Token| {
                let fits = at.is_some_and(|at| known(word).is_some_and(|number| is(at, number)));
                at = at.and_then(|at| self.word_after(at));
                fits
            };
            words.iter().take_while(agree).count()
        });
        lengths.max().filter(|length| *length >= least)
    }

    /// The place of the word before a place, in the same paragraph.
    fn word_before(&self, at: usize) -> Option<usize> {
        (0..at).rev().take_while(|at| !self.ends_at(*at)).find(|at| self.is_word(*at))
    }

    /// The place of the word after a place, in the same paragraph.
    fn word_after(&self, at: usize) -> Option<usize> {
        (at + 1..self.row.len()).take_while(|at| !self.ends_at(*at)).find(|at| self.is_word(*at))
    }

    fn is_word(&self, at: usize) -> bool {
        self.word_at(at).starts_with(char::is_alphanumeric)
    }

    /// For each wanted word the place in the row at which it stands; `place` is where all of them stand.
    pub(super) fn steps(&self, piece: &[Wanted], place: &Range<usize>) -> Vec<usize> {
        let Some(sought) = self.sought(piece) else { return Vec::new() };
        let mut at = place.start;
        let mut steps = Vec::with_capacity(sought.len());
        for (number, sought) in sought.iter().enumerate() {
            let Some(next) = self.step(at, sought, place.end, number > 0) else { break };
            steps.push(next - 1);
            at = next;
        }
        steps
    }

    fn places(&self) -> &Places {
        self.places.get_or_init(|| Places::new(self))
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
        if fits(at) {
            return Some(at + 1);
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

    fn is(&self, number: u32, sought: &Sought) -> bool {
        match sought {
            Sought::Word(wanted) => number == *wanted,
            Sought::OneOf(wanted) => wanted.contains(&number),
            Sought::AnyCase(small) => self.words.small(number) == *small,
            Sought::Changed(head, tail) => {
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

impl Places {
    /// Counts each word, then puts its places behind one another.
    fn new(held: &HeldText) -> Self {
        let joined = held.joined.iter().flat_map(|(at, wholes)| wholes.iter().map(|(number, _)| (*number, *at)));
        let mut pairs: Vec<(u32, usize)> =
            held.row.iter().zip(0..).map(|(number, at)| (*number, at)).chain(joined).collect();
        for pair in &mut pairs {
            pair.0 = held.words.small(pair.0);
        }
        pairs.sort_unstable();
        let mut begins = vec![0; held.words.texts.len() + 1];
        for (number, _) in &pairs {
            if let Some(count) = begins.get_mut(*number as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut begins {
            sum += *count;
            *count = sum;
        }
        Self { begins, places: pairs.into_iter().map(|(_, at)| u32::try_from(at).unwrap_or(u32::MAX)).collect() }
    }

    /// How often a word stands in the row.
    fn count(&self, number: u32) -> usize {
        let at = |number: usize| self.begins.get(number).map_or(0, |begin| *begin as usize);
        at(number as usize + 1).saturating_sub(at(number as usize))
    }

    /// The places of a word within a row.
    fn within(&self, number: u32, row: &Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let at = |number: usize| self.begins.get(number).map_or(0, |begin| *begin as usize);
        let all = self.places.get(at(number as usize)..at(number as usize + 1)).unwrap_or_default();
        let begin = all.partition_point(|place| (*place as usize) < row.start);
        let end = all.partition_point(|place| (*place as usize) < row.end);
        all.get(begin..end).unwrap_or_default().iter().map(|place| *place as usize)
    }
}
