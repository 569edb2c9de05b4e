//! Text of a file as text in Markdown: nothing in it becomes markup.
//!
//! Any ASCII punctuation may be escaped (`CommonMark` 0.31.2, section 2.4). Escaped is what begins something: always the
//! delimiters of emphasis, code, links, HTML, tables and formulas; at the begin of the text what makes a heading, a list,
//! a rule or an underline of one; and what makes a bare address a link (GFM 0.29, section 6.9). Line breaks become
//! spaces, so that no line begins within the text; characters that cannot be seen become visible marks.

use super::{link_host, visible};

/// The text in one line, as it stands, whatever is in it.
#[must_use]
pub fn markdown_text(raw: &str) -> String {
    let line = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = visible(&line);
    let mut escaped = String::with_capacity(line.len() + line.len() / 8);
    for (at, c) in line.char_indices() {
        let after = &line[at + c.len_utf8()..];
        if c == '}' && after.is_empty() {
            // Readers that know attributes of headings look at a line's last brace, escaped or not.
            escaped.push_str("&#125;");
            continue;
        }
        if let Some(entity) = entity(c, after) {
            escaped.push_str(entity);
            continue;
        }
        if must_escape(c, &line[..at], after) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// What is written as an entity: readers of the first Markdown, such as Pandoc's `markdown_strict`, know no backslash
/// before these, and would take the rest for HTML.
fn entity(c: char, after: &str) -> Option<&'static str> {
    match c {
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '|' => Some("&#124;"),
        // An entity begins with a letter or `#`; a lone `&` is itself.
        '&' if after.starts_with(|next: char| next == '#' || next.is_ascii_alphanumeric()) => Some("&amp;"),
        _ => None,
    }
}

fn must_escape(c: char, before: &str, after: &str) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '{' | '[' | ']' | '~' | '^' | '$' | '#' => true,
        // Before `[` it makes a picture, and a footnote mark may follow the text.
        '!' => after.is_empty() || after.starts_with('['),
        '-' | '+' | '=' => before.is_empty(),
        '.' | ')' if is_number(before) => true,
        '.' => ends_with_ignoring_case(before, "www"),
        ':' => {
            before.is_empty()
                || after.starts_with("//")
                || ["mailto", "xmpp"].iter().any(|scheme| ends_with_ignoring_case(before, scheme))
        }
        // Of a mail, of a mention, or of a citation of Pandoc's.
        '@' => !after.is_empty(),
        _ => false,
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn ends_with_ignoring_case(text: &str, end: &str) -> bool {
    let start = text.len().checked_sub(end.len());
    start.and_then(|start| text.get(start..)).is_some_and(|tail| tail.eq_ignore_ascii_case(end))
}

/// An address as a link where it leads to the web or to mail, else as text.
#[must_use]
pub fn markdown_link(address: &str) -> String {
    let address = address.trim();
    let is_plain = |c: char| (c.is_ascii_graphic() || c.is_alphanumeric()) && !"<>\\`|\"".contains(c);
    let is_link = link_host(address).is_some() && address.chars().all(is_plain) && visible(address) == address;
    if is_link { format!("<{address}>") } else { markdown_text(address) }
}

#[cfg(test)]
mod tests {
    use super::{markdown_link, markdown_text};

    #[test]
    fn text_stays_text() {
        for (raw, escaped) in [
            ("# a | b", "\\# a &#124; b"),
            ("1. x\n\n- y", "1\\. x - y"),
            ("14 Oct 2024.", "14 Oct 2024."),
            ("- x", "\\- x"),
            ("===", "\\==="),
            ("<script>[x](javascript:alert)", "&lt;script&gt;\\[x\\](javascript:alert)"),
            ("https://evil.example www.evil.example", "https\\://evil.example www\\.evil.example"),
            ("me@evil.example", "me\\@evil.example"),
            ("@cite and -@key, at @", "\\@cite and -\\@key, at @"),
            ("Long live friendship!", "Long live friendship\\!"),
            ("No! Yes", "No! Yes"),
            ("Fells & Daughters &amp; &#60;", "Fells & Daughters &amp;amp; &amp;\\#60;"),
            ("a\u{202e}b\tc", "a⟨U+202E⟩b c"),
            ("tail\\", "tail\\\\"),
            ("“ironclad” – it’s (so)", "“ironclad” – it’s (so)"),
            ("a {} {}", "a \\{} \\{&#125;"),
        ] {
            assert_eq!(markdown_text(raw), escaped);
        }
    }

    #[test]
    fn only_web_and_mail_addresses_are_links() {
        assert_eq!(markdown_link("https://example.org/a_b?c=d&e#f"), "<https://example.org/a_b?c=d&e#f>");
        assert_eq!(markdown_link("https://пример.рс/вучић"), "<https://пример.рс/вучић>");
        assert_eq!(markdown_link("mailto:desk@example.org"), "<mailto:desk@example.org>");
        assert_eq!(markdown_link("javascript:alert(1)"), "javascript:alert(1)");
        assert_eq!(markdown_link("https://a.example/>x"), "https\\://a.example/&gt;x");
    }
}
