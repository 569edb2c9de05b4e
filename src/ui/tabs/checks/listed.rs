//! Which findings the tab lists.

use crate::check::{Problem, Severity, is_about_doubles};

/// Which findings are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Listed {
    #[default]
    All,
    Errors,
    Warnings,
    Notes,
    /// Those about records that may be one, and nothing else.
    Doubles,
}

impl Listed {
    pub(super) const ALL: [Self; 5] = [Self::All, Self::Errors, Self::Warnings, Self::Notes, Self::Doubles];

    pub(super) fn has(self, problem: &Problem) -> bool {
        match self {
            Self::All => true,
            Self::Errors => problem.severity == Severity::Error,
            Self::Warnings => problem.severity == Severity::Warning,
            Self::Notes => problem.severity == Severity::Info,
            Self::Doubles => is_about_doubles(problem),
        }
    }
}
