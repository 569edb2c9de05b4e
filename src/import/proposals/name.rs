//! What a proposal is known by from one reading to the next: its kind and the words that it rests on.

use std::fmt;
use std::str::FromStr;

use crate::model::RecordKind;

/// A stretch of the held words of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stretch {
    /// The paragraph.
    pub para: u32,
    /// Which of the texts that are held of it, from 0.
    pub part: usize,
    /// The first character in it, in Unicode scalar values.
    pub start: usize,
    /// The character behind the last.
    pub end: usize,
}

/// What a proposal is known by; the content that it was read from is told beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProposalName {
    /// The kind of record.
    pub kind: RecordKind,
    /// The words that tell it from others of its kind.
    pub words: Stretch,
    /// Its number among those of one kind and the same words, from 0.
    pub twin: usize,
}

impl fmt::Display for ProposalName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, words: Stretch { para, part, start, end }, twin } = self;
        write!(f, "{} {para} {part} {start} {end} {twin}", kind.list_name())
    }
}

/// A text that names no proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoName;

impl FromStr for ProposalName {
    type Err = NoName;

    fn from_str(text: &str) -> Result<Self, NoName> {
        let mut words = text.split(' ');
        let kind = words.next().and_then(RecordKind::from_list_name).ok_or(NoName)?;
        let mut number = || words.next().and_then(|word| word.parse::<usize>().ok()).ok_or(NoName);
        let para = u32::try_from(number()?).map_err(|_| NoName)?;
        let name =
            Self { kind, words: Stretch { para, part: number()?, start: number()?, end: number()? }, twin: number()? };
        if words.next().is_none() { Ok(name) } else { Err(NoName) }
    }
}
