//! What is told of at the foot of the window, and of a file that could not be opened.

use crate::document::{OpenFailure, Origin};
use crate::ui::Command;
use crate::ui::widgets::Severity;

/// A file that could not be opened.
#[derive(Debug)]
pub struct Failure {
    pub origin: Origin,
    pub failure: OpenFailure,
}

/// A notice at the foot of the window.
#[derive(Debug, Clone)]
pub struct Notice {
    pub severity: Severity,
    pub text: String,
    /// A command that it offers, and which takes it away.
    pub offers: Option<Offer>,
    /// When it goes, in the window's time in seconds.
    pub until: f64,
}

/// A command as a notice offers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    pub command: Command,
    /// What its button says.
    pub words: &'static str,
}
