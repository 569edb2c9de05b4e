//! Where the bracket of a briefing opens in its text.

use crate::ron_text::cursor::Cursor;
use crate::ron_text::scan::skip_attributes;

/// Where the bracket of the briefing opens, behind a byte order mark, attributes and the struct's name.
pub(super) fn open_of_briefing(text: &str) -> Option<usize> {
    let mut cursor = Cursor::new(text, 0);
    if text.starts_with('\u{feff}') {
        cursor.at = '\u{feff}'.len_utf8();
    }
    skip_attributes(&mut cursor).ok()?;
    cursor.skip_word();
    cursor.skip_blank().ok()?;
    (cursor.peek() == Some('(')).then_some(cursor.at)
}
