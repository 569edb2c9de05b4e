//! Values of a context as Markdown: text, whatever is in it. Only the marks of footnotes stay what they are.

use crate::export::footnotes::{MARK_BEGIN, MARK_END, ORIGINS};
use crate::present::markdown_text;

/// Text as Markdown. It may stand between other values, so what could begin or go on something with its neighbours is
/// escaped as well.
pub(super) fn escaped(text: &str) -> String {
    if text.strip_prefix(ORIGINS) == Some("") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(MARK_BEGIN) {
        push_text(&mut out, before);
        match behind.split_once(MARK_END) {
            Some((place, after)) if !place.is_empty() && place.bytes().all(|byte| byte.is_ascii_digit()) => {
                out.push(MARK_BEGIN);
                out.push_str(place);
                out.push(MARK_END);
                rest = after;
            }
            _ => rest = behind,
        }
    }
    push_text(&mut out, rest);
    out
}

fn push_text(out: &mut String, text: &str) {
    // Blanks at the edges part the text from its neighbours.
    let inner = text.trim();
    if inner.is_empty() {
        out.push_str(if text.is_empty() { "" } else { " " });
        return;
    }
    if text.starts_with(char::is_whitespace) {
        out.push(' ');
    }
    let words = markdown_text(inner);
    if words.starts_with(['.', ')', ':', '!', '(']) {
        out.push('\\');
    }
    match words.strip_suffix(['&', ':']) {
        Some(begin) if !begin.ends_with('\\') => {
            out.push_str(begin);
            out.push_str(if words.ends_with('&') { "&amp;" } else { "\\:" });
        }
        _ => out.push_str(&words),
    }
    if text.ends_with(char::is_whitespace) {
        out.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn text_stays_text_beside_any_neighbour() {
        for (text, expected) in [
            ("{{ title }} <b>", "\\{\\{ title }} &lt;b&gt;"),
            (". x", "\\. x"),
            ("AT&", "AT&amp;"),
            ("http:", "http\\:"),
            ("(javascript:alert(1))", "\\(javascript:alert(1))"),
            ("a\u{fdd0}12\u{fdd1}", "a\u{fdd0}12\u{fdd1}"),
            ("a\u{fdd0}x\u{fdd1}", "ax⟨U+FDD1⟩"),
            ("  ", " "),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}
