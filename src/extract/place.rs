//! A paragraph with who is named in it: where the walks to a subject and to a noun take place.

use std::ops::Range;

use super::cast::Cast;
use super::page::Paragraph;
use super::word::Kind;

#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The paragraph.
    pub paragraph: &'a Paragraph<'a>,
    /// Its number among all.
    pub number: usize,
    /// Who is named.
    pub cast: &'a Cast,
}

impl Place<'_> {
    pub(super) fn is_comma(&self, at: usize) -> bool {
        matches!(self.paragraph.word(at).map(|word| word.kind), Some(Kind::Sign(',' | '–' | '—' | '-')))
            && !self.paragraph.in_run(at)
    }

    pub(super) fn is_stop(&self, at: usize) -> bool {
        matches!(self.paragraph.word(at).map(|word| word.kind), Some(Kind::Sign(';' | ':')))
    }

    pub(super) fn is_pronoun(&self, words: &Range<usize>) -> bool {
        words.len() == 1 && self.paragraph.word(words.start).is_some_and(|word| word.pronoun().is_some())
    }
}
