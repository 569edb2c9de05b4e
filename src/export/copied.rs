//! A note to be pasted elsewhere: as text, and as HTML for programs that take that.

use super::note::{NoteError, note};
use super::options::NoteOptions;
use super::page;
use crate::document::Document;

/// A note to be pasted elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CopiedNote {
    /// In Markdown.
    pub text: String,
    /// With headings, tables and footnotes.
    pub html: String,
}

impl CopiedNote {
    /// The note with these options.
    ///
    /// # Errors
    /// Where the template has a fault.
    pub fn new(document: &Document, options: &NoteOptions) -> Result<Self, NoteError> {
        let text = note(&document.reader(), options)?;
        Ok(Self { html: page::pasted(&text), text })
    }
}
