//! Characters that would show nothing, or turn the text round, as visible marks.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::ron_text::is_invisible;

/// The text with control, bidi and invisible characters as `⟨U+202E⟩`; line breaks stay.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    let must_show = |c: char| (c.is_control() && c != '\n') || is_invisible(c);
    if !text.contains(must_show) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if must_show(c) {
            let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_cannot_be_seen_is_shown() {
        assert_eq!(visible("Вучић 习近平\nx"), "Вучић 习近平\nx");
        assert_eq!(visible("a\u{202e}b\0\u{200b}"), "a⟨U+202E⟩b⟨U+0000⟩⟨U+200B⟩");
    }
}
