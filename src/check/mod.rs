//! The rules that find what is weak in a briefing before a reader does.

mod problem;

pub use problem::{Position, Problem, Severity};

use crate::index::Reader;

/// What the rules found.
#[derive(Debug, Default)]
pub struct Report {
    /// What is to be mended.
    pub problems: Vec<Problem>,
    /// What a waiver silences, with its reason.
    pub waived: Vec<(Problem, String)>,
}

/// Runs all rules.
#[must_use]
pub fn check(_: &Reader) -> Report {
    Report::default()
}
