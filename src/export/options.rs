//! What a note holds.

use super::progress::Progress;
use super::template::Template;
use crate::check::{Problem, Severity};
use crate::model::{Key, TlpLevel};
use std::collections::HashSet;

/// What a note holds.
#[derive(Debug, Clone, Default)]
pub struct NoteOptions {
    /// What it is written by.
    pub template: Template,
    /// Leave out what is marked stricter, and say how much that is. Without it nothing is left out.
    pub marking: Option<TlpLevel>,
    /// Only these records, and the words of the filter that chose them.
    pub shown: Option<(HashSet<Key>, String)>,
    /// The path of a picture of the chart, from where the note will stand; the note refers to it under its visits.
    pub chart: Option<String>,
    /// What is new since another version, as sentences.
    pub news: Vec<String>,
    /// What the checks say of the briefing.
    pub findings: Findings,
    /// How far it has come, and whether somebody still waits for it.
    pub progress: Progress,
}

/// How many findings of the checks are open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Findings {
    /// For which the briefing cannot be relied on as it is.
    pub errors: usize,
    /// Over which a reader will stumble.
    pub warnings: usize,
}

impl Findings {
    /// Of what stands against an export, and of the warnings of the checks.
    #[must_use]
    pub fn new(obstacles: &[Problem], warnings: usize) -> Self {
        let errors = obstacles.iter().filter(|problem| problem.severity == Severity::Error).count();
        Self { errors, warnings }
    }
}
