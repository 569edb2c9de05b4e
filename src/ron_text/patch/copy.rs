//! One of the texts that a merge is made of.

use crate::model::Briefing;

/// A text and the briefing that it says.
#[derive(Debug, Clone, Copy)]
pub struct Copy<'a> {
    /// The text.
    pub text: &'a str,
    /// What it says.
    pub briefing: &'a Briefing,
}
