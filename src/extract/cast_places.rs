//! Where somebody of the cast, or a country, is named: by the place in the text.

use std::ops::Range;

use super::cast::Cast;
use super::character::{LandMention, Mention};
use crate::language::nations::NationWord;

impl Cast {
    /// The mentions within words of a paragraph.
    pub fn within(&self, paragraph: usize, words: &Range<usize>) -> &[Mention] {
        let start = self.mentions.partition_point(|m| (m.paragraph, m.words.start) < (paragraph, words.start));
        let rest = self.mentions.get(start..).unwrap_or_default();
        let end = rest.partition_point(|m| (m.paragraph, m.words.end) <= (paragraph, words.end));
        rest.get(..end).unwrap_or_default()
    }

    /// The mention that ends at a word of a paragraph.
    #[must_use]
    pub fn ending_at(&self, paragraph: usize, end: usize) -> Option<&Mention> {
        let place = self.mentions.partition_point(|m| (m.paragraph, m.words.end) < (paragraph, end));
        self.mentions.get(place).filter(|m| m.paragraph == paragraph && m.words.end == end)
    }

    /// The mention that begins at a word of a paragraph, with its titles or without.
    #[must_use]
    pub fn starting_at(&self, paragraph: usize, start: usize) -> Option<&Mention> {
        let place = self.mentions.partition_point(|m| (m.paragraph, m.whole.start) < (paragraph, start));
        let exact = self.mentions.get(place).filter(|m| m.paragraph == paragraph && m.whole.start == start);
        let within = || {
            let before = place.checked_sub(1).and_then(|before| self.mentions.get(before));
            before.filter(|m| m.paragraph == paragraph && m.words.start == start)
        };
        exact.or_else(within)
    }

    /// The mentions before a place, the nearest first.
    pub fn before(&self, paragraph: usize, word: usize) -> impl Iterator<Item = &Mention> {
        let end = self.mentions.partition_point(|m| (m.paragraph, m.words.start) < (paragraph, word));
        self.mentions.get(..end).unwrap_or_default().iter().rev()
    }

    /// The mention of a country that begins at a word of a paragraph.
    #[must_use]
    pub fn lands_from(&self, paragraph: usize, start: usize) -> Option<&LandMention> {
        let place = self.lands_at.partition_point(|m| (m.paragraph, m.words.start) < (paragraph, start));
        self.lands_at
            .get(place)
            .filter(|m| m.paragraph == paragraph && m.words.start == start && m.word != NationWord::Nationality)
    }

    /// The mentions of countries within words of a paragraph.
    pub fn lands_within(&self, paragraph: usize, words: &Range<usize>) -> &[LandMention] {
        let start = self.lands_at.partition_point(|m| (m.paragraph, m.words.start) < (paragraph, words.start));
        let rest = self.lands_at.get(start..).unwrap_or_default();
        let end = rest.partition_point(|m| (m.paragraph, m.words.end) <= (paragraph, words.end));
        rest.get(..end).unwrap_or_default()
    }
}
