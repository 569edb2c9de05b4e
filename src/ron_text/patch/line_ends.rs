//! Line ends that differ from copy to copy: one program wrote the file with `\r\n`, another with `\n`.

use super::carry::Copy;
use crate::ron_text::cursor::Cursor;

/// How the lines of a text end, where all do so in one way; none where it has a single line.
fn uniform_end(text: &str) -> Result<Option<&'static str>, Mixed> {
    let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
    let (mut plain, mut with_return) = (false, false);
    for at in breaks {
        let is_with_return = at.checked_sub(1).is_some_and(|before| text.as_bytes().get(before) == Some(&b'\r'));
        plain |= !is_with_return;
        with_return |= is_with_return;
    }
    match (plain, with_return) {
        (true, true) => Err(Mixed),
        (false, true) => Ok(Some("\r\n")),
        (true, false) => Ok(Some("\n")),
        (false, false) => Ok(None),
    }
}

/// A text whose lines end now so, now so.
#[derive(Debug)]
struct Mixed;

/// The line end that a merge of three texts has, where they differ in it alone: theirs where only they changed it.
pub(super) fn changed_end(base: Copy, ours: Copy, theirs: Copy) -> Option<&'static str> {
    let [base, ours, theirs] = [base, ours, theirs].map(|copy| uniform_end(copy.text));
    let (base, ours, theirs) = (base.ok()?, ours.ok()?, theirs.ok()?);
    let all: Vec<&'static str> = [base, ours, theirs].into_iter().flatten().collect();
    let differ = all.iter().any(|end| Some(end) != all.first());
    let merged = if ours == base { theirs.or(ours) } else { ours.or(theirs) };
    merged.filter(|_| differ)
}

/// A text with other line ends; those within strings are content, and stay.
pub(super) fn with_end(text: &str, end: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut cursor = Cursor::new(text, 0);
    while let Some(c) = cursor.peek() {
        let begin = cursor.at;
        let rest = cursor.rest();
        if rest.starts_with("\r\n") || c == '\n' {
            cursor.at += if c == '\n' { 1 } else { 2 };
            out.push_str(end);
            continue;
        }
        if rest.starts_with("/*") {
            if cursor.skip_block_comment().is_err() {
                cursor.at = text.len();
            }
            let comment = text.get(begin..cursor.at).unwrap_or("");
            out.push_str(&comment.replace("\r\n", "\n").replace('\n', end));
            continue;
        } else if !cursor.skip_line_comment() && !cursor.skip_string().unwrap_or(false) && !cursor.skip_word() {
            cursor.at = begin + c.len_utf8();
        }
        out.push_str(text.get(begin..cursor.at).unwrap_or(""));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_within_strings_stay() {
        let text = "(a: \"x\r\ny\", // b\rc\r\n/* d\r\ne */)\r\n";
        assert_eq!(with_end(text, "\n"), "(a: \"x\r\ny\", // b\rc\n/* d\ne */)\n");
        assert_eq!(with_end(&with_end(text, "\n"), "\r\n"), text);
    }
}
