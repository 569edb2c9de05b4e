//! Why a note could not be written.

use std::fmt;

/// Why a note could not be written: what is wrong with its template, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteError {
    /// The template.
    pub template: String,
    /// Its line, counted from 1.
    pub line: Option<usize>,
    /// What is wrong, without a capital and a full stop.
    pub message: String,
    /// What to do; may be empty.
    pub hint: String,
}

impl fmt::Display for NoteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.template, self.message)?,
            None => write!(f, "{}: {}", self.template, self.message)?,
        }
        if self.hint.is_empty() { Ok(()) } else { write!(f, "; {}", self.hint) }
    }
}

impl std::error::Error for NoteError {}
