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

/// Stub.
#[must_use]
pub fn to_text(problems: &[Problem], file: &str) -> String {
    problems.iter().map(|p| format!("{file}:{:?}: {} {} {}\n", p.position, p.field, p.message, p.hint)).collect()
}

/// Stub.
#[must_use]
pub fn to_json(_: &[Problem]) -> String {
    String::new()
}

/// Stub.
#[must_use]
pub fn summary(_: &[Problem], _: usize) -> String {
    String::new()
}
