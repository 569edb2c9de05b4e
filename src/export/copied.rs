//! A note to be pasted elsewhere: as text, and as HTML for programs that take that.

use super::page;
use super::progress::Progress;

/// A note to be pasted elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CopiedNote {
    /// In Markdown.
    pub text: String,
    /// With headings, tables and footnotes.
    pub html: String,
}

impl CopiedNote {
    /// A note that is written in Markdown.
    #[must_use]
    pub fn new(text: String, progress: &Progress) -> Self {
        Self { html: page::pasted(&text, progress), text }
    }
}
