//! Cites of an article: of a paragraph, or of words in it, told apart where they stand more than once.

use super::blocks::on_one_line;
use super::records::Maker;
use super::told::Span;
use crate::model::{Cite, CiteLong};

/// In a longer paragraph, words that stand more than once are not told apart.
const LONGEST_SEARCHED: usize = 20_000;
/// So many characters before and after tell a repeat apart.
const AROUND: usize = 24;

impl Maker<'_> {
    /// The cite of a paragraph as a whole.
    #[must_use]
    pub fn cite_paragraph(&self, paragraph: usize) -> Cite {
        Cite {
            short: true,
            long: CiteLong { source: self.source.clone(), para: self.para(paragraph), ..CiteLong::default() },
        }
    }

    /// The cite of words.
    #[must_use]
    pub fn cite_words(&self, words: &Span) -> Cite {
        self.cite_quote(words, &self.text(words))
    }

    /// The cite of a part of some words, as it stands on one line.
    #[must_use]
    pub fn cite_quote(&self, within: &Span, exact: &str) -> Cite {
        let mut cite = self.cite_paragraph(within.paragraph);
        let Some(of) = self.paragraphs.get(within.paragraph).filter(|_| !exact.is_empty()) else { return cite };
        cite.short = false;
        exact.clone_into(&mut cite.long.exact);
        if of.text.len() > LONGEST_SEARCHED {
            return cite;
        }
        let text = on_one_line(of.text);
        if text.matches(exact).nth(1).is_none() {
            return cite;
        }
        // What stands before the words is as long on one line as it is there.
        let before = on_one_line(of.text.get(..of.bytes(&within.words).start).unwrap_or_default());
        let from = before.len().min(text.len());
        let at =
            text.get(from..).and_then(|rest| rest.find(exact)).map_or_else(|| text.find(exact), |at| Some(from + at));
        if let Some(at) = at {
            last_chars(text.get(..at).unwrap_or_default()).clone_into(&mut cite.long.prefix);
            first_chars(text.get(at + exact.len()..).unwrap_or_default()).clone_into(&mut cite.long.suffix);
        }
        cite
    }

    fn para(&self, paragraph: usize) -> Option<u32> {
        match &self.paras {
            Some(paras) => *paras.get(paragraph)?,
            None => u32::try_from(self.paragraphs.get(paragraph)?.block).ok(),
        }
    }
}

fn last_chars(text: &str) -> &str {
    let from = text.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    text.get(from..).unwrap_or_default()
}

fn first_chars(text: &str) -> &str {
    let end = text.char_indices().nth(AROUND).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}
