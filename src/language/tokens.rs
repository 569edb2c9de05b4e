//! A text as numbers, words and signs: small letters without accents, digits of every script, one sign for each kind of
//! dash, slash and comma. Chinese and Japanese characters are a word each.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// A number, with how many digits it is written.
    Number {
        /// What it comes to.
        value: u64,
        /// Its digits.
        digits: usize,
    },
    /// A word.
    Word,
    /// A sign: `-` for hyphens, `–` for dashes, and `/ . , : ' ? ~ % ( ) < > = + &`.
    Sign(char),
}

/// A number, a word or a sign of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// The word as it is compared; the number in decimal digits; the sign.
    pub text: String,
    /// Whether it follows the one before without a space.
    pub is_glued: bool,
    /// Whether it begins with a capital letter.
    pub is_capital: bool,
    /// Whether a full stop that is not kept stands behind it: `2.` may be an ordinal.
    pub is_stopped: bool,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
}

impl Token {
    /// Whether it is a sign.
    #[must_use]
    pub fn is_sign(&self, sign: char) -> bool {
        self.kind == TokenKind::Sign(sign)
    }

    /// Its value where it is a number, with its digits.
    #[must_use]
    pub fn number(&self) -> Option<(u64, usize)> {
        match self.kind {
            TokenKind::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }
}

/// What a character does in a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Nothing,
    Digit,
    /// A numeral of Chinese and Japanese.
    Numeral,
    /// A character that is a word by itself.
    Single,
    Letter,
    Sign(char),
}

fn class(c: char) -> Class {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
            Class::Nothing
        }
        '"' | '“' | '”' | '„' | '«' | '»' | '‟' | '「' | '」' => Class::Nothing,
        '-' | '\u{2010}' | '\u{2011}' | '\u{fe63}' | '\u{ff0d}' => Class::Sign('-'),
        '\u{2012}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{301c}' | '\u{ff5e}' | '\u{2e3a}' | '\u{2e3b}' => {
            Class::Sign('–')
        }
        '/' | '\u{2044}' | '\u{2215}' | '\u{ff0f}' => Class::Sign('/'),
        ',' | '،' | '、' | '，' | ';' | '；' => Class::Sign(','),
        '.' | '。' | '．' | '․' => Class::Sign('.'),
        ':' | '：' => Class::Sign(':'),
        '\'' | '’' | '‘' | 'ʼ' | '′' | '`' | '´' | '‛' => Class::Sign('\''),
        '?' | '？' | '؟' => Class::Sign('?'),
        '~' | '≈' => Class::Sign('~'),
        '(' | '（' | '[' | '［' => Class::Sign('('),
        ')' | '）' | ']' | '］' => Class::Sign(')'),
        '%' | '<' | '>' | '=' | '+' | '&' | '≤' | '≥' | '±' => Class::Sign(c),
        _ if c.is_whitespace() => Class::Space,
        _ if digit(c).is_some() => Class::Digit,
        _ if numeral(c).is_some() => Class::Numeral,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' => Class::Single,
        _ if c.is_alphabetic() || is_combining_mark(c) => Class::Letter,
        // ª, º, superscript letters and the like become letters when they are taken apart.
        _ if std::iter::once(c).nfkd().any(char::is_alphabetic) => Class::Letter,
        '°' => Class::Letter,
        _ => Class::Sign(c),
    }
}

/// The first characters of the decimal digits of scripts (Unicode, general category Nd).
const ZEROS: &[char] = &[
    '0', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{be6}', '\u{c66}', '\u{ce6}', '\u{d66}',
    '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{17e0}', '\u{1810}', '\u{ff10}',
];

fn digit(c: char) -> Option<u64> {
    let place = |zero: &char| (u32::from(c)).checked_sub(u32::from(*zero)).filter(|place| *place < 10);
    ZEROS.iter().find_map(place).map(u64::from)
}

fn numeral(c: char) -> Option<u64> {
    let digits = "〇一二三四五六七八九十";
    let place = digits.chars().position(|known| known == if c == '零' { '〇' } else { c })?;
    u64::try_from(place).ok()
}

/// `二〇二四` digit by digit, `二十四` by tens.
fn numerals(text: &str) -> Option<(u64, usize)> {
    let values: Vec<u64> = text.chars().filter_map(numeral).collect();
    let Some(ten) = values.iter().position(|value| *value == 10) else {
        let value = values.iter().try_fold(0_u64, |sum, value| sum.checked_mul(10)?.checked_add(*value))?;
        return Some((value, values.len()));
    };
    let tens = values.get(..ten)?;
    let units = values.get(ten + 1..)?;
    match (tens, units) {
        ([], []) => Some((10, 2)),
        ([], [unit]) => Some((10 + unit, 2)),
        ([tens], []) => Some((tens * 10, 2)),
        ([tens], [unit]) => Some((tens * 10 + unit, 2)),
        _ => None,
    }
}

/// The word as it is compared: small, without accents, one form for each letter.
fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.nfkd().flat_map(char::to_lowercase) {
        match c {
            'ς' => folded.push('σ'),
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'đ' => folded.push_str("dj"),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ı' => folded.push('i'),
            '°' => folded.push('o'),
            // The letters of Arabic that keyboards interchange, and the stroke that lengthens words.
            'ى' => folded.push('ي'),
            'ـ' => {}
            _ if is_combining_mark(c) => {}
            _ => folded.push(c),
        }
    }
    folded
}

/// The tokens of a text.
///
/// A full stop is kept between numbers alone, where it parts them; elsewhere it ends an abbreviation, an ordinal or the
/// text. An apostrophe within a word parts it: `d'octobre` is two words.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut is_glued = false;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let class_here = class(c);
        let mut end = at + c.len_utf8();
        match class_here {
            Class::Space => {
                is_glued = false;
                continue;
            }
            Class::Nothing => continue,
            Class::Digit | Class::Numeral | Class::Letter => {
                while let Some((next, more)) = chars.peek().copied().filter(|(_, c)| {
                    let more = class(*c);
                    more == class_here || more == Class::Nothing && class_here == Class::Letter
                }) {
                    end = next + more.len_utf8();
                    chars.next();
                }
            }
            Class::Single | Class::Sign(_) => {}
        }
        let piece = text.get(at..end).unwrap_or_default();
        let kind = match class_here {
            Class::Digit => {
                let value =
                    piece.chars().filter_map(digit).try_fold(0_u64, |sum, d| sum.checked_mul(10)?.checked_add(d));
                value.map(|value| TokenKind::Number { value, digits: piece.chars().count() })
            }
            Class::Numeral => numerals(piece).map(|(value, digits)| TokenKind::Number { value, digits }),
            Class::Sign(sign) => Some(TokenKind::Sign(sign)),
            _ => Some(TokenKind::Word),
        };
        let text = match kind {
            Some(TokenKind::Number { value, .. }) => value.to_string(),
            Some(TokenKind::Sign(sign)) => sign.to_string(),
            _ => folded(&piece.chars().filter(|c| class(*c) != Class::Nothing).collect::<String>()),
        };
        let is_capital = c.is_uppercase();
        tokens.push(Token {
            kind: kind.unwrap_or(TokenKind::Word),
            text,
            is_glued,
            is_capital,
            is_stopped: false,
            range: at..end,
        });
        is_glued = true;
    }
    without_stops(tokens)
}

/// Drops full stops that part no numbers, and apostrophes between letters.
fn without_stops(tokens: Vec<Token>) -> Vec<Token> {
    let is_number = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.number().is_some());
    let is_word =
        |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.kind == TokenKind::Word);
    let keep: Vec<bool> = tokens
        .iter()
        .enumerate()
        .map(|(at, token)| match token.kind {
            TokenKind::Sign('.') => is_number(at.checked_sub(1)) && is_number(Some(at + 1)),
            TokenKind::Sign('\'') => !(is_word(at.checked_sub(1)) && is_word(Some(at + 1))),
            _ => true,
        })
        .collect();
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut is_behind_stop = false;
    for (token, keep) in tokens.into_iter().zip(keep) {
        let is_stop = token.is_sign('.') && !keep;
        if let Some(before) = kept.last_mut().filter(|_| is_stop) {
            before.is_stopped = true;
        }
        if keep {
            // What a full stop parted from the one before is a word of its own.
            let is_glued = token.is_glued && !is_behind_stop;
            kept.push(Token { is_glued, ..token });
        }
        is_behind_stop = is_stop;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn digits_dashes_and_spaces_of_every_kind_are_one() {
        for text in ["14–16 Oct", "14—16\u{a0}Oct.", "１４−１６ OCT", "١٤‒١٦ oct", "14\u{200e}–16\u{2009}Óct"]
        {
            assert_eq!(texts(text), ["14", "–", "16", "oct"], "{text}");
        }
        assert_eq!(texts("14‑16"), ["14", "-", "16"], "a hyphen is no dash");
    }

    #[test]
    fn words_stay_in_their_script() {
        assert_eq!(texts("травня"), ["травня"]);
        assert_eq!(texts("März d’octobre ΟΚΤΩΒΡΙΟΣ"), ["marz", "d", "octobre", "οκτωβριοσ"]);
        assert_eq!(texts("2024年10月17日"), ["2024", "年", "10", "月", "17", "日"]);
        assert_eq!(texts("二〇二四年十月二十七日"), ["2024", "年", "10", "月", "27", "日"]);
    }

    #[test]
    fn a_full_stop_parts_numbers_and_nothing_else() {
        assert_eq!(texts("14. Okt. 2024."), ["14", "okt", "2024"]);
        assert_eq!(texts("14. 10. 2024."), ["14", ".", "10", ".", "2024"]);
        assert_eq!(texts("'90s 1990's"), ["'", "90", "s", "1990", "'", "s"]);
    }
}
