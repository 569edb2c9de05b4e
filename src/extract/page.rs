//! The paragraphs of a text: their words, the runs in marks, the sentences.

use std::ops::Range;

use super::blocks::Block;
use super::marks::{Run, runs};
use super::word::{Kind, Word, words};
use crate::language::press::{Lexicon, Meaning, VisitWord};
use crate::language::{NumberOrder, language};

/// A sentence has at most so many words outside of marks, so that work on one is bounded.
const LONGEST_SENTENCE: usize = 240;
/// A run in marks has at most so many bytes; a longer one is a mark that was forgotten.
const LONGEST_RUN: usize = 12_000;
/// So many words ahead a verb of speech keeps `“Why?” Mr Voss asked` one sentence.
const NEAR: usize = 5;

/// A paragraph.
#[derive(Debug)]
pub struct Paragraph<'a> {
    /// Which block it stands in, from 0.
    pub block: usize,
    /// The text of the block.
    pub text: &'a str,
    /// Where it stands in the block, in bytes.
    pub range: Range<usize>,
    /// Its words and signs.
    pub words: Vec<Word>,
    /// Its runs in marks.
    pub runs: Vec<Run>,
    /// The words of each run, with its marks.
    pub run_words: Vec<Range<usize>>,
    /// For each word the run that it stands in.
    pub run_of: Vec<Option<usize>>,
    /// Its sentences, in words.
    pub sentences: Vec<Range<usize>>,
    /// The tag of the language whose words are known; empty where they are not.
    pub tag: &'static str,
    /// Whether a verb may stand before its subject in any sentence.
    pub is_free_order: bool,
    /// Whether it is a headline, a byline or a pointer to another text.
    pub part: Part,
}

/// What a paragraph is in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The headline.
    Headline,
    /// The text itself.
    Body,
    /// A pointer to another text, a byline, the credit of a picture.
    Aside,
}

impl<'a> Paragraph<'a> {
    /// A word.
    #[must_use]
    pub fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    /// The key of a word, empty where there is none.
    #[must_use]
    pub fn key(&self, at: usize) -> &str {
        self.words.get(at).map(|word| word.key.as_str()).unwrap_or_default()
    }

    /// Whether a word has a meaning by itself.
    #[must_use]
    pub fn means(&self, at: usize, meaning: Meaning) -> bool {
        self.words.get(at).is_some_and(|word| word.means(meaning))
    }

    /// Whether a word is the sign.
    #[must_use]
    pub fn is_sign(&self, at: usize, sign: char) -> bool {
        self.words.get(at).is_some_and(|word| word.is_sign(sign))
    }

    /// Whether a word stands in marks.
    #[must_use]
    pub fn in_run(&self, at: usize) -> bool {
        self.run_of.get(at).is_some_and(Option::is_some)
    }

    /// The bytes of words in the block.
    #[must_use]
    pub fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        let start = self.words.get(words.start).map_or(self.range.end, |word| word.range.start);
        let end = words.end.checked_sub(1).and_then(|last| self.words.get(last)).map_or(start, |word| word.range.end);
        start..end.max(start)
    }

    /// The text of words as it stands.
    #[must_use]
    pub fn slice(&self, words: &Range<usize>) -> &'a str {
        self.text.get(self.bytes(words)).unwrap_or_default()
    }

    /// The sentence that a word stands in.
    #[must_use]
    pub fn sentence_of(&self, at: usize) -> Range<usize> {
        let place = self.sentences.partition_point(|sentence| sentence.end <= at);
        self.sentences.get(place).cloned().unwrap_or(0..self.words.len())
    }

    /// Whether a word begins a sentence or a run in marks.
    #[must_use]
    pub fn begins(&self, at: usize) -> bool {
        at == 0
            || self.sentences.binary_search_by_key(&at, |sentence| sentence.start).is_ok()
            || self.word(at - 1).is_some_and(|word| matches!(word.kind, Kind::Sign(c) if "“”\"„«»‘‹(:.?!".contains(c)))
    }
}

/// The paragraphs of blocks.
#[must_use]
pub fn paragraphs<'a>(blocks: &'a [Block], lexicon: Option<&Lexicon>) -> Vec<Paragraph<'a>> {
    let mut all: Vec<Paragraph> = Vec::new();
    for (block, of) in blocks.iter().enumerate() {
        for range in of.paragraphs() {
            all.push(paragraph(block, &of.text, range, lexicon));
        }
    }
    mark_parts(&mut all);
    if lexicon.is_some_and(|lexicon| lexicon.press.capital_nouns) {
        lower_nouns(&mut all);
    }
    all
}

fn paragraph<'a>(block: usize, text: &'a str, range: Range<usize>, lexicon: Option<&Lexicon>) -> Paragraph<'a> {
    let words = words(text, range.clone(), lexicon);
    let mut runs = runs(text, range.clone());
    runs.retain(|run| run.outer.len() <= LONGEST_RUN);
    let mut run_of = vec![None; words.len()];
    let mut run_words = Vec::with_capacity(runs.len());
    let mut at = 0;
    for (place, run) in runs.iter().enumerate() {
        while words.get(at).is_some_and(|word| word.range.start < run.outer.start) {
            at += 1;
        }
        let start = at;
        while words.get(at).is_some_and(|word| word.range.start < run.outer.end) {
            if let Some(of) = run_of.get_mut(at) {
                *of = Some(place);
            }
            at += 1;
        }
        run_words.push(start..at);
    }
    let mut paragraph = Paragraph {
        block,
        text,
        range,
        words,
        runs,
        run_words,
        run_of,
        sentences: Vec::new(),
        tag: lexicon.map_or("", |lexicon| lexicon.press.tag),
        is_free_order: lexicon.is_some_and(|lexicon| lexicon.press.verb_anywhere),
        part: Part::Body,
    };
    paragraph.sentences = sentences(&paragraph, lexicon);
    paragraph
}

fn sentences(paragraph: &Paragraph, lexicon: Option<&Lexicon>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < paragraph.words.len() {
        // A run is passed in one step; it may end the sentence itself.
        let run = paragraph.run_of.get(at).copied().flatten().and_then(|run| paragraph.run_words.get(run));
        let (next, may_end) = match run {
            Some(run) => (run.end.max(at + 1), ends_with_stop(paragraph, run)),
            None => (at + 1, is_stop(paragraph, at, lexicon)),
        };
        // `(She said so.)`: what closes with the sentence is part of it.
        let closing = (next..paragraph.words.len()).take_while(|at| may_end && closes(paragraph, *at)).count();
        let next = next + closing;
        let is_long = run.is_none() && next - start >= LONGEST_SENTENCE;
        if may_end && begins_sentence(paragraph, next) || is_long {
            found.push(start..next);
            start = next;
        }
        at = next;
    }
    if start < paragraph.words.len() {
        found.push(start..paragraph.words.len());
    }
    found
}

fn closes(paragraph: &Paragraph, at: usize) -> bool {
    !paragraph.in_run(at)
        && paragraph.word(at).is_some_and(|word| !word.is_spaced && matches!(word.kind, Kind::Sign(')' | ']')))
}

/// Whether the last words in a run end a sentence.
fn ends_with_stop(paragraph: &Paragraph, run: &Range<usize>) -> bool {
    let last = (run.start..run.end).rev().find(|at| {
        paragraph.word(*at).is_some_and(|word| !matches!(word.kind, Kind::Sign(c) if "”“\"»«’‘'".contains(c)))
    });
    last.and_then(|at| paragraph.word(at)).is_some_and(|word| matches!(word.kind, Kind::Sign('.' | '!' | '?' | '…')))
}

fn is_stop(paragraph: &Paragraph, at: usize, lexicon: Option<&Lexicon>) -> bool {
    let Some(word) = paragraph.word(at) else { return false };
    match word.kind {
        Kind::Sign('!' | '?' | '…' | '。' | '؟' | '।') => true,
        Kind::Sign('.') => at.checked_sub(1).is_none_or(|before| !keeps_stop(paragraph, before, at, lexicon)),
        _ => false,
    }
}

/// Whether the full stop belongs to the word before it: `Mr.`, `J.`, `14. Oktober`.
fn keeps_stop(paragraph: &Paragraph, before: usize, stop: usize, lexicon: Option<&Lexicon>) -> bool {
    let Some(word) = paragraph.word(before) else { return false };
    if paragraph.word(stop).is_some_and(|stop| stop.is_spaced) {
        return false;
    }
    let next = paragraph.word(stop + 1);
    let next_is_common = next.is_some_and(|next| next.is_capital && next.means(Meaning::Plain));
    match word.kind {
        Kind::Word => {
            let is_initial = word.is_capital && word.key.chars().count() == 1;
            let is_short = word.means(Meaning::Abbreviation) || word.key.contains('.');
            // `in the U.S. The …` ends; `Mr. The` does not occur.
            is_initial || is_short && !next_is_common
        }
        Kind::Number => {
            let days_first = lexicon
                .and_then(|lexicon| language(lexicon.press.tag))
                .is_some_and(|language| language.order == NumberOrder::DayFirst);
            let is_day = word.key.len() <= 2;
            days_first && is_day && (!next_is_common || next.is_some_and(|next| next.is_calendar))
                || next.is_some_and(|next| !next.is_spaced && next.kind == Kind::Number)
        }
        Kind::Sign(_) => false,
    }
}

fn begins_sentence(paragraph: &Paragraph, at: usize) -> bool {
    let Some(word) = paragraph.word(at) else { return true };
    let begins = match word.kind {
        Kind::Word => word.is_capital,
        Kind::Number => true,
        Kind::Sign(c) => "“\"„«»‘‹([–—-•'".contains(c),
    };
    if !begins {
        return false;
    }
    // `“Why?” Mr Voss asked.` goes on.
    let after_run = at.checked_sub(1).is_some_and(|before| paragraph.in_run(before));
    let is_asked = after_run && !stopped_fully(paragraph, at);
    !(is_asked && tells_of_speech_soon(paragraph, at))
}

/// Whether the run before a place ends with a full stop, and not with a question or an exclamation.
fn stopped_fully(paragraph: &Paragraph, at: usize) -> bool {
    let signs = (0..at).rev().take(3).filter_map(|before| paragraph.word(before));
    !signs.into_iter().any(|word| matches!(word.kind, Kind::Sign('!' | '?')))
}

fn tells_of_speech_soon(paragraph: &Paragraph, at: usize) -> bool {
    for place in at..at + NEAR {
        let Some(word) = paragraph.word(place) else { return false };
        if matches!(word.kind, Kind::Sign(c) if c != '’' && c != '.') {
            return false;
        }
        if word.cue().is_some() {
            return true;
        }
    }
    false
}

/// The words that a byline or a credit begins with.
const BYLINES: &[&str] = &["by", "von", "par", "piše", "pise", "autor"];
/// The words that the caption of a picture begins with, or its credit.
const PICTURES: &[&str] = &["photo", "photos", "picture", "pictured", "image", "foto", "bild", "slika", "fotografija"];
/// A caption has more words than this, with its credit.
const SHORTEST_CAPTION: usize = 8;
/// A byline has at most so many words, a headline at most so many.
const LONGEST_BYLINE: usize = 8;
const LONGEST_HEADLINE: usize = 40;

fn mark_parts(paragraphs: &mut [Paragraph]) {
    for place in 0..paragraphs.len() {
        let Some(paragraph) = paragraphs.get(place) else { break };
        let first = paragraph.words.first();
        let is_pointer = first.is_some_and(|word| {
            let length = word.length_of(|meaning| meaning == Meaning::Aside);
            let has_colon = length > 0 && paragraph.is_sign(length, ':');
            length > 0 && (has_colon || paragraph.words.len() <= length + 1)
        });
        // `Photo: Ida Corm` is a credit, `Photo: Ida Corm is received in Dovrin on Monday.` the caption.
        let is_caption = PICTURES.contains(&paragraph.key(0))
            && paragraph.words.len() > SHORTEST_CAPTION
            && paragraph.words.iter().any(|word| word.is_sign('.'));
        let is_byline = BYLINES.contains(&paragraph.key(0))
            && paragraph.words.len() <= LONGEST_BYLINE
            && paragraph.words.get(1).is_some_and(|word| word.is_capital);
        let ends = paragraph.words.last().is_some_and(|word| matches!(word.kind, Kind::Sign('.' | '”' | '"')));
        let is_headline = place == 0 && paragraph.words.len() <= LONGEST_HEADLINE && !ends;
        let part = match (is_pointer && !is_caption || is_byline, is_headline) {
            (true, _) => Part::Aside,
            (_, true) => Part::Headline,
            _ => Part::Body,
        };
        if let Some(paragraph) = paragraphs.get_mut(place) {
            paragraph.part = part;
        }
    }
}

/// Of a headline in which most words have capitals, those keep theirs that have one within a sentence of the text.
pub fn lower_headlines(paragraphs: &mut [Paragraph], keeps: &dyn Fn(&str) -> bool) {
    let mut within: std::collections::HashSet<String> = std::collections::HashSet::new();
    for paragraph in paragraphs.iter().filter(|paragraph| paragraph.part != Part::Headline) {
        let names =
            paragraph.words.iter().enumerate().filter(|(at, word)| word.is_namelike() && !paragraph.begins(*at));
        within.extend(names.map(|(_, word)| word.key.clone()));
    }
    for paragraph in paragraphs.iter_mut().filter(|paragraph| paragraph.part == Part::Headline) {
        let long = paragraph.words.iter().filter(|word| word.kind == Kind::Word && word.key.chars().count() > 3);
        let (all, capitals) =
            long.fold((0, 0), |(all, capitals), word| (all + 1, capitals + usize::from(word.is_capital)));
        if capitals * 10 < all * 7 || all < 4 {
            continue;
        }
        for word in &mut paragraph.words {
            if !within.contains(&word.key) && !keeps(&word.key) && !word.is_acronym {
                word.is_capital = false;
            }
        }
    }
}

/// In a language whose nouns all have capitals, those that are no names lose theirs: a name is told by another beside it,
/// by a title before it, or by standing so elsewhere.
fn lower_nouns(paragraphs: &mut [Paragraph]) {
    let mut names: std::collections::HashSet<String> = std::collections::HashSet::new();
    for paragraph in paragraphs.iter() {
        for at in 0..paragraph.words.len() {
            let is_free = |at: usize| paragraph.word(at).is_some_and(is_free_noun);
            let beside = is_free(at) && is_free(at + 1) && paragraph.word(at + 1).is_some_and(|next| next.is_spaced);
            // An article before it makes a noun of the first: `der Bau Anfang Mai`.
            let article = at.checked_sub(1).is_some_and(|before| paragraph.means(before, Meaning::Article));
            if beside && !article {
                names.extend([at, at + 1].map(|at| paragraph.key(at).to_owned()));
            }
            // German puts no article before the name of a place.
            let behind = at.checked_sub(1).map(|before| paragraph.key(before)).unwrap_or_default();
            let is_placed = matches!(behind, "in" | "nach" | "aus" | "von")
                && is_free(at)
                && paragraph.word(at).is_some_and(|word| word.is_capital);
            if is_placed {
                names.insert(paragraph.key(at).to_owned());
            }
            let titled = paragraph
                .word(at)
                .is_some_and(|word| word.is_title() || word.length_of(|m| matches!(m, Meaning::Honorific(_))) > 0);
            if titled && is_free(at + 1) {
                names.insert(paragraph.key(at + 1).to_owned());
            }
        }
    }
    let is_land = |word: &Word| crate::language::nations::nation_at(&word.key, std::iter::empty()).is_some();
    for word in paragraphs.iter_mut().flat_map(|paragraph| &mut paragraph.words) {
        let stays =
            word.is_acronym || names.contains(&word.key) || is_land(word) || word.is_title() || word.head().is_some();
        word.is_capital &= stays;
    }
}

fn is_free_noun(word: &Word) -> bool {
    let has_other =
        word.is_title() || word.head().is_some() || word.means(Meaning::People) || word.visit(VisitWord::Visit);
    word.is_namelike() && !word.is_calendar && !has_other
}
