//! Whether words stand in a text: to the letter, or only once typography is set aside.

use unicode_normalization::UnicodeNormalization;

/// How words stand in a text; the better is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// Not at all.
    Absent,
    /// With the omissions or insertions that `…` and `[ ]` mark.
    Elided,
    /// But for quotation marks, dashes, white space, or punctuation at the ends.
    Folded,
    /// To the letter.
    Verbatim,
}

/// So many signs that fold to nothing are looked past.
const SIGNS_BETWEEN: usize = 16;

/// How words stand in a text, letters compared as they are.
pub(super) fn likeness(words: &str, text: &str) -> Likeness {
    if count(words.trim(), text) > 0 {
        return Likeness::Verbatim;
    }
    let (folded, text) = (folded(words), folded(text));
    if count(bare(&folded), &text) > 0 {
        return Likeness::Folded;
    }
    if stands_in_pieces(&folded, &text) { Likeness::Elided } else { Likeness::Absent }
}

/// The words as a text has them, where they stand in it but for typography.
pub(super) fn spelling<'a>(words: &str, text: &'a str) -> Option<&'a str> {
    let words = folded(words);
    let words = bare(&words);
    let first = words.chars().next()?;
    // Signs that fold to nothing may stand between the letters.
    let longest = 2 * words.chars().count() + SIGNS_BETWEEN;
    let begins = text.char_indices().filter(|(_, c)| folded(&c.to_string()).starts_with(first));
    begins.into_iter().find_map(|(at, _)| {
        let rest = text.get(at..)?;
        let ends = rest.char_indices().map(|(end, c)| end + c.len_utf8()).take(longest);
        let found = ends.filter_map(|end| rest.get(..end)).find(|found| folded(found) == words)?;
        is_whole(found, text, at).then_some(found)
    })
}

/// How words stand in a text, without regard to capitals.
pub(super) fn likeness_in_any_case(words: &str, text: &str) -> Likeness {
    if count(words.trim(), text) > 0 {
        return Likeness::Verbatim;
    }
    likeness(&words.to_lowercase(), &text.to_lowercase())
}

/// How often words stand in a text as whole words, one after the other; empty words once.
pub(super) fn count(words: &str, text: &str) -> usize {
    if words.is_empty() {
        return 1;
    }
    text.match_indices(words).filter(|(at, _)| is_whole(words, text, *at)).count()
}

/// Whether neither end of the words found at a byte cuts a word of the text in two.
fn is_whole(words: &str, text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let after = text.get(at + words.len()..).and_then(|text| text.chars().next());
    let cuts = |outer: Option<char>, inner: Option<char>| {
        outer.is_some_and(is_letter_of_spaced_word) && inner.is_some_and(is_letter_of_spaced_word)
    };
    !cuts(before, words.chars().next()) && !cuts(after, words.chars().next_back())
}

/// A range of characters of a text, without the space at its ends, widened so that neither end cuts a word in two.
#[must_use]
pub fn whole_words(text: &[char], from: usize, to: usize) -> (usize, usize) {
    let at = |place: usize| text.get(place).copied();
    let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let is_letter = |c: Option<char>| c.is_some_and(is_letter_of_spaced_word);
    let (mut from, mut to) = (from, to.min(text.len()));
    while from < to && is_space(at(from)) {
        from += 1;
    }
    while from < to && is_space(at(to - 1)) {
        to -= 1;
    }
    if from < to {
        while from > 0 && is_letter(at(from)) && is_letter(at(from - 1)) {
            from -= 1;
        }
        while is_letter(at(to - 1)) && is_letter(at(to)) {
            to += 1;
        }
    }
    (from, to)
}

/// A letter or digit of a script that sets words apart by spaces; from Thai on many do not.
fn is_letter_of_spaced_word(c: char) -> bool {
    c.is_alphanumeric() && c < '\u{e00}'
}

/// The text with one kind of quotation mark, dash and space, and nothing invisible.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space_before = true;
    for c in text.nfc() {
        let plain = match c {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {
                continue;
            }
            c if c.is_whitespace() => {
                if !space_before {
                    out.push(' ');
                }
                space_before = true;
                continue;
            }
            '…' => "...",
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂' | '「' | '」' | '『' | '』' | '‘' | '’' | '‚' | '‛'
            | '‹' | '›' | 'ʼ' | '`' | '´' | '′' | '″' => "'",
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => "-",
            c => {
                space_before = false;
                out.push(c);
                continue;
            }
        };
        space_before = false;
        out.push_str(plain);
    }
    out.truncate(out.trim_end().len());
    out
}

/// Folded words without the marks and the punctuation at their ends.
pub(super) fn bare(folded: &str) -> &str {
    let is_edge =
        |c: char| c.is_whitespace() || matches!(c, '\'' | '.' | ',' | ';' | ':' | '!' | '?' | '-' | '。' | '，');
    folded.trim_matches(is_edge)
}

/// Whether the words, cut at `...` and `[ ]`, stand in the text piece by piece and in order.
fn stands_in_pieces(words: &str, text: &str) -> bool {
    let pieces = pieces(words);
    if pieces.len() == 1 && pieces.first().is_some_and(|piece| *piece == bare(words)) {
        return false;
    }
    let mut rest = text;
    !pieces.is_empty()
        && pieces.iter().all(|piece| {
            let at = rest.match_indices(*piece).map(|(at, _)| at).find(|at| is_whole(piece, rest, *at));
            let after = at.and_then(|at| rest.get(at + piece.len()..));
            rest = after.unwrap_or("");
            after.is_some()
        })
}

/// The parts of a quote between its omissions and insertions.
fn pieces(words: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    for part in words.split("...") {
        let mut rest = part;
        while let Some((before, after)) = rest.split_once('[') {
            pieces.push(before);
            rest = after.split_once(']').map_or("", |(_, after)| after);
        }
        pieces.push(rest.trim_start_matches(']'));
    }
    pieces.into_iter().map(bare).filter(|piece| !piece.is_empty()).collect()
}

/// Where words leave a text that they begin like: the last words that agree, and those that follow them in the text.
pub(super) fn parting(words: &str, text: &str) -> Option<(String, String)> {
    const SHOWN: usize = 4;
    const TRIED: usize = 64;
    let (words, text) = (folded(words), folded(text));
    let words: Vec<&str> = bare(&words).split(' ').take(TRIED).collect();
    let agreeing = (2..words.len()).rev().find_map(|length| {
        let begin = words.get(..length)?.join(" ");
        let at = text.match_indices(&begin).map(|(at, _)| at).find(|at| is_whole(&begin, &text, *at))?;
        Some((length, at + begin.len()))
    });
    let (length, end) = agreeing?;
    let last = words.get(length.saturating_sub(SHOWN)..length)?.join(" ");
    let next: Vec<&str> = text.get(end..)?.split(' ').filter(|word| !word.is_empty()).take(SHOWN).collect();
    (!next.is_empty()).then(|| (last, next.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "It “shows a reality” – Serbia’s own – that has existed for at least six years, he said.";

    #[test]
    fn a_selection_is_widened_to_whole_words() {
        let text: Vec<char> = "He arrived in Belgrade.".chars().collect();
        let words = |from, to| {
            let (from, to) = whole_words(&text, from, to);
            text.get(from..to).unwrap().iter().collect::<String>()
        };
        assert_eq!(words(4, 16), "arrived in Belgrade");
        assert_eq!(words(2, 14), "arrived in");
        assert_eq!(words(14, 23), "Belgrade.");
        assert_eq!(words(2, 3), "", "nothing but a space");
        assert_eq!(words(10, 10), "", "nothing");
        assert_eq!(words(20, 99), "Belgrade.");
        let no_spaces: Vec<char> = "访问塞尔维亚".chars().collect();
        assert_eq!(whole_words(&no_spaces, 2, 4), (2, 4), "such a script has no words to cut");
    }

    #[test]
    fn words_are_found_by_the_best_likeness() {
        for (words, expected) in [
            ("has existed for at least six years", Likeness::Verbatim),
            ("shows a reality” – Serbia’s own", Likeness::Verbatim),
            ("Serbia's own", Likeness::Folded),
            ("has  existed\u{a0}for", Likeness::Folded),
            ("has existed for at least six years.", Likeness::Folded),
            ("\"shows a reality\"", Likeness::Folded),
            ("shows a reality … for at least six years", Likeness::Elided),
            ("a reality [...] has existed", Likeness::Elided),
            ("[this] has existed for", Likeness::Elided),
            ("for at least … shows a reality", Likeness::Absent),
            ("has existed for six years", Likeness::Absent),
            ("existed for at leas", Likeness::Absent),
        ] {
            assert_eq!(likeness(words, TEXT), expected, "{words}");
        }
        assert_eq!(likeness("习近平", "主席习近平访问"), Likeness::Verbatim, "no spaces between words");
        assert_eq!(likeness_in_any_case("In may", "came in May"), Likeness::Verbatim);
    }

    #[test]
    fn the_sources_own_signs_are_found() {
        assert_eq!(spelling("\"Serbia's  own\"", TEXT), Some("Serbia’s own"));
        assert_eq!(spelling("a reality\" - Serbia's own.", TEXT), Some("a reality” – Serbia’s own"));
        assert_eq!(spelling("erbia's own", TEXT), None);
    }

    #[test]
    fn a_misquote_is_told_where_it_parts() {
        let parted = parting("“Serbia's own - that has lasted", TEXT);
        assert_eq!(parted, Some(("own - that has".to_owned(), "existed for at least".to_owned())));
        assert_eq!(parting("nothing like it", TEXT), None);
    }
}
