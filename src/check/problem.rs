//! What a rule, or the loader, found.

use super::Remedy;
use crate::model::{Id, Key};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The briefing cannot be relied on as it is.
    Error,
    /// A reader will stumble over it.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// The word in messages and in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// A place in a text, both counted from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

/// What a rule, or the loader, found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The id of the rule, such as `dangling-reference`.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The record in memory, where it is about one that could be read.
    pub key: Option<Key>,
    /// The record's id as the file has it, shared with it; empty where it is about the file.
    pub record: Id,
    /// The ids of records that it is about together with this one: namesakes. A waiver may be for just those.
    pub others: Vec<Id>,
    /// The field, with its path where it is nested (`content[0]`, `when.basis`); empty where it is about the whole.
    pub field: String,
    /// What is wrong, in a sentence without a full stop; what it quotes is shortened where it is very long.
    pub message: String,
    /// What to do about it; may be empty.
    pub hint: String,
    /// What would mend it, where one repair alone is sane.
    pub remedy: Option<Remedy>,
    /// Where it stands in the file, once that is known.
    pub position: Option<Position>,
}
