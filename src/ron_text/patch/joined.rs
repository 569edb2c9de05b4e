//! Putting a text together again so that no part of it falls into a comment before it.

use super::line::{Line, indent_of};
use crate::ron_text::cursor::Cursor;

/// A value in brackets that is being put together.
pub(super) struct Joined<'a> {
    text: String,
    line: Line<'a>,
    /// What is added on the same line would be a part of a comment.
    is_in_comment: bool,
}

impl<'a> Joined<'a> {
    /// Begins with the opening bracket; the whole stands on a line, and has about so many bytes.
    pub(super) fn new(open: &str, line: Line<'a>, bytes: usize) -> Self {
        let mut text = String::with_capacity(bytes + bytes / 64);
        text.push_str(open);
        Self { text, line, is_in_comment: ends_in_comment(open) }
    }

    /// Adds white space and comments before or behind an item.
    pub(super) fn push_within(&mut self, blank: &str) {
        let blank = self.on_a_line(blank, true);
        if !blank.is_empty() {
            self.text.push_str(blank);
            self.is_in_comment = ends_in_comment(blank);
        }
    }

    /// Adds an item.
    pub(super) fn push_item(&mut self, item: &str) {
        let item = self.on_a_line(item, true);
        self.text.push_str(item);
        self.is_in_comment = false;
    }

    /// The whole text, with the closing bracket.
    pub(super) fn closed(mut self, close: &str) -> String {
        let close = self.on_a_line(close, false);
        self.text.push_str(close);
        self.text
    }

    /// What is left to add of a part once it begins a line, if it has to: behind a comment that ends with its line.
    fn on_a_line<'part>(&mut self, part: &'part str, is_within: bool) -> &'part str {
        let begin = part.trim_start_matches([' ', '\t', '\r']);
        if !self.is_in_comment || begin.starts_with('\n') {
            return part;
        }
        if !begin.is_empty() {
            let beside = self.text.contains('\n').then(|| indent_of(&self.text).to_owned());
            let indent = if is_within {
                beside.unwrap_or_else(|| format!("{}    ", self.line.indent))
            } else {
                self.line.indent.to_owned()
            };
            self.text.push_str(self.line.end);
            self.text.push_str(&indent);
            self.is_in_comment = false;
        }
        begin
    }
}

/// Whether what follows a text on its last line would be a part of its last comment.
fn ends_in_comment(text: &str) -> bool {
    if !text.rsplit('\n').next().is_some_and(|line| line.contains("//")) {
        return false;
    }
    let mut cursor = Cursor::new(text, 0);
    while let Some(c) = cursor.peek() {
        if cursor.rest().starts_with("//") {
            match cursor.rest().find('\n') {
                Some(end) => cursor.at += end,
                None => return true,
            }
        } else if cursor.rest().starts_with("/*") {
            if cursor.skip_block_comment().is_err() {
                return false;
            }
        } else if !cursor.skip_string().unwrap_or(false) && !cursor.skip_word() {
            cursor.at += c.len_utf8();
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(behind_first: &str, before_second: &str, close: &str) -> String {
        let mut joined = Joined::new("[", Line { indent: "  ", end: "\n" }, 0);
        joined.push_item("(1)");
        joined.push_within(behind_first);
        joined.push_within(before_second);
        joined.push_item("(2)");
        joined.closed(close)
    }

    #[test]
    fn nothing_falls_into_a_comment() {
        assert_eq!(joined(", // one", " ", "]"), "[(1), // one\n      (2)]");
        assert_eq!(joined(", // one", "\n\t", "]"), "[(1), // one\n\t(2)]");
        assert_eq!(joined(", /* // one */", " ", "]"), "[(1), /* // one */ (2)]");
        let mut last = Joined::new("[ // begin", Line { indent: "  ", end: "\r\n" }, 0);
        last.push_item("(\"http://a\")");
        last.push_within(", // last");
        assert_eq!(last.closed(" ]"), "[ // begin\r\n      (\"http://a\"), // last\r\n  ]");
    }
}
