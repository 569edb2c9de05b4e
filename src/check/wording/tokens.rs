//! Words and signs of a text, as they are compared.

use std::ops::Range;

use super::letters::{DASH, MARK, SOFT_BREAK, each_letter, is_of_spaced_word, is_superscript};

/// Dots that may mark an omission.
pub(super) const DOTS: &str = "...";

/// A word or a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// As it is compared; of a script without spaces between words, one character.
    pub(super) text: String,
    /// Whether it is made of letters or digits.
    pub(super) is_word: bool,
    /// The bytes of it in the text.
    pub(super) range: Range<usize>,
    /// Whether white space stands before it.
    pub(super) is_apart: bool,
    /// Whether it goes on where the word before it ends, and only a space of no width parts them.
    pub(super) is_soft: bool,
}

/// The words and signs of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut reading = Tokens { done: Vec::new(), is_apart: true, is_open: false, is_soft: false };
    each_letter(text, |c, range| reading.take(c, range));
    join_dots(reading.done)
}

struct Tokens {
    done: Vec<Token>,
    is_apart: bool,
    /// Whether a further letter belongs to the last word.
    is_open: bool,
    /// Whether a space of no width stands behind it.
    is_soft: bool,
}

impl Tokens {
    fn take(&mut self, c: char, range: Range<usize>) {
        if c == ' ' {
            (self.is_apart, self.is_open, self.is_soft) = (true, false, false);
            return;
        }
        if c == SOFT_BREAK {
            (self.is_soft, self.is_open) = (self.is_soft || self.is_open, false);
            return;
        }
        // The mark of a note hangs on a word or sign, and is none of it.
        let is_after_digit = self.done.last().is_some_and(|last| last.is_word && last.text.ends_with(char::is_numeric));
        let is_note = is_superscript(c) && !(is_after_digit && self.is_open);
        let is_spaced = is_of_spaced_word(c) && !is_note;
        match self.done.last_mut() {
            Some(word) if is_spaced && self.is_open => {
                word.text.push(c);
                word.range.end = range.end;
            }
            _ => {
                let is_word = is_spaced || (c.is_alphanumeric() && !is_superscript(c));
                self.done.push(Token {
                    text: c.to_string(),
                    is_word,
                    range,
                    is_apart: self.is_apart,
                    is_soft: self.is_soft && is_spaced,
                });
            }
        }
        (self.is_apart, self.is_open, self.is_soft) = (false, is_spaced, false);
    }
}

/// Three or more dots are one sign, be they apart or not.
fn join_dots(tokens: Vec<Token>) -> Vec<Token> {
    if !tokens.iter().any(|token| token.text == ".") {
        return tokens;
    }
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut run = 0;
    for token in tokens {
        run = if token.text == "." { run + 1 } else { 0 };
        if run >= 3 {
            let kept = joined.len().saturating_sub(if run == 3 { 2 } else { 1 });
            joined.truncate(kept + 1);
            if let Some(dots) = joined.last_mut() {
                DOTS.clone_into(&mut dots.text);
                dots.range.end = token.range.end;
            }
        } else {
            joined.push(token);
        }
    }
    joined
}

/// Whether the sign at a place only says that a word goes on in the next line: `report-⏎ers`.
pub(super) fn breaks_a_word(tokens: &[Token], at: usize) -> bool {
    let (Some(before), Some(sign), Some(after)) =
        (at.checked_sub(1).and_then(|before| tokens.get(before)), tokens.get(at), tokens.get(at + 1))
    else {
        return false;
    };
    let begins_small = after.text.starts_with(|c: char| c.is_lowercase());
    sign.text.starts_with(DASH) && before.is_word && !sign.is_apart && after.is_word && after.is_apart && begins_small
}

/// Words and signs as a text again: a space before each word and dash, and none before another sign.
pub(super) fn spaced<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    let mut is_after_mark = false;
    for part in texts {
        let is_word = part.starts_with(|c: char| c.is_alphanumeric() || c == DASH);
        if is_word && !text.is_empty() && !is_after_mark {
            text.push(' ');
        }
        is_after_mark = part.starts_with(MARK);
        text.push_str(part);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_words_and_signs() {
        let texts = |text| tokens(text).into_iter().map(|token| token.text).collect::<Vec<_>>().join("|");
        assert_eq!(texts("The port’s [new] gate, 3.5 m"), "The|port|'|s|[|new|]|gate|,|3|.|5|m");
        assert_eq!(texts("Well… so . . . yes.... no"), "Well|...|so|...|yes|...|no");
        assert_eq!(texts("习近平 met"), "习|近|平|met");
        assert_eq!(texts("Đặng Văn"), "Đặng|Văn");
        assert_eq!(texts("e\u{301}té"), "été");
        let broken = tokens("report-\ners, two- and three-day");
        let breaks: Vec<_> = (0..broken.len()).filter(|at| breaks_a_word(&broken, *at)).collect();
        assert_eq!(breaks, [1, 5]);
    }

    #[test]
    fn tokens_know_their_bytes() {
        let text = "Ce\u{301}line \u{fb01}nds it";
        let found: Vec<&str> = tokens(text).iter().filter_map(|token| text.get(token.range.clone())).collect();
        assert_eq!(found, ["Ce\u{301}line", "\u{fb01}nds", "it"]);
    }
}
