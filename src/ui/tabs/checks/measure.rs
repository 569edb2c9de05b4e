//! The measures of the tab, and severities as the widgets have them.

use crate::check::Severity;
use crate::ui::widgets::{self};

/// Room at the left for the sign of the rule's head, under which the findings stand.
pub(super) const INDENT: i8 = 22;

/// Lines of text are no longer than this, in points.
pub(super) const COLUMN: f32 = 920.0;

/// The severity as the marks on the screen have it.
pub(super) fn of(severity: Severity) -> widgets::Severity {
    match severity {
        Severity::Error => widgets::Severity::Error,
        Severity::Warning => widgets::Severity::Warning,
        Severity::Info => widgets::Severity::Note,
    }
}
