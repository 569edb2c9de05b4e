//! What the tab holds between frames, and what it lists.

use crate::check::Severity;
use std::collections::BTreeSet;

/// Which severities are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Listed {
    #[default]
    All,
    Errors,
    Warnings,
    Notes,
}

impl Listed {
    pub(super) const ALL: [Self; 4] = [Self::All, Self::Errors, Self::Warnings, Self::Notes];

    pub(super) fn has(self, severity: Severity) -> bool {
        match self {
            Self::All => true,
            Self::Errors => severity == Severity::Error,
            Self::Warnings => severity == Severity::Warning,
            Self::Notes => severity == Severity::Info,
        }
    }
}

/// What the tab holds between frames.
#[derive(Debug, Default)]
pub struct State {
    pub(super) listed: Listed,
    /// The rules whose explanation is open.
    pub(super) explained: BTreeSet<&'static str>,
}
