//! Words that a paraphrase takes over from a source.

use super::held_text::HeldText;
use super::letters::is_of_spaced_word;
use super::tokens::{Token, tokens};

/// So many words of a paraphrase that stand in the source one after the other are no chance.
const COPIED_AT_LEAST: usize = 6;

/// Whether a text is long enough to hold such a run at all.
pub(in crate::check) fn may_hold_copied_words(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphanumeric()).take(2 * COPIED_AT_LEAST).count() >= COPIED_AT_LEAST
        && (text.split_whitespace().count() >= COPIED_AT_LEAST
            || !text.chars().all(|c| is_of_spaced_word(c) || !c.is_alphanumeric()))
}

/// The runs of six words or more of a text that stand so in held words, the longest first; capitals and signs apart.
/// Of a script without spaces a word is two characters.
pub(in crate::check) fn copied_words<'a>(text: &'a str, held: &HeldText) -> Vec<&'a str> {
    let words: Vec<Token> = tokens(text).into_iter().filter(|token| token.is_word).collect();
    let is_spaced = |token: &Token| token.text.starts_with(is_of_spaced_word);
    let size = |words: &[Token]| words.iter().map(|word| if is_spaced(word) { 2 } else { 1 }).sum::<usize>();
    let mut found: Vec<&[Token]> = Vec::new();
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| size(rest) >= 2 * COPIED_AT_LEAST) {
        let least =
            (1..=rest.len()).find(|count| rest.get(..*count).is_some_and(|part| size(part) >= 2 * COPIED_AT_LEAST));
        let length = held.longest_run(rest, least.unwrap_or(COPIED_AT_LEAST));
        found.extend(length.and_then(|length| rest.get(..length)));
        at += length.unwrap_or(1);
    }
    found.sort_by_key(|run| std::cmp::Reverse(run.len()));
    let text_of = |run: &&[Token]| text.get(run.first()?.range.start..run.last()?.range.end);
    found.iter().filter_map(text_of).collect()
}
