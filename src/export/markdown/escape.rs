//! Text of a file as text in Markdown: nothing in it becomes markup (CommonMark 0.31.2, section 2.4; GFM tables and
//! autolinks).

use crate::present::{link_host, visible};

/// The text in one line, as it stands, whatever is in it.
pub(super) fn text(raw: &str) -> String {
    let shown = visible(raw.trim());
    let line = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut escaped = String::with_capacity(line.len() + 8);
    for (at, c) in line.char_indices() {
        let begins = at == 0;
        match c {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '|' | '~' | '^' | '$' | '#' | '!' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '&' => escaped.push_str("&amp;"),
            // A line may not begin as a list or a heading underline.
            '-' | '+' | '=' if begins => {
                escaped.push('\\');
                escaped.push(c);
            }
            // `1.` and `1)` at the begin of a line are lists.
            '.' | ')' if is_number(&line[..at]) => {
                escaped.push('\\');
                escaped.push(c);
            }
            // Autolinks of GFM begin with `www.`, with `:` after a scheme, or hold `@`.
            ':' if line[at..].starts_with("://") => escaped.push_str("&#58;"),
            '@' => escaped.push_str("&#64;"),
            '.' if line[..at].to_ascii_lowercase().ends_with("www") => escaped.push_str("&#46;"),
            c => escaped.push(c),
        }
    }
    escaped
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// An address as a link where it leads to the web or to mail, else as text.
pub(super) fn link(address: &str) -> String {
    let is_plain = address.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>' | b'\\' | b'`' | b'|'));
    if is_plain && link_host(address).is_some() { format!("<{address}>") } else { text(address) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(text("# a | b"), "\\# a \\| b");
        assert_eq!(text("1. x\n\n- y"), "1\\. x - y");
        assert_eq!(text("<script>[x](javascript:alert)"), "\\<script\\>\\[x\\](javascript:alert)");
        assert_eq!(text("https://evil.example www.evil.example"), "https&#58;//evil.example www&#46;evil.example");
        assert_eq!(link("https://example.org/a_b"), "<https://example.org/a_b>");
        assert_eq!(link("javascript:alert(1)"), "javascript:alert(1)");
    }
}
