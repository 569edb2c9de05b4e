//! What a phrase means: one date, one of several, none; or words that contradict each other.

use super::body::{LASTED, SOME_DAY};
use super::explain::in_words;
use super::partial::Origin;
use crate::language::Language;
use crate::model::{Basis, DateBounds, Id, Relative};

/// What is known beside a phrase.
#[derive(Debug, Clone, Copy, Default)]
pub struct Setting {
    /// When the text was published, as far as that is known.
    pub published: Option<DateBounds>,
    /// The language of the text; without it each is tried.
    pub language: Option<&'static Language>,
}

/// One of the things that a phrase means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Its EDTF.
    pub edtf: String,
    /// It in words: `some day in October 2024`.
    pub words: String,
    /// How it comes to be read so, where it could be read otherwise: `day first`.
    pub why: String,
    /// What it rests on.
    pub origin: Origin,
}

impl Reading {
    pub(super) fn new(edtf: String, why: String, origin: Origin) -> Self {
        Self { words: in_words(&edtf), edtf, why, origin }
    }

    /// It in words, with how it comes to be read so: `3 April 2024 (day first)`.
    #[must_use]
    pub fn label(&self) -> String {
        // Those two are in its words.
        if self.why.is_empty() || self.why == LASTED || self.why == SOME_DAY {
            self.words.clone()
        } else {
            format!("{} ({})", self.words, self.why)
        }
    }

    /// Whether it comes to be read so for a reason, such as [`DAY_FIRST`](super::DAY_FIRST).
    #[must_use]
    pub fn is_because(&self, why: &str) -> bool {
        self.why.split(", ").any(|part| part == why)
    }

    /// Its basis in a file, where the text is that of a record.
    #[must_use]
    pub fn basis(&self, source: &Id) -> Option<Basis> {
        match &self.origin {
            Origin::Stated => None,
            Origin::YearFromPublication => Some(Basis::YearFromPublication),
            Origin::NearestPast => Some(Basis::NearestPast(source.clone())),
            Origin::NearestFuture => Some(Basis::NearestFuture(source.clone())),
            Origin::Relative { offset, slack } => Some(Basis::Relative(Box::new(Relative {
                to: source.clone(),
                offset: offset.clone(),
                slack: slack.clone(),
                ..Relative::default()
            }))),
            Origin::CountedFromPublication => Some(Basis::Analyst("Counted from the date of publication".to_owned())),
        }
    }
}

/// What a phrase means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Nothing was written.
    Empty,
    /// One date.
    One(Reading),
    /// One of several; a person has to say which.
    Ask(Vec<Reading>),
    /// The words contradict each other.
    Clash {
        /// What they mean without the weekday that does not fit.
        readings: Vec<Reading>,
        /// What contradicts what.
        message: String,
    },
    /// No date.
    Unread {
        /// Why not.
        message: String,
        /// What to do about it.
        hint: String,
    },
}

impl Answer {
    /// The readings, in the order in which they are offered.
    #[must_use]
    pub fn readings(&self) -> &[Reading] {
        match self {
            Self::One(reading) => std::slice::from_ref(reading),
            Self::Ask(readings) | Self::Clash { readings, .. } => readings,
            Self::Empty | Self::Unread { .. } => &[],
        }
    }

    /// The only thing that the phrase means.
    #[must_use]
    pub fn one(&self) -> Option<&Reading> {
        match self {
            Self::One(reading) => Some(reading),
            _ => None,
        }
    }
}
