//! Words put together: one line, sentences that end once, lists.

use crate::model::capitalised;
use crate::present::visible;

/// The words in one line; what cannot be seen stands there as a mark.
pub(in crate::export) fn one_line(raw: &str) -> String {
    visible(&raw.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}

/// What closes a quotation or a bracket behind the end of a sentence.
const CLOSING: [char; 8] = ['”', '"', '’', '\'', ')', ']', '»', '“'];
/// Of these, those behind which a comma gives way to the end.
const QUOTES: [char; 5] = ['”', '"', '’', '»', '“'];
/// What ends a sentence.
const ENDS: [char; 7] = ['.', '!', '?', '…', '。', '！', '？'];

/// Whether words end as a sentence does, be it within quotation marks.
fn has_end(words: &str) -> bool {
    words.trim_end_matches(CLOSING).ends_with(ENDS)
}

/// Words with one end of a sentence: a comma, colon or semicolon at their end gives way to it.
pub(in crate::export) fn closed(words: &str) -> String {
    let words = words.trim_end();
    if words.is_empty() || has_end(words) {
        return words.to_owned();
    }
    let bare = words.trim_end_matches(QUOTES);
    let closing = words.get(bare.len()..).unwrap_or_default();
    format!("{}{closing}.", bare.trim_end_matches([',', ';', ':']))
}

/// Text of the file as a sentence in one line.
pub(in crate::export) fn sentence(raw: &str) -> String {
    closed(&one_line(raw))
}

/// The words of a date at the begin of a line: with a capital where they begin with a word.
pub(in crate::export) fn date_begun(words: &str) -> String {
    if words.starts_with("c. ") { words.to_owned() } else { capitalised(words) }
}

/// `a, b and c`.
pub(in crate::export) fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{closed, sentence};

    #[test]
    fn a_sentence_ends_once() {
        for (raw, expected) in [
            ("No end", "No end."),
            ("An end.", "An end."),
            ("He said “no.”", "He said “no.”"),
            ("He asked \"why?\"", "He asked \"why?\""),
            ("(All of it.)", "(All of it.)"),
            ("“We are friends,”", "“We are friends”."),
            ("so;", "so."),
            ("so [x:]", "so [x:]."),
            ("", ""),
            ("終わり。", "終わり。"),
        ] {
            assert_eq!(sentence(raw), expected);
            assert_eq!(closed(&sentence(raw)), expected, "and does not end again");
        }
    }
}
