//! What may stand between two names in a cell, or within one: `Foo, Inc.`, `Trinidad and Tobago`.

/// A mark between two names. One is split at it where a person says so, or where all its pieces are known names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// A semicolon.
    Semicolon,
    /// A line break within the cell.
    LineBreak,
    /// A comma that stands in no brackets.
    Comma,
    /// A slash.
    Slash,
    /// `&`
    Ampersand,
    /// The word *and*.
    And,
}

/// So many pieces at most are put together again to find a known name.
const MOST_PIECES: usize = 5;

impl Mark {
    /// All marks, in the order in which a cell is split at them.
    pub const ALL: [Self; 6] = [Self::Semicolon, Self::LineBreak, Self::Comma, Self::Slash, Self::Ampersand, Self::And];

    /// Its name in a sentence: `split at commas`.
    #[must_use]
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Semicolon => "semicolons",
            Self::LineBreak => "line breaks",
            Self::Comma => "commas",
            Self::Slash => "slashes",
            Self::Ampersand => "“&”",
            Self::And => "“and”",
        }
    }

    /// The mark that a person writes for it in the shell: the mark itself, `newline` or `and`.
    #[must_use]
    pub fn from_written(written: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| match mark {
            Self::LineBreak => written == "newline" || written == "\n",
            other => other.sign().trim() == written.trim(),
        })
    }

    /// The mark as [`Mark::from_written`] reads it.
    #[must_use]
    pub fn written(self) -> &'static str {
        match self {
            Self::LineBreak => "newline",
            other => other.sign().trim(),
        }
    }

    const fn sign(self) -> &'static str {
        match self {
            Self::Semicolon => ";",
            Self::LineBreak => "\n",
            Self::Comma => ",",
            Self::Slash => "/",
            Self::Ampersand => "&",
            Self::And => " and ",
        }
    }

    fn pieces(self, text: &str) -> Vec<&str> {
        match self {
            Self::Comma => outside_brackets(text),
            other => text.split(other.sign()).collect(),
        }
    }
}

fn outside_brackets(text: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    text.split(|c| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    })
    .collect()
}

/// The names in a cell, and the marks in it at which nobody said whether to split.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct NamesIn {
    pub(super) names: Vec<String>,
    pub(super) open: Vec<Mark>,
}

/// Splits a cell at the marks given, and at another where all its pieces are known; never within a known name.
pub(super) fn names_in(text: &str, splits: &[Mark], is_known: &dyn Fn(&str) -> bool) -> NamesIn {
    let mut found = NamesIn::default();
    split(text.trim(), splits, is_known, &Mark::ALL, &mut found);
    found.open.sort_unstable();
    found.open.dedup();
    found
}

fn split(text: &str, splits: &[Mark], is_known: &dyn Fn(&str) -> bool, marks: &[Mark], found: &mut NamesIn) {
    if text.is_empty() {
        return;
    }
    if is_known(text) {
        found.names.push(text.to_owned());
        return;
    }
    let mut open = Vec::new();
    for (place, mark) in marks.iter().enumerate() {
        let pieces = mark.pieces(text);
        if pieces.iter().filter(|piece| !piece.trim().is_empty()).count() < 2 {
            continue;
        }
        let names = joined(&pieces, *mark, is_known);
        if splits.contains(mark) || names.iter().all(|name| is_known(name)) {
            let later = marks.get(place + 1..).unwrap_or_default();
            for name in names {
                split(&name, splits, is_known, later, found);
            }
            return;
        }
        open.push(*mark);
    }
    // A mark at an end parts nothing: it belongs to no name.
    let bare = text.trim_matches(|c: char| c.is_whitespace() || c == ';' || c == ',');
    if bare.is_empty() {
        return;
    }
    found.names.push(if open.is_empty() { bare } else { text }.to_owned());
    found.open.extend(open);
}

/// The pieces, with those put together again that are a known name as they stand: `Foo, Inc.`.
fn joined(pieces: &[&str], mark: Mark, is_known: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut names = Vec::new();
    let mut first = 0;
    while first < pieces.len() {
        let name = |end: usize| pieces.get(first..end).unwrap_or_default().join(mark.sign()).trim().to_owned();
        let most = pieces.len().min(first + MOST_PIECES);
        let known = (first + 2..=most).rev().find(|end| is_known(&name(*end)));
        let end = known.unwrap_or(first + 1);
        names.push(name(end));
        first = end;
    }
    names.retain(|name| !name.is_empty());
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[&str] = &["Foo, Inc.", "Trinidad and Tobago", "Ann Berg", "Bo Nil"];

    fn names(text: &str, splits: &[Mark]) -> (Vec<String>, Vec<Mark>) {
        let found = names_in(text, splits, &|name| KNOWN.contains(&name));
        (found.names, found.open)
    }

    #[test]
    fn a_cell_stays_whole_until_somebody_says_how_it_is_split() {
        let whole = |text: &str, open: &[Mark]| assert_eq!(names(text, &[]), (vec![text.to_owned()], open.to_vec()));
        whole("Mesić; Račan", &[Mark::Semicolon]);
        whole("Aquino, 3rd", &[Mark::Comma]);
        whole("Duda and Tusk", &[Mark::And]);
        whole("A, B and C", &[Mark::Comma, Mark::And]);
        whole("Li (Director, SCPSR)", &[]);
        assert_eq!(names("Mesić; Račan", &[Mark::Semicolon]).0, ["Mesić", "Račan"]);
        assert_eq!(names("A, B and C", &[Mark::Comma, Mark::And]), (vec!["A".into(), "B".into(), "C".into()], vec![]));
        assert_eq!(names("A, B and C", &[Mark::Comma]), (vec!["A".into(), "B and C".into()], vec![Mark::And]));
    }

    #[test]
    fn known_names_part_a_cell_and_stay_whole() {
        assert_eq!(names("Ann Berg, Bo Nil", &[]), (vec!["Ann Berg".into(), "Bo Nil".into()], vec![]));
        assert_eq!(names("Foo, Inc., Wang", &[Mark::Comma]).0, ["Foo, Inc.", "Wang"]);
        assert_eq!(names("Trinidad and Tobago", &[Mark::And]).0, ["Trinidad and Tobago"]);
        assert_eq!(names("Ann Berg and Trinidad and Tobago", &[]).0, ["Ann Berg", "Trinidad and Tobago"]);
        assert_eq!(names(" , ; ", &[Mark::Comma]).0, Vec::<String>::new());
        assert_eq!(names("Wang;", &[]), (vec!["Wang".into()], vec![]));
    }

    #[test]
    fn marks_are_written_as_they_are() {
        assert_eq!(Mark::from_written(";"), Some(Mark::Semicolon));
        assert_eq!(Mark::from_written("and"), Some(Mark::And));
        assert_eq!(Mark::from_written("newline"), Some(Mark::LineBreak));
        assert_eq!(Mark::from_written("x"), None);
    }
}
