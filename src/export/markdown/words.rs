//! Words of the file as words of the note.

pub(super) use crate::export::words::listed;
use crate::present::markdown_text;

/// Text of the file as text of the note.
pub fn text(raw: &str) -> String {
    markdown_text(raw)
}

/// The same as a sentence that ends once.
pub fn sentence(raw: &str) -> String {
    text(&crate::export::words::sentence(raw))
}
