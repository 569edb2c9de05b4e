//! The letters and signs of a text as they are compared, each with the bytes that it stands in.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What every quotation mark and apostrophe is compared as.
pub(super) const MARK: char = '\'';
/// The space of no width, which parts words in some scripts, and may stand in a word of others or between two.
pub(super) const SOFT_BREAK: char = '\u{200b}';
/// What every dash is compared as.
pub(super) const DASH: char = '-';

/// Goes through the letters of a text: compatible forms (ligatures, full-width, super- and subscript, digraph letters)
/// by their plain ones (Unicode NFKC, UAX #15), one kind of quotation mark and of dash, one kind of space, and nothing
/// invisible.
pub(super) fn each_letter(text: &str, mut each: impl FnMut(char, Range<usize>)) {
    let mut at = 0;
    let mut before: Option<char> = None;
    let mut letters = 0;
    while let Some(rest) = text.get(at..) {
        let mut chars = rest.chars();
        let Some(first) = chars.next() else { return };
        let mut end = at + first.len_utf8();
        let before = before.replace(first);
        let letters_before = letters;
        for mark in chars.take_while(|c| joins_the_letter_before(*c)) {
            end += mark.len_utf8();
        }
        if first == '-' && end == at + 1 {
            // Two or three hyphens are a dash, as typewriters have it.
            end += rest.bytes().skip(1).take_while(|byte| *byte == b'-').take(2).count();
        }
        let range = at..end;
        at = end;
        let next = text.get(end..).and_then(|text| text.chars().next());
        letters = if first.is_alphabetic() { letters + 1 } else { 0 };
        let is_note = is_superscript(first) && (letters_before > MOST_OF_UNIT || before.is_some_and(is_sign));
        if is_note || (is_raised_digit(first) && before.is_some_and(char::is_numeric)) {
            // 10² is not 102, and port¹ no word of its own.
            each(first, range);
        } else if first == '⋯' {
            (0..3).for_each(|_| each('.', range.clone()));
        } else if let Some(second) = second_of_digraph(before, first, next) {
            each(second, range);
        } else if let Some(digraph) = digraph(first, next) {
            digraph.chars().for_each(|c| each(c, range.clone()));
        } else if first.is_whitespace() {
            each(' ', range);
        } else if let Some(plain) = plain_sign(first) {
            each(plain, range);
        } else if first.is_ascii() && range.len() == 1 {
            each(first, range);
        } else {
            if first == SOFT_BREAK {
                each(SOFT_BREAK, range);
                continue;
            }
            // A soft hyphen breaks a word where the line ends after it; elsewhere it is not seen.
            if first == '\u{ad}' && text.get(end..).is_some_and(|rest| rest.starts_with(char::is_whitespace)) {
                each(DASH, range);
                continue;
            }
            let cluster = text.get(range.clone()).unwrap_or_default();
            for c in cluster.chars().filter(|c| !is_invisible(*c)).nfkc() {
                let c = if c.is_whitespace() { ' ' } else { plain_sign(c).unwrap_or(c) };
                each(c, range.clone());
            }
        }
    }
}

/// A unit that has a power, as m² or km², is of so many letters at most.
const MOST_OF_UNIT: usize = 2;

fn is_sign(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace()
}

/// A superscript digit, which may be the mark of a note.
pub(super) fn is_superscript(c: char) -> bool {
    is_raised_digit(c) && !matches!(c, '\u{2080}'..='\u{2089}')
}

/// A super- or subscript digit.
fn is_raised_digit(c: char) -> bool {
    matches!(c, '²' | '³' | '¹' | '\u{2070}' | '\u{2074}'..='\u{2079}' | '\u{2080}'..='\u{2089}')
}

/// A Serbian or Croatian digraph that is one letter: its second half a capital only where a capital follows, or nothing.
fn digraph(c: char, next: Option<char>) -> Option<&'static str> {
    let is_title = next.is_some_and(char::is_lowercase);
    let is_all_capital = next.is_some_and(char::is_uppercase);
    Some(match c {
        'Ǆ' if is_title => "Dž",
        'Ǉ' if is_title => "Lj",
        'Ǌ' if is_title => "Nj",
        'ǅ' if is_all_capital => "DŽ",
        'ǈ' if is_all_capital => "LJ",
        'ǋ' if is_all_capital => "NJ",
        _ => return None,
    })
}

/// The same of a digraph in two letters: `LJubica` is `Ljubica`.
fn second_of_digraph(before: Option<char>, c: char, next: Option<char>) -> Option<char> {
    let is_title = next.is_some_and(char::is_lowercase);
    match (before, c) {
        (Some('L' | 'N'), 'J') if is_title => Some('j'),
        (Some('D'), 'Ž') if is_title => Some('ž'),
        _ => None,
    }
}

/// A combining mark, or the middle or end of a Hangul syllable written in parts.
fn joins_the_letter_before(c: char) -> bool {
    !c.is_ascii() && (is_combining_mark(c) || matches!(c, '\u{1160}'..='\u{11ff}'))
}

fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

fn plain_sign(c: char) -> Option<char> {
    match c {
        '"' | '\'' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂' | '＇' | '「' | '」' | '『' | '』' | '｢' | '｣' | '《'
        | '》' | '〈' | '〉' | '〝' | '〞' | '〟' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | 'ʼ' | 'ʹ' | 'ʻ' | 'ʽ' | '`'
        | '´' | '′' | '″' => Some(MARK),
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' | '﹣' | '⁃' => Some(DASH),
        _ => None,
    }
}

/// A letter or digit of a script that sets words apart by spaces, or a mark on one. Chinese, Japanese, Thai and their
/// like do not; Korean does, but hangs on to a word what a quote may leave out.
pub(super) fn is_of_spaced_word(c: char) -> bool {
    let is_spaced = matches!(c,
        '\0'..='\u{dff}' | '\u{10a0}'..='\u{10ff}' | '\u{1200}'..='\u{13ff}' | '\u{1680}'..='\u{16ff}'
        | '\u{1c80}'..='\u{1cbf}' | '\u{1d00}'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{a640}'..='\u{a69f}'
        | '\u{a720}'..='\u{a7ff}' | '\u{ab30}'..='\u{abbf}' | '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    is_spaced && (c.is_alphanumeric() || (!c.is_ascii() && is_combining_mark(c)))
}

/// The text as it is compared: its letters, one space for many, none at its ends.
pub(in crate::check) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each_letter(text, |c, _| {
        if c != SOFT_BREAK && (c != ' ' || !(out.is_empty() || out.ends_with(' '))) {
            out.push(c);
        }
    });
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn forms_of_one_letter_are_one() {
        for (text, plain) in [
            ("o\u{fb03}ce of the \u{fb01}rst o\u{fb00}er", "office of the first offer"),
            ("\u{ff12}\u{ff10}\u{3000}CO\u{2082}, m\u{b2}", "20 CO2, m2"),
            ("\u{1c7}ubica i \u{1c6}ep", "Ljubica i džep"),
            ("LJubica, \u{1c7}UBAV, \u{1c8}UBAV, \u{1c4}ep, DŽep", "Ljubica, LJUBAV, LJUBAV, Džep, Džep"),
            ("10² is not 102, x²", "10² is not 102, x2"),
            ("so -- it --- goes", "so - it - goes"),
            ("well⋯", "well..."),
            ("e\u{301}te\u{301}", "été"),
            ("co\u{ad}op\u{200b} \u{ad} ", "coop -"),
            ("\u{202f}a\u{a0}\n b ", "a b"),
            ("“a” „b‟ «c» ’d‘ — e", "'a' 'b' 'c' 'd' - e"),
            ("\u{1112}\u{1161}\u{11ab}", "한"),
            ("well…", "well..."),
        ] {
            assert_eq!(folded(text), plain, "{text}");
        }
    }
}
