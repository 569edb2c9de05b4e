//! The mark that keeps a spreadsheet from taking a text for a formula (OWASP, "CSV Injection"): one apostrophe before it.

use std::borrow::Cow;

/// Whether a text begins as a formula does.
fn begins_formula(text: &str) -> bool {
    let bare = text.trim_start_matches([' ', '\u{a0}']);
    bare.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// A text with the mark where it needs it; a number does not.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if begins_formula(text) && text.parse::<f64>().is_err() {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A text without the mark.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| begins_formula(rest)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guarded_comes_back() {
        for text in ["=1+1", "@x", " =1", "＝1", "-a", "-0.5", "+38111", "plain", "'quoted'", ""] {
            assert_eq!(unguarded(&guarded(text)), text);
        }
        assert_eq!(guarded("-0.5"), "-0.5");
        assert_eq!(unguarded("'ok"), "'ok");
    }
}
