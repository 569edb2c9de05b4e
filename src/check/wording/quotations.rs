//! What of a text stands between quotation marks.

use std::ops::Range;

/// Words between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The bytes between the marks.
    pub inside: Range<usize>,
    /// The same with the marks.
    pub whole: Range<usize>,
    /// Whether the closing mark is there. A quotation that goes on in the next paragraph has none.
    pub is_closed: bool,
}

/// Marks that open a quotation, and what closes it (the usage of English, German, French, Danish, Swedish, Serbian,
/// Polish, Dutch, Chinese and Japanese).
const PAIRS: [(char, &[char]); 13] = [
    ('“', &['”', '"']),
    ('„', &['“', '”', '‟', '"']),
    ('«', &['»']),
    ('»', &['«', '»']),
    ('”', &['”']),
    ('"', &['"', '”']),
    ('＂', &['＂']),
    ('「', &['」']),
    ('『', &['』']),
    ('‘', &['’']),
    ('‚', &['‘', '’']),
    ('‹', &['›']),
    ('\'', &['\'']),
];

/// A word between straight single marks has so many letters at least; `'n'` and `'em` are no quotations.
const LEAST_LETTERS: usize = 3;

/// The outermost quotations of a text, in order. An apostrophe is no mark, nor an inch.
#[must_use]
pub fn quotations(text: &str) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut at = 0;
    // A part of a text may begin within a quotation, of which it has the closing mark alone.
    if let Some((close, mark)) = next_mark(text, 0).filter(|(at, mark)| only_closes(text, *at, *mark)) {
        at = close + mark.len_utf8();
        found.push(Quotation { inside: 0..close, whole: 0..at, is_closed: true });
    }
    while let Some((open, mark)) = next_mark(text, at) {
        match quotation_at(text, open, mark) {
            Some(quotation) => {
                at = quotation.whole.end;
                found.push(quotation);
            }
            None => at = open + mark.len_utf8(),
        }
    }
    found
}

/// Whether a double mark stands right behind a word or its sign, and none follows: no inch, and no mark that opens.
fn only_closes(text: &str, at: usize, mark: char) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let after = text.get(at + mark.len_utf8()..).and_then(|text| text.chars().next());
    let is_behind = before.is_some_and(|c| c.is_alphabetic() || matches!(c, ',' | '.' | '!' | '?' | '…'));
    let closes = matches!(mark, '”' | '»' | '"' | '“' | '」' | '』');
    closes
        && is_behind
        && after.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | ')' | '—' | '–'))
}

fn next_mark(text: &str, from: usize) -> Option<(usize, char)> {
    let rest = text.get(from..)?;
    rest.char_indices().map(|(at, c)| (from + at, c)).find(|(_, c)| PAIRS.iter().any(|(open, _)| open == c))
}

fn is_single(mark: char) -> bool {
    matches!(mark, '‘' | '‚' | '‹' | '\'')
}

fn quotation_at(text: &str, open: usize, mark: char) -> Option<Quotation> {
    let closing = PAIRS.iter().find(|(known, _)| *known == mark)?.1;
    let begin = open + mark.len_utf8();
    let before = text.get(..open)?.chars().next_back();
    let rest = text.get(begin..)?;
    if before.is_some_and(char::is_alphanumeric) && !is_wide(mark) {
        return None;
    }
    // What stands open for a quotation in French is a space behind the mark; elsewhere a mark before a space closes.
    if !matches!(mark, '«' | '‹' | '»') && rest.chars().next().is_none_or(char::is_whitespace) {
        return None;
    }
    let end = closing_mark(rest, mark, closing).map(|(at, c)| (begin + at, c));
    match end {
        Some((end, close)) => {
            let inside = text.get(begin..end)?;
            let letters = inside.chars().filter(|c| c.is_alphanumeric()).count();
            let is_enough = letters >= if mark == '\'' { LEAST_LETTERS } else { 1 };
            is_enough.then(|| Quotation { inside: begin..end, whole: open..end + close.len_utf8(), is_closed: true })
        }
        // A single mark without its partner is an apostrophe; a double one opens what goes on in the next paragraph.
        None if is_single(mark) || matches!(mark, '”' | '»') => None,
        None => rest.contains(char::is_alphanumeric).then_some(Quotation {
            inside: begin..text.len(),
            whole: open..text.len(),
            is_closed: false,
        }),
    }
}

/// The mark that closes a quotation. A single one behind an s may be of a possessive, `the ministers’ plan`: it is where
/// a further one closes that no other opens.
fn closing_mark(rest: &str, open: char, closing: &[char]) -> Option<(usize, char)> {
    let mut marks = rest.char_indices().filter(|(at, c)| closing.contains(c) && closes(rest, *at, *c)).peekable();
    while let Some((at, c)) = marks.next() {
        let is_possessive = matches!(open, '‘' | '\'' | '‚')
            && rest.get(..at).is_some_and(|before| before.ends_with('s'))
            && rest
                .get(at + c.len_utf8()..)
                .is_some_and(|after| after.starts_with(' ') && after.trim_start().starts_with(char::is_lowercase));
        let goes_on = marks.peek().is_some_and(|(next, _)| {
            rest.get(at + c.len_utf8()..*next)
                .is_some_and(|between| !between.contains('‘') && !between.contains(" '") && !between.contains('‚'))
        });
        if !(is_possessive && goes_on) {
            return Some((at, c));
        }
    }
    None
}

/// Marks of scripts that put no space before them.
fn is_wide(mark: char) -> bool {
    matches!(mark, '「' | '『' | '“' | '„' | '＂')
}

/// Whether a mark can close: a single one, or a straight one, that a letter follows is an apostrophe or opens.
fn closes(rest: &str, at: usize, mark: char) -> bool {
    let after = rest.get(at + mark.len_utf8()..).and_then(|rest| rest.chars().next());
    let before = rest.get(..at).and_then(|rest| rest.chars().next_back());
    match mark {
        '’' | '‘' | '\'' | '›' => {
            after.is_none_or(|after| !after.is_alphanumeric()) && before.is_some_and(|before| !before.is_whitespace())
        }
        '"' => {
            before.is_some_and(|before| !before.is_whitespace()) || after.is_none_or(|after| !after.is_alphanumeric())
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(text: &str) -> Vec<&str> {
        quotations(text).into_iter().filter_map(|found| text.get(found.inside)).collect()
    }

    #[test]
    fn quotations_are_found_in_the_marks_of_many_languages() {
        for (text, expected) in [
            ("She called it “a start”, then left.", vec!["a start"]),
            ("\"Yes,\" she said. \"But no.\"", vec!["Yes,", "But no."]),
            ("Er sprach vom „neuen Hafen“ und ging.", vec!["neuen Hafen"]),
            ("„Luka je otvorena”, rekla je.", vec!["Luka je otvorena"]),
            ("Elle parla d’un « port ouvert » hier.", vec![" port ouvert "]),
            ("Han sagde »nej« og »ja«.", vec!["nej", "ja"]),
            ("Hon sa ”nej” igen.", vec!["nej"]),
            ("他说「不行」。", vec!["不行"]),
            ("她说“可以”，然后走了", vec!["可以"]),
            ("‘We’re done,’ he said.", vec!["We’re done,"]),
            ("He said 'we won't go' twice", vec!["we won't go"]),
            ("“She said ‘no’ to me,” he said.", vec!["She said ‘no’ to me,"]),
            ("“It goes on", vec!["It goes on"]),
            ("Rock ’n’ roll of the ’90s, a 12\" disc, Xi’an’s gate and 'em", vec![]),
            ("Rock 'n' roll", vec![]),
            ("none at all", vec![]),
            ("“”", vec![]),
            ("‘The ministers’ plan is dead,’ he said", vec!["The ministers’ plan is dead,"]),
            ("the ‘boys’ and the ‘girls’ went", vec!["boys", "girls"]),
            ("is not ready,” she said. “It waits.”", vec!["is not ready,", "It waits."]),
            ("neuen Hafen“, sagte er", vec!["neuen Hafen"]),
        ] {
            assert_eq!(inside(text), expected, "{text}");
        }
        assert!(!quotations("“It goes on")[0].is_closed);
    }
}
