//! The runs of words in quotation marks, paired by the mark that opens them, never by the character.
//!
//! `“` opens in English and closes in German and Serbian; `»` opens in German and closes in French.

use std::ops::Range;

/// A run of words in quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The run with its marks, in bytes of the block.
    pub outer: Range<usize>,
    /// The words between the marks.
    pub inner: Range<usize>,
    /// Whether no mark closes it before its paragraph ends.
    pub is_open: bool,
    /// Whether it stands in single marks.
    pub is_single: bool,
}

/// So many bytes on, a single mark has to be closed.
const LONGEST_SINGLE: usize = 600;

/// The marks that close what a mark opens.
fn closers(opener: char) -> &'static [char] {
    match opener {
        '“' => &['”', '"', '‟'],
        '„' => &['“', '”', '"', '‟'],
        '”' => &['”'],
        '"' => &['"', '”'],
        '«' => &['»'],
        '»' => &['«', '»'],
        '‘' => &['’'],
        '‚' => &['‘', '’'],
        '‹' => &['›'],
        '›' => &['‹'],
        '\'' => &['\''],
        '「' => &['」'],
        '『' => &['』'],
        _ => &[],
    }
}

fn is_single(mark: char) -> bool {
    matches!(mark, '‘' | '‚' | '‹' | '›' | '\'')
}

/// What stands before and behind a mark.
#[derive(Clone, Copy)]
struct Beside {
    before: Option<char>,
    behind: Option<char>,
}

impl Beside {
    fn may_open(self, mark: char) -> bool {
        let begins = self.before.is_none_or(|c| c.is_whitespace() || "([{—–-―:/¿¡".contains(c) || is_mark(c));
        let goes_on =
            self.behind.is_some_and(|c| !c.is_whitespace() && !",;)".contains(c) || matches!(mark, '«' | '「'));
        match mark {
            // French puts a space behind it.
            '«' | '「' | '『' => self.behind.is_some(),
            '„' => self.behind.is_some_and(|c| !c.is_whitespace()),
            '”' | '"' | '“' | '»' => begins && goes_on,
            _ => begins && self.behind.is_some_and(char::is_alphanumeric),
        }
    }

    fn may_close(self, mark: char) -> bool {
        match mark {
            '»' | '」' | '』' => true,
            '’' | '\'' | '‘' => {
                self.behind.is_none_or(|c| !c.is_alphanumeric()) && self.before.is_some_and(|c| !c.is_whitespace())
            }
            // A straight mark after a space would open another run.
            '"' => {
                self.before.is_some_and(|c| !c.is_whitespace())
                    || self.behind.is_none_or(|c| c.is_whitespace() || ",.;:!?)".contains(c))
            }
            _ => true,
        }
    }
}

fn is_mark(c: char) -> bool {
    !closers(c).is_empty() || matches!(c, '’' | '‟')
}

/// The runs in marks of a paragraph, one behind the other; what stands in a run is part of it.
#[must_use]
pub fn runs(text: &str, part: Range<usize>) -> Vec<Run> {
    let paragraph = text.get(part.clone()).unwrap_or_default();
    let marks = marks(paragraph);
    let mut runs = Vec::new();
    let mut place = 0;
    while let Some((opener, beside)) = marks.get(place).copied() {
        let (at, mark) = (opener.at, opener.opens_as);
        place += 1;
        if !beside.may_open(mark) {
            continue;
        }
        let rest = marks.get(place..).unwrap_or_default();
        let closed = closing(mark, at, rest);
        let end = match closed {
            Closed::At(offset) => rest.get(offset).map(|found| (found.0.at, found.0.width, place + offset + 1)),
            // The mark of a run that another one interrupts was forgotten.
            Closed::Before(offset) => rest.get(offset).map(|found| (found.0.at, 0, place + offset)),
            Closed::Never if is_single(mark) => None,
            Closed::Never => Some((paragraph.len(), 0, marks.len())),
        };
        let Some((end, width, next)) = end else { continue };
        let inner = trimmed(paragraph, at + opener.width..end);
        if inner.is_empty() {
            place = next.max(place);
            continue;
        }
        let shift = |range: Range<usize>| part.start + range.start..part.start + range.end;
        runs.push(Run {
            outer: shift(at..(end + width).max(inner.end)),
            inner: shift(inner),
            is_open: width == 0,
            is_single: is_single(mark),
        });
        place = next;
    }
    runs
}

/// A mark where it stands.
#[derive(Clone, Copy)]
struct Mark {
    /// Its byte.
    at: usize,
    /// The mark that it works as.
    opens_as: char,
    /// How many bytes it takes.
    width: usize,
}

fn marks(paragraph: &str) -> Vec<(Mark, Beside)> {
    let mut found = Vec::new();
    let mut before = None;
    let mut chars = paragraph.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        // Two single marks are a double one: ''so it was''.
        let twin = chars.peek().copied().filter(|(_, next)| matches!(c, '\'' | '`' | '‘' | '’' | '‚') && *next == c);
        if twin.is_some() {
            chars.next();
            let mark = Mark { at, opens_as: '"', width: 2 * c.len_utf8() };
            found.push((mark, Beside { before, behind: chars.peek().map(|(_, c)| *c) }));
        } else if is_mark(c) {
            let mark = Mark { at, opens_as: c, width: c.len_utf8() };
            found.push((mark, Beside { before, behind: chars.peek().map(|(_, c)| *c) }));
        }
        before = Some(c);
    }
    found
}

enum Closed {
    /// By the mark at that place.
    At(usize),
    /// Not before the mark at that place opens the next run.
    Before(usize),
    Never,
}

fn closing(opener: char, from: usize, rest: &[(Mark, Beside)]) -> Closed {
    let closers = closers(opener);
    let mut depth = 0_usize;
    for (offset, (found, beside)) in rest.iter().enumerate() {
        let (at, mark) = (found.at, &found.opens_as);
        if is_single(opener) && at - from > LONGEST_SINGLE {
            return Closed::Never;
        }
        if closers.contains(mark) && beside.may_close(*mark) {
            if depth == 0 {
                return Closed::At(offset);
            }
            depth -= 1;
        } else if *mark == opener && !closers.contains(mark) && beside.may_open(*mark) && !is_single(opener) {
            // Within its own kind a run opens again where the first was not closed, or in a quote of a quote.
            let closes_twice = closes_twice(closers, rest.get(offset + 1..).unwrap_or_default(), opener);
            if !closes_twice {
                return Closed::Before(offset);
            }
            depth += 1;
        }
    }
    Closed::Never
}

/// Whether two marks close before another one opens.
fn closes_twice(closers: &[char], rest: &[(Mark, Beside)], opener: char) -> bool {
    let next: Vec<bool> = rest
        .iter()
        .filter(|(mark, _)| closers.contains(&mark.opens_as) || mark.opens_as == opener)
        .take(2)
        .map(|(mark, _)| closers.contains(&mark.opens_as))
        .collect();
    next == [true, true]
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (words.len() - words.trim_start().len());
    let end = range.start + words.trim_end().len();
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<&str> {
        runs(text, 0..text.len()).into_iter().map(|run| text.get(run.inner).unwrap_or_default()).collect()
    }

    #[test]
    fn each_kind_of_pair_is_read_by_its_opening_mark() {
        for (text, wanted) in [
            ("He said “yes” and “no”.", &["yes", "no"][..]),
            ("He said \"yes\" and \"no\".", &["yes", "no"]),
            ("Er sagte: „Ja“ und „Nein“.", &["Ja", "Nein"]),
            ("Rekao je „da” i „ne”.", &["da", "ne"]),
            ("Il a dit « oui » et « non ».", &["oui", "non"]),
            ("Sie sagte »ja« und »nein«.", &["ja", "nein"]),
            ("What Is Behind 'Ironclad Friendship'?", &["Ironclad Friendship"]),
            ("A ‘so-called’ deal of Trump’s.", &["so-called"]),
            ("“He said ‘no’ to me,” she said.", &["He said ‘no’ to me,"]),
            ("The workers' union and the Smiths' house.", &[]),
            ("A 5'10\" man.", &[]),
            ("“a “b” c” d", &["a “b” c"]),
            ("“First. “Second,” he said.", &["First.", "Second,"]),
            ("“It never closes.", &["It never closes."]),
            ("He said ''so it was'' twice.", &["so it was"]),
            ("“”", &[]),
        ] {
            assert_eq!(inner(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_run_that_never_closes_says_so() {
        let open: Vec<bool> = runs("“One” “two", 0..15).into_iter().map(|run| run.is_open).collect();
        assert_eq!(open, [false, true]);
    }
}
