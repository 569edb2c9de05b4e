//! The line that a value stands on.

/// The line that a value stands on: what new lines beside it are like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// The white space that it begins with.
    pub(super) indent: &'a str,
    /// How lines of the file end.
    pub(super) end: &'static str,
}

/// The white space that the last line of a text begins with.
pub(super) fn indent_of(text: &str) -> &str {
    let line = text.rsplit('\n').next().unwrap_or("");
    line.get(..line.len() - line.trim_start().len()).unwrap_or("")
}

/// How the lines of a text end.
pub(super) fn end_of(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}
