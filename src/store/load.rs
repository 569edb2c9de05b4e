//! The text of a briefing as a briefing and its problems.

use ron::Options;
use ron::extensions::Extensions;

use super::error::OpenError;
use crate::check::{Position, Problem};
use crate::model::Briefing;

/// A briefing as it was read, with what is wrong with it.
#[derive(Debug)]
pub struct Loaded {
    /// What could be read.
    pub briefing: Briefing,
    /// What could not, and fields that the model does not know.
    pub problems: Vec<Problem>,
    /// The text, for finding places in it.
    pub text: SourceText,
}

/// The text that a briefing was read from, and where its records and fields are.
#[derive(Debug)]
pub struct SourceText {
    text: String,
}

impl SourceText {
    /// Where a problem stands.
    #[must_use]
    pub fn locate(&self, _: &Problem) -> Option<Position> {
        None
    }

    /// The lines around a line, with their numbers.
    #[must_use]
    pub fn lines_around(&self, line: usize, around: usize) -> Vec<(usize, String)> {
        lines_around(&self.text, line, around)
    }
}

/// The lines around a line, with their numbers from 1.
#[must_use]
pub fn lines_around(text: &str, line: usize, around: usize) -> Vec<(usize, String)> {
    let first = line.saturating_sub(around).max(1);
    let lines = text.lines().enumerate().skip(first - 1).take(line + around + 1 - first);
    lines.map(|(index, text)| (index + 1, text.to_owned())).collect()
}

/// Reads a briefing.
///
/// # Errors
/// Where nothing of it can be read; the text comes back, to show the lines concerned.
pub fn load(text: String) -> Result<Loaded, (OpenError, String)> {
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    match options.from_str::<Briefing>(&text) {
        Ok(briefing) => Ok(Loaded { briefing, problems: Vec::new(), text: SourceText { text } }),
        Err(error) => {
            let position = Position { line: error.span.start.line, column: error.span.start.col };
            Err((OpenError::Unparsable { message: error.code.to_string(), position }, text))
        }
    }
}
