//! A note as its events: the one dialect of Markdown in which notes are written.

use pulldown_cmark::{Options, Parser};

/// Reads a note: `CommonMark` with the tables, footnotes and strikethrough of GFM.
pub(super) fn parsed(note: &str) -> Parser<'_> {
    Parser::new_ext(note, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH)
}
