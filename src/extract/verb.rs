//! A verb of speech at work in a sentence, and the words around it that may be what is said.

use std::ops::Range;

use super::page::Paragraph;
use super::place::Place;
use super::told::{Rule, Span, Told};
use super::word::{Kind, Word};
use crate::language::press::{Meaning, Pronoun};

/// What is said has at least so many words where no mark tells it.
pub(super) const SHORTEST_CLAUSE: usize = 2;

/// A verb of speech at work in a sentence.
#[derive(Clone, Copy)]
pub struct At<'a> {
    /// The paragraph.
    pub place: Place<'a>,
    /// The sentence.
    pub sentence: (usize, usize),
    /// From where on nothing is taken yet.
    pub free: usize,
}

/// What stands behind a verb of speech.
pub struct Behind {
    /// Where what is said begins; the end of the sentence where nothing is.
    pub start: usize,
    /// Whether `that` stood before it.
    pub has_that: bool,
    /// Whether a colon stood before it.
    pub has_colon: bool,
    /// To whom.
    pub audience: Option<Range<usize>>,
}

impl<'a> At<'a> {
    pub(super) fn paragraph(&self) -> &'a Paragraph<'a> {
        self.place.paragraph
    }

    pub(super) fn end(&self) -> usize {
        self.sentence.1
    }

    pub(super) fn range(&self) -> Range<usize> {
        self.sentence.0..self.sentence.1
    }

    pub(super) fn span(&self, words: Range<usize>) -> Span {
        Span { paragraph: self.place.number, words }
    }

    pub(super) fn told(&self, speaker: Option<Range<usize>>, verb: usize, length: usize, rule: Rule) -> Told {
        Told {
            speaker: speaker.map(|words| self.span(words)),
            cue: Some(self.span(verb..verb + length)),
            audience: None,
            content: Vec::new(),
            rule,
            sentence: self.span(self.range()),
        }
    }

    /// The subject of the main clause: the first name or pronoun of the sentence.
    pub(super) fn main_subject(&self, before: usize) -> Option<Span> {
        let range = self.sentence.0..before;
        let name = self.place.cast.within(self.place.number, &range).first().map(|mention| mention.whole.clone());
        let pronoun = range.clone().find(|at| {
            let is_they = |word: &Word| matches!(word.pronoun(), Some(Pronoun::He | Pronoun::She | Pronoun::They));
            !self.paragraph().in_run(*at)
                && self.paragraph().word(*at).is_some_and(|word| is_they(word) && !word.means(Meaning::Article))
        });
        let words = match (name, pronoun) {
            (Some(name), Some(pronoun)) if pronoun < name.start => pronoun..pronoun + 1,
            (Some(name), _) => name,
            (None, Some(pronoun)) => pronoun..pronoun + 1,
            (None, None) => self.place.starting_at(&range, self.sentence.0)?,
        };
        Some(self.span(words))
    }

    /// What is said before a place, from where nothing is taken yet.
    pub(super) fn before(&self, end: usize) -> Option<Range<usize>> {
        let last = end.checked_sub(1).filter(|last| *last >= self.free)?;
        let is_parted = self.paragraph().is_sign(last, ',')
            || self.paragraph().in_run(last)
            || matches!(
                self.paragraph().word(last).map(|word| word.kind),
                Some(Kind::Sign('–' | '—' | '-' | '?' | '!'))
            );
        let words = self.trimmed(self.opened(end)..end);
        let has_words = words.len() > SHORTEST_CLAUSE || self.paragraph().in_run(words.start);
        (is_parted && has_words).then_some(words)
    }

    /// Where what is said before a place begins: behind the last colon or dash that words in marks follow.
    fn opened(&self, end: usize) -> usize {
        let opens = |at: &usize| {
            let before = at.checked_sub(1).and_then(|before| self.paragraph().word(before));
            let is_first = at.checked_sub(1).is_none_or(|before| {
                self.paragraph().run_of.get(before).copied().flatten()
                    != self.paragraph().run_of.get(*at).copied().flatten()
            });
            self.paragraph().in_run(*at)
                && is_first
                && !at.checked_sub(1).is_some_and(|before| self.paragraph().in_run(before))
                && before.is_some_and(|word| matches!(word.kind, Kind::Sign(':' | '–' | '—' | '-')))
        };
        (self.free + 1..end).rev().find(opens).unwrap_or(self.free)
    }

    pub(super) fn ends_with_run(&self, words: &Range<usize>) -> bool {
        words.end.checked_sub(1).is_some_and(|last| self.paragraph().in_run(last))
    }

    /// The words without commas, dashes and conjunctions at their ends.
    pub(super) fn trimmed(&self, words: Range<usize>) -> Range<usize> {
        let mut words = words;
        let is_sign = |at: usize| {
            !self.paragraph().in_run(at)
                && matches!(self.paragraph().word(at).map(|word| word.kind), Some(Kind::Sign(c)) if ",.;:–—-)(".contains(c))
        };
        while words.start < words.end
            && (is_sign(words.start)
                || matches!(self.paragraph().key(words.start), "but" | "and" | "aber" | "und")
                    && !self.paragraph().in_run(words.start))
        {
            words.start += 1;
        }
        while words.end > words.start && is_sign(words.end - 1) {
            words.end -= 1;
        }
        words
    }
}
