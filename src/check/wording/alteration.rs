//! What a quote changes of the words that it quotes, found by laying the two side by side.

use std::fmt;

use super::same_words::{is_same_word, says_the_same};
use super::sense::telling;

/// A change that a quote makes of its source's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alteration {
    /// What is changed.
    pub kind: Change,
    /// The words of the sense that are lost by it: negations, conditions, hedges.
    pub loses: Vec<String>,
    /// Those that it brings in.
    pub gains: Vec<String>,
}

/// What is changed of the words that are quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Dots stand for these words of the source.
    Cut(String),
    /// Dots at the begin or the end stand for the rest of the sentence.
    CutAtEnd(String),
    /// Dots or brackets stand for words that are not held.
    CutUnheld,
    /// Words of the source, and those in brackets that stand for them.
    Replaced(String, String),
    /// Words in brackets that stand for none of the source.
    PutIn(String),
    /// A word of the source, and the same with letters in brackets.
    Letters(String, String),
    /// A word of the source, and the same with another first letter, which no mark says.
    FirstLetter(String, String),
    /// Dots stand for what is between two quotations, or at the end of one: these words, which nobody is quoted with.
    Joined(String),
}

impl Alteration {
    pub(super) fn new(kind: Change, lang: &str) -> Self {
        let (was, is) = match &kind {
            Change::Cut(was) | Change::CutAtEnd(was) | Change::Joined(was) => (was.as_str(), ""),
            Change::Replaced(was, is) | Change::Letters(was, is) => (was.as_str(), is.as_str()),
            Change::PutIn(is) => ("", is.as_str()),
            Change::FirstLetter(..) | Change::CutUnheld => ("", ""),
        };
        let (was, is) = (telling(was, lang), telling(is, lang));
        let without = |words: &[String], others: &[String]| -> Vec<String> {
            let is_in = |word: &&String| others.iter().any(|other| other.to_lowercase() == word.to_lowercase());
            words.iter().filter(|word| !is_in(word)).cloned().collect()
        };
        Self { loses: without(&was, &is), gains: without(&is, &was), kind }
    }

    /// Whether a reader may take the quote for something else than was said.
    #[must_use]
    pub fn may_turn_the_sense(&self) -> bool {
        let is_another_word = match &self.kind {
            Change::Joined(_) | Change::CutUnheld => true,
            Change::Replaced(was, is) => !says_the_same(was, is),
            Change::Letters(was, is) => !is_same_word(was, is),
            Change::CutAtEnd(_) | Change::Cut(_) | Change::PutIn(_) | Change::FirstLetter(..) => false,
        };
        is_another_word || !self.loses.is_empty() || !self.gains.is_empty()
    }

    /// Whether the words are the source's, in its order: it is only the marks of quotation that are gone over.
    pub(super) fn keeps_the_words(&self) -> bool {
        matches!(&self.kind, Change::Joined(words) if words.is_empty())
    }

    /// Whether it is only a letter that another place in a sentence asks for: `[t]he`.
    #[must_use]
    pub fn is_of_case(&self) -> bool {
        match &self.kind {
            Change::Letters(was, is) | Change::FirstLetter(was, is) => was.to_lowercase() == is.to_lowercase(),
            _ => false,
        }
    }
}

impl fmt::Display for Alteration {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let was = match &self.kind {
            Change::Cut(words) => {
                write!(f, "“{words}” is left out")?;
                words.as_str()
            }
            Change::CutAtEnd(words) => {
                write!(f, "“{words}” of the same sentence is left out")?;
                words
            }
            Change::CutUnheld => {
                f.write_str("the words that are left out are not held")?;
                ""
            }
            Change::Replaced(was, is) => {
                write!(f, "“{was}” is replaced by [{is}]")?;
                was
            }
            Change::PutIn(is) => {
                write!(f, "[{is}] is put in")?;
                ""
            }
            Change::Letters(was, is) => {
                write!(f, "“{was}” is written “{is}”")?;
                was
            }
            Change::FirstLetter(was, is) => {
                write!(f, "“{was}” is written “{is}”, without brackets")?;
                was
            }
            Change::Joined(words) if words.is_empty() => {
                f.write_str("two quotations are joined")?;
                words
            }
            Change::Joined(words) => {
                write!(f, "it runs over the end of a quotation, where the source has “{words}”")?;
                words
            }
        };
        let listed = |words: &[String]| words.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ");
        if !self.loses.is_empty() && self.loses.join(" ") != *was {
            write!(f, ", and with it {}", listed(&self.loses))?;
        }
        if !self.gains.is_empty() {
            write!(f, ", which brings in {}", listed(&self.gains))?;
        }
        Ok(())
    }
}
