//! The text of a value that the model does not know, without the comments that stand around it.

/// The value alone: what `ron` hands over of an unknown field reaches up to the comma or the bracket behind it, so that a
/// comment behind the last field of a struct is in it.
pub(super) fn value_alone(raw: &str) -> &str {
    let bytes = raw.as_bytes();
    let (mut at, mut begin, mut end) = (0, None, 0);
    while let Some(byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or(&[]);
        at = match byte {
            b'/' if rest.starts_with(b"//") => at + rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()),
            b'/' if rest.starts_with(b"/*") => at + block_comment(rest),
            byte if byte.is_ascii_whitespace() || *byte == 0x0B => at + 1,
            _ => {
                begin.get_or_insert(at);
                end = at + token(rest);
                end
            }
        };
    }
    let end = end.min(raw.len());
    raw.get(begin.unwrap_or(end)..end).unwrap_or(raw).trim()
}

/// How long a block comment is; they nest.
fn block_comment(text: &[u8]) -> usize {
    let (mut at, mut level) = (0, 0_usize);
    while at < text.len() {
        let rest = text.get(at..).unwrap_or(&[]);
        if rest.starts_with(b"/*") {
            level += 1;
            at += 2;
        } else if rest.starts_with(b"*/") {
            level = level.saturating_sub(1);
            at += 2;
            if level == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}

/// How long a token is: a string as a whole, anything else a byte.
fn token(text: &[u8]) -> usize {
    let prefix = text.iter().take_while(|byte| matches!(byte, b'b' | b'r')).count();
    let hashes = text.iter().skip(prefix).take_while(|byte| **byte == b'#').count();
    let is_raw = text.get(..prefix).is_some_and(|letters| letters.contains(&b'r'));
    match text.get(prefix + hashes) {
        Some(b'"') if is_raw => {
            let close = [b"\"".as_slice(), &b"#".repeat(hashes)].concat();
            let inside = text.get(prefix + hashes + 1..).unwrap_or(&[]);
            let length = inside.windows(close.len()).position(|window| window == close);
            prefix + hashes + 1 + length.map_or(inside.len(), |length| length + close.len())
        }
        Some(quote @ b'"') if hashes == 0 => prefix + quoted(text.get(prefix..).unwrap_or(&[]), *quote),
        // A character; a quotation mark may stand in it.
        Some(b'\'') if hashes == 0 => match text.get(prefix + 1..) {
            Some([b'\\', ..]) => prefix + quoted(text.get(prefix..).unwrap_or(&[]), b'\''),
            Some([b'"' | b'/' | b'\'', b'\'', ..]) => prefix + 3,
            _ => prefix + 1,
        },
        _ => 1,
    }
}

/// How long a quoted text is, in which `\` takes the next byte along.
fn quoted(text: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while let Some(byte) = text.get(at) {
        at += match byte {
            b'\\' => 2,
            byte if *byte == quote => return at + 1,
            _ => 1,
        };
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::value_alone;

    #[test]
    fn comments_around_a_value_are_no_part_of_it() {
        for (raw, value) in [
            ("\"Bob\" // our own field\n        ", "\"Bob\""),
            (" /* a */ 7 /* b /* c */ */ // d", "7"),
            ("(a: 1, // within\n b: \"// no\") // out", "(a: 1, // within\n b: \"// no\")"),
            (r##"r#"a // b " "# // c"##, r##"r#"a // b " "#"##),
            (r#"["\"//", '"', '/', '\''] // x"#, r#"["\"//", '"', '/', '\'']"#),
            ("Yes(1)", "Yes(1)"),
            ("вучић // x", "вучић"),
        ] {
            assert_eq!(value_alone(raw), value);
        }
    }
}
