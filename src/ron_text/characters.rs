//! Characters (`'x'`) written as texts.

use super::cursor::Cursor;

/// The text with every character in it (`'x'`) as a text (`"x"`), byte for byte as long; `None` where there is none, or
/// brackets and strings do not close. A quotation mark that is not escaped (`'"'`) stays, since it would take a byte more.
#[must_use]
pub fn characters_as_texts(text: &str) -> Option<String> {
    let mut cursor = Cursor::new(text, 0);
    let mut out = String::with_capacity(text.len());
    let mut copied = 0;
    while !cursor.is_at_end() {
        cursor.skip_blank().ok()?;
        let begin = cursor.at;
        let Some(next) = cursor.peek() else { break };
        if !cursor.skip_string().ok()? && !cursor.skip_word() {
            cursor.at = begin + next.len_utf8();
        }
        let token = text.get(begin..cursor.at)?;
        let inner = token.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
        if let Some(inner) = inner.filter(|inner| *inner != "\"") {
            out.push_str(text.get(copied..begin)?);
            out.push('"');
            out.push_str(inner);
            out.push('"');
            copied = cursor.at;
        }
    }
    out.push_str(text.get(copied..)?);
    (copied > 0).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::characters_as_texts;

    #[test]
    fn only_characters_become_texts() {
        let cases = [
            (r"(a: 'x', b: '\n')", Some(r#"(a: "x", b: "\n")"#)),
            (r"(a: ''', b: '\'')", Some(r#"(a: "'", b: "\'")"#)),
            (r#"(a: "it's 'x'", /* 'y' */ b: b'z') // 'z'"#, None),
            ("(a: 'é')", Some("(a: \"é\")")),
            (r#"(a: '"')"#, None),
            (r#"(a: "open"#, None),
        ];
        for (text, expected) in cases {
            assert_eq!(characters_as_texts(text).as_deref(), expected, "{text}");
        }
    }
}
