//! The comments and the white space between two items, as two copies of one text changed them.
//!
//! What only one copy changed is taken; where both changed something, the comments of both stand, ours first. A bracket,
//! a word or an attribute that is in the way is kept like a comment.

use std::borrow::Cow;
use std::collections::HashMap;

use super::line;
use crate::ron_text::cursor::Cursor;

/// White space, and what follows it: a comment, a bracket, a word. Nothing follows the white space at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece<'a> {
    space: &'a str,
    token: &'a str,
}

/// Pieces of texts with more pairs than these are met by those that stand in both once.
const MOST_COMPARED: usize = 40_000;

/// The blank of ours with what theirs changed since the base.
pub(super) fn merged<'a>(base: &'a str, ours: &'a str, theirs: &'a str) -> Cow<'a, str> {
    if ours == base || ours == theirs {
        return Cow::Borrowed(theirs);
    }
    if theirs == base {
        return Cow::Borrowed(ours);
    }
    let (base, base_end) = pieces(base);
    let (own, own_end) = pieces(ours);
    let (their, their_end) = pieces(theirs);
    let (in_own, in_their) = (Met::new(&base, &own), Met::new(&base, &their));
    let mut joined = Blank { text: String::new(), end: line::end_of(ours), is_in_comment: false };
    for gap in 0..=base.len() {
        let came: Vec<&Piece> = in_own.came_in(gap).iter().filter_map(|place| own.get(*place)).collect();
        let also: Vec<&Piece> = in_their.came_in(gap).iter().filter_map(|place| their.get(*place)).collect();
        // A comment that both changed stands once where one says what the other does and goes on.
        for piece in came.iter().filter(|piece| !also.iter().any(|other| goes_on(other.token, piece.token))) {
            joined.push(piece.space, piece.token);
        }
        let is_said =
            |piece: &Piece| came.iter().any(|own| own.token == piece.token || goes_on(own.token, piece.token));
        for piece in also.iter().filter(|piece| !is_said(piece)) {
            joined.push(piece.space, piece.token);
        }
        let stays = in_own.place_of(gap).and_then(|place| own.get(place));
        let stays = stays.zip(in_their.place_of(gap).and_then(|place| their.get(place)));
        if let (Some((mine, other)), Some(was)) = (stays, base.get(gap)) {
            joined.push(either(was.space, mine.space, other.space), mine.token);
        }
    }
    joined.push(either(base_end, own_end, their_end), "");
    Cow::Owned(joined.text)
}

/// Whether a comment says what another says, and more behind it.
fn goes_on(longer: &str, shorter: &str) -> bool {
    let words = |comment: &'_ str| -> Option<String> {
        let block = comment.strip_prefix("/*").map(|rest| rest.strip_suffix("*/").unwrap_or(rest));
        block.or_else(|| comment.strip_prefix("//")).map(|words| words.trim().to_owned())
    };
    let (Some(longer), Some(shorter)) = (words(longer), words(shorter)) else { return false };
    let rest = longer.strip_prefix(&*shorter).filter(|_| !shorter.is_empty());
    rest.is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric()))
}

/// What theirs changed where ours did not; else ours.
fn either<'a>(base: &str, ours: &'a str, theirs: &'a str) -> &'a str {
    if ours == base { theirs } else { ours }
}

/// A blank that is being put together.
struct Blank {
    text: String,
    end: &'static str,
    /// What follows on the line would be a part of the last comment.
    is_in_comment: bool,
}

impl Blank {
    fn push(&mut self, space: &str, token: &str) {
        let joins = token.starts_with("//") && !space.is_empty();
        // What would come to be a part of the comment before it begins a line.
        if !token.is_empty() && !space.contains('\n') && !joins && self.is_in_comment {
            self.text.push_str(self.end);
        }
        self.text.push_str(space);
        self.text.push_str(token);
        self.is_in_comment = token.starts_with("//");
    }
}

/// The pieces of a blank, and the white space at its end.
fn pieces(text: &str) -> (Vec<Piece<'_>>, &str) {
    let mut pieces = Vec::new();
    let mut cursor = Cursor::new(text, 0);
    loop {
        let begin = cursor.at;
        let space = cursor.rest().len() - cursor.rest().trim_start_matches([' ', '\t', '\n', '\r']).len();
        cursor.at += space;
        let token = cursor.at;
        if cursor.is_at_end() {
            return (pieces, text.get(begin..).unwrap_or(""));
        }
        skip_token(&mut cursor);
        let part = |from: usize, to: usize| text.get(from..to).unwrap_or("");
        pieces.push(Piece { space: part(begin, token), token: part(token, cursor.at) });
    }
}

pub(super) fn skip_token(cursor: &mut Cursor) {
    if cursor.skip_line_comment() {
        return;
    }
    let rest = cursor.rest();
    if rest.starts_with("/*") {
        let begin = cursor.at;
        if cursor.skip_block_comment().is_err() {
            cursor.at = begin + rest.len();
        }
    } else if rest.starts_with('#') {
        // An attribute ends with its bracket.
        cursor.at += rest.find(']').map_or(rest.len(), |end| end + 1);
    } else if rest.starts_with('\u{feff}') {
        cursor.at += '\u{feff}'.len_utf8();
    } else if !cursor.skip_string().unwrap_or(false) && !cursor.skip_word() {
        cursor.at += cursor.peek().map_or(1, char::len_utf8);
    }
}

/// Which pieces of a base stand in a copy, and which came.
struct Met {
    /// For each of the base where it stands in the copy.
    places: Vec<Option<usize>>,
    /// For each place of the base the pieces of the copy that came before it.
    came: HashMap<usize, Vec<usize>>,
}

impl Met {
    fn new(base: &[Piece], copy: &[Piece]) -> Self {
        let places = places(base, copy);
        let mut came: HashMap<usize, Vec<usize>> = HashMap::new();
        let gap_behind: HashMap<usize, usize> =
            places.iter().enumerate().filter_map(|(gap, place)| Some(((*place)?, gap + 1))).collect();
        let mut gap = 0;
        for place in 0..copy.len() {
            match gap_behind.get(&place) {
                Some(behind) => gap = *behind,
                None => came.entry(gap).or_default().push(place),
            }
        }
        Self { places, came }
    }

    fn place_of(&self, place: usize) -> Option<usize> {
        self.places.get(place).copied().flatten()
    }

    fn came_in(&self, gap: usize) -> &[usize] {
        self.came.get(&gap).map_or(&[], Vec::as_slice)
    }
}

/// For each piece of the base its place in the copy, in rising order.
fn places(base: &[Piece], copy: &[Piece]) -> Vec<Option<usize>> {
    let mut places = vec![None; base.len()];
    let same = |(a, b): &(&Piece, &Piece)| a.token == b.token;
    let head = base.iter().zip(copy).take_while(same).count();
    let room = base.len().min(copy.len()) - head;
    let tail = base.iter().rev().zip(copy.iter().rev()).take(room).take_while(same).count();
    for place in 0..head {
        set(&mut places, place, place);
    }
    for back in 1..=tail {
        set(&mut places, base.len() - back, copy.len() - back);
    }
    let (old, new) = (base.get(head..base.len() - tail), copy.get(head..copy.len() - tail));
    let (old, new) = (old.unwrap_or(&[]), new.unwrap_or(&[]));
    let pairs =
        if old.len().saturating_mul(new.len()) > MOST_COMPARED { met_once(old, new) } else { most_kept(old, new) };
    for (was, is) in pairs {
        set(&mut places, head + was, head + is);
    }
    places
}

fn set(places: &mut [Option<usize>], at: usize, place: usize) {
    if let Some(entry) = places.get_mut(at) {
        *entry = Some(place);
    }
}

/// Pieces that stand in both, where they are in the same order; of equal ones the first.
fn met_once(old: &[Piece], new: &[Piece]) -> Vec<(usize, usize)> {
    let mut at: HashMap<&str, usize> = HashMap::new();
    for (place, piece) in new.iter().enumerate() {
        at.entry(piece.token).or_insert(place);
    }
    let mut next = 0;
    let found = old.iter().enumerate().filter_map(|(place, piece)| Some((place, *at.get(piece.token)?)));
    found
        .filter(|(_, is)| {
            *is >= next && {
                next = is + 1;
                true
            }
        })
        .collect()
}

/// The pairs that keep the most in their order (longest common subsequence).
fn most_kept(old: &[Piece], new: &[Piece]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let mut longest = vec![0_usize; (old.len() + 1) * width];
    let at = |table: &[usize], row: usize, column: usize| table.get(row * width + column).copied().unwrap_or(0);
    for (row, was) in old.iter().enumerate().rev() {
        for (column, is) in new.iter().enumerate().rev() {
            let value = if was.token == is.token {
                at(&longest, row + 1, column + 1) + 1
            } else {
                at(&longest, row + 1, column).max(at(&longest, row, column + 1))
            };
            if let Some(entry) = longest.get_mut(row * width + column) {
                *entry = value;
            }
        }
    }
    let (mut row, mut column, mut pairs) = (0, 0, Vec::new());
    while let (Some(was), Some(is)) = (old.get(row), new.get(column)) {
        if was.token == is.token {
            pairs.push((row, column));
            row += 1;
            column += 1;
        } else if at(&longest, row + 1, column) >= at(&longest, row, column + 1) {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_one_changed_is_taken_to_the_byte() {
        assert_eq!(merged("\n  ", "\n  ", "\n  // new\n\t"), "\n  // new\n\t");
        assert_eq!(merged("\n  ", "\n\n  ", "\n  "), "\n\n  ");
        assert_eq!(merged("\n // a\n", "\n // a\n", "\n"), "\n");
    }

    #[test]
    fn comments_of_both_stand_ours_first() {
        assert_eq!(merged("\n  ", "\n  // ours\n  ", "\n  // theirs\n  "), "\n  // ours\n  // theirs\n  ");
        assert_eq!(merged(",", ", // ours", ", // theirs"), ", // ours // theirs");
        assert_eq!(merged(",", ", // ours", ", /* theirs */"), ", // ours\n /* theirs */");
        assert_eq!(merged("(", "// ours\n(", "// theirs\n("), "// ours\n// theirs\n(");
        assert_eq!(merged("\n // a\n", "\n // b\n", "\n // c\n"), "\n // b\n // c\n", "one comment changed twice");
        assert_eq!(merged(" // a", " // a, b", " // a, b. c"), " // a, b. c", "one goes on");
        assert_eq!(merged(" // a", " // a, b, c", " // a, b"), " // a, b, c");
        assert_eq!(merged(" // a", " // a, b", " // a, c"), " // a, b // a, c", "each says something else");
        assert_eq!(merged(" // a", " // b", " // bc"), " // b // bc", "another word");
        assert_eq!(merged(" /* a */", " /* a b */", " /* a b c */"), " /* a b c */");
        assert_eq!(merged("\n", "\n // same\n", "\n // same\n\n"), "\n // same\n\n", "written by both, it stands once");
        assert_eq!(merged("\n // a\n // b\n", "\n // b\n", "\n // a\n // b\n // c\n"), "\n // b\n // c\n");
    }

    #[test]
    fn attributes_and_marks_at_the_head_are_pieces_too() {
        let (own, their) = ("\u{feff}// ours\n(", "\u{feff}#![enable(implicit_some)]\n(");
        assert_eq!(merged("\u{feff}(", own, their), "\u{feff}// ours\n#![enable(implicit_some)]\n(");
    }
}
