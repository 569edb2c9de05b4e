//! Words of the file as words of the note.

use crate::present::markdown_text;

/// Text of the file as text of the note.
pub fn text(raw: &str) -> String {
    markdown_text(raw)
}

/// The same as a sentence, with a full stop where it has no end of its own.
pub fn sentence(raw: &str) -> String {
    let words = text(raw);
    let ends = raw.trim_end().ends_with(['.', '!', '?', '…', '。', '！', '？']);
    if words.is_empty() || ends { words } else { format!("{words}.") }
}

/// Words with a capital at their begin.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// `a, b and c`.
pub fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}
