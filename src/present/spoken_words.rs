//! The words of a statement as they are shown: what leads to them, and the runs.

use super::visible;
use crate::language::press::lead_in;
use crate::model::{Content, Statement};

/// The words of a statement, with what cannot be seen in them as marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SpokenWords {
    /// The source's verb, where the words mean something else without it; a space at its end.
    pub lead_in: String,
    /// Runs of words said and runs of paraphrase.
    pub runs: Vec<Content>,
}

impl SpokenWords {
    /// Those of a statement.
    #[must_use]
    pub fn of(statement: &Statement) -> Self {
        let shown = |run: &Content| match run {
            Content::Said(text) => Content::Said(visible(text).into_owned()),
            Content::Para(text) => Content::Para(visible(text).into_owned()),
        };
        let runs = statement.content.iter().map(shown).collect();
        Self { lead_in: visible(&lead_in(statement)).into_owned(), runs }
    }

    /// In one line, quotation marks around what was said.
    #[must_use]
    pub fn plain(&self) -> String {
        format!("{}{}", self.lead_in, self.bare())
    }

    /// The same without what leads to them.
    #[must_use]
    pub fn bare(&self) -> String {
        let with_marks = |run: &Content| match run {
            Content::Said(words) => format!("“{}”", words.trim()),
            Content::Para(words) => words.trim().to_owned(),
        };
        self.runs.iter().map(with_marks).collect::<Vec<_>>().join(" ")
    }
}
