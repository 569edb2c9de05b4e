//! What a typed text means.

use super::explain::{how_many_days, in_words};

/// What a typed text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// Nothing was typed.
    Empty,
    /// One date.
    Understood(Understood),
    /// One of several; a person has to say which.
    Ask(Vec<Choice>),
    /// No date.
    Unknown {
        /// Why not.
        message: String,
        /// What to do about it.
        hint: String,
    },
}

/// A text that means one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// Its EDTF.
    pub edtf: String,
    /// How it is understood, in words: `some day in October 2024`.
    pub words: String,
}

/// One of the things that a typed text may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it means, in words: `3 April 2024 (day first)`.
    pub label: String,
    /// Its EDTF.
    pub edtf: String,
}

impl Choice {
    pub(super) fn new(edtf: String) -> Self {
        Self { label: in_words(&edtf), edtf }
    }

    pub(super) fn because(edtf: String, why: &str) -> Self {
        Self { label: format!("{} ({why})", in_words(&edtf)), edtf }
    }
}

pub(super) fn understood(edtf: String) -> Reading {
    Reading::Understood(Understood { words: in_words(&edtf), edtf })
}

pub(super) fn unknown(message: String, hint: &str) -> Reading {
    Reading::Unknown { message, hint: hint.to_owned() }
}

pub(super) fn no_such_day(text: &str, edtf: &str) -> Reading {
    let hint = how_many_days(edtf).unwrap_or_else(|| "Look at the day, the month and the year".to_owned());
    unknown(format!("“{text}” is no day of the calendar"), &hint)
}

/// `about early October`: EDTF has no mark for the ends of a set (ISO 8601-2:2019, Annex A).
pub(super) fn doubted_set() -> Reading {
    let hint = "Type the days further apart, without “about”, “maybe” or “?”";
    unknown("Days between two others cannot be in doubt as well".to_owned(), hint)
}

pub(super) const WHAT_TO_TYPE: &str =
    "Type a date such as 14 Oct 2024, Oct 2024, c. 2024, before May 2019, 1–14 Oct 2024, or EDTF";

pub(super) fn not_read() -> Reading {
    unknown("This is no date that can be read".to_owned(), WHAT_TO_TYPE)
}
