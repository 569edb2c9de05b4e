//! Why a text is not RON, as far as its brackets and strings go.

use super::limits::{MAX_NESTING, MAX_RECORDS};

/// Why a text could not be taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ScanError {
    /// A string has no end.
    #[error("the string that opens here is never closed; add the closing \"")]
    OpenString(usize),
    /// A character literal has no end.
    #[error("the character that opens here is never closed; add the closing '")]
    OpenCharacter(usize),
    /// A comment has no end.
    #[error("the comment that opens here is never closed; add the closing */")]
    OpenComment(usize),
    /// A bracket has no partner.
    #[error("the bracket {bracket} that opens here is never closed; add the closing one")]
    OpenBracket {
        /// The bracket.
        bracket: char,
        /// Where it stands.
        at: usize,
    },
    /// A bracket closes another kind of bracket.
    #[error("{found} does not close the bracket {open} that was opened last; one of the two is wrong or missing")]
    WrongBracket {
        /// The closing bracket.
        found: char,
        /// The bracket that is open.
        open: char,
        /// Where the closing bracket stands.
        at: usize,
    },
    /// A bracket closes nothing.
    #[error("{found} closes no bracket; take it away, or add the one that it closes")]
    StrayBracket {
        /// The bracket.
        found: char,
        /// Where it stands.
        at: usize,
    },
    /// The text is no struct.
    #[error("a briefing begins with ( and names its fields: (title: \"…\", …)")]
    NoStruct(usize),
    /// A field has no name.
    #[error("a field name is missing here: write name: value")]
    NoName(usize),
    /// A field has no colon.
    #[error("a colon is missing after the field name: write name: value")]
    NoColon(usize),
    /// A value is missing.
    #[error("a value is missing here: write name: value")]
    NoValue(usize),
    /// Something stands after the end.
    #[error("the briefing ended before this; take the rest away, or move it inside the brackets")]
    Trailing(usize),
    /// Something stands behind a value that is to be one.
    #[error(
        "the value ended before this; write a text in quotation marks, a list in brackets, a record in parentheses"
    )]
    SeveralValues(usize),
    /// It is nested too deep.
    #[error("brackets are nested more than {MAX_NESTING} deep; a briefing needs no more than ten")]
    TooDeep(usize),
    /// It has too many records.
    #[error("there are more than {MAX_RECORDS} records, the most that are opened; split the briefing")]
    TooManyRecords(usize),
    /// It is too long for its offsets.
    #[error("the text is longer than 4 GiB; split the briefing")]
    TooLong,
}

impl ScanError {
    /// The byte at which the fault is, or at which what has no end began.
    #[must_use]
    pub fn offset(&self) -> usize {
        match *self {
            Self::OpenBracket { at, .. } | Self::WrongBracket { at, .. } | Self::StrayBracket { at, .. } => at,
            Self::OpenString(at)
            | Self::OpenCharacter(at)
            | Self::OpenComment(at)
            | Self::NoStruct(at)
            | Self::NoName(at)
            | Self::NoColon(at)
            | Self::NoValue(at)
            | Self::SeveralValues(at)
            | Self::Trailing(at)
            | Self::TooDeep(at)
            | Self::TooManyRecords(at) => at,
            Self::TooLong => 0,
        }
    }
}
