//! The comments of a text, and which record they are about.

use std::collections::HashMap;

use super::blanks::skip_token;
use super::cells::Bracketed;
use super::copy::Copy;
use super::opening::open_of_briefing;
use super::records::items;
use crate::model::{Key, RecordKind};
use crate::ron_text::cursor::Cursor;

/// The comments of a text, in its order; strings are passed over.
#[must_use]
pub fn comments(text: &str) -> Vec<&str> {
    placed_comments(text).into_iter().map(|(_, comment)| comment).collect()
}

/// The comments of a text that another has not any more, each with where it stood, in bytes.
#[must_use]
pub fn gone_comments<'a>(before: &'a str, after: &str) -> Vec<(usize, &'a str)> {
    let (was, is) = (placed_comments(before), comments(after));
    // Of equal comments those at the ends are the ones that stayed.
    let head = was.iter().zip(&is).take_while(|((_, was), is)| was == *is).count();
    let room = was.len().min(is.len()) - head;
    let tail = was.iter().rev().zip(is.iter().rev()).take(room).take_while(|((_, was), is)| was == *is).count();
    let mut left: HashMap<&str, usize> = HashMap::new();
    for comment in is.get(head..is.len() - tail).unwrap_or_default() {
        *left.entry(comment).or_default() += 1;
    }
    let middle = was.get(head..was.len() - tail).unwrap_or_default().iter().copied();
    middle
        .filter(|(_, comment)| match left.get_mut(comment) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        })
        .collect()
}

/// The comments of a text, each with where it stands, in bytes.
fn placed_comments(text: &str) -> Vec<(usize, &str)> {
    let mut comments = Vec::new();
    let mut cursor = Cursor::new(text, 0);
    while let Some(c) = cursor.peek() {
        let begin = cursor.at;
        if cursor.rest().starts_with("//") || cursor.rest().starts_with("/*") {
            skip_token(&mut cursor);
            comments.extend(text.get(begin..cursor.at).map(|comment| (begin, comment)));
        } else if !cursor.skip_string().unwrap_or(false) && !cursor.skip_word() {
            cursor.at = begin + c.len_utf8();
        }
    }
    comments
}

/// A record as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordText {
    /// The comments that belong to it, above it, in it and behind it.
    pub comments: Vec<String>,
    /// Its text, with the comments above it.
    pub text: String,
}

/// The records of a text that have comments, by their keys; none where the text has another form than the model thinks.
#[must_use]
pub fn commented_records(copy: Copy) -> HashMap<Key, RecordText> {
    found(copy).unwrap_or_default()
}

fn found(copy: Copy) -> Option<HashMap<Key, RecordText>> {
    let (_, lists) = Bracketed::split_with_lists(copy.text, open_of_briefing(copy.text)?)?;
    let mut found = HashMap::new();
    for (name, list) in &lists {
        let Some(kind) = RecordKind::from_list_name(name) else { continue };
        let items = items(copy.briefing, kind);
        if items.len() != list.cells.len() {
            return None;
        }
        for ((key, _), cell) in items.iter().zip(&list.cells) {
            let parts = [&cell.own, &cell.body, &cell.trail];
            let comments: Vec<String> = parts.iter().flat_map(|part| comments(part)).map(str::to_owned).collect();
            if !comments.is_empty() {
                let text = format!("{}{}", cell.own.trim_start(), cell.body);
                found.insert(*key, RecordText { comments, text });
            }
        }
    }
    Some(found)
}

/// The comments of either side that a merged text has lost: those that the side has from the base, and the other side
/// did not take out, and those that it wrote.
#[must_use]
pub fn lost_comments(merged: &str, base: &str, ours: &str, theirs: &str) -> Vec<String> {
    let counts = |text| {
        let mut counts: HashMap<String, i64> = HashMap::new();
        for comment in comments(text) {
            *counts.entry(comment.to_owned()).or_default() += 1;
        }
        counts
    };
    let (was, own, their, is) = (counts(base), counts(ours), counts(theirs), counts(merged));
    let of = |counts: &HashMap<String, i64>, comment: &str| counts.get(comment).copied().unwrap_or(0);
    let mut lost = Vec::new();
    let mut seen = std::collections::HashSet::new();
    let all = comments(ours).into_iter().chain(comments(theirs));
    for comment in all.filter(|comment| seen.insert(*comment)) {
        let before = of(&was, comment);
        let (mine, other) = (of(&own, comment) - before, of(&their, comment) - before);
        let wanted = before + if mine.signum() * other.signum() >= 0 { furthest(mine, other) } else { mine + other };
        // Behind another comment on one line it is a part of that.
        let has = of(&is, comment);
        if has < wanted && (has > 0 || !is.keys().any(|other| other.contains(comment))) {
            lost.push(comment.to_owned());
        }
    }
    lost
}

/// The change that goes further from none.
fn furthest(a: i64, b: i64) -> i64 {
    if a.abs() >= b.abs() { a } else { b }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_told_from_strings() {
        assert_eq!(comments("// a\r\n(b: \"// no\", /* c */ d: 'x') // e"), ["// a", "/* c */", "// e"]);
    }

    #[test]
    fn what_is_gone_is_told_with_its_place() {
        let before = "// a\n(b: [1, /* x */ 2], // x\n c: \"// no\" /* x */)";
        assert_eq!(gone_comments(before, before), []);
        assert_eq!(gone_comments(before, "// a\n(b: [2], // x\n c: 1 /* x */)"), [(13, "/* x */")]);
        assert_eq!(gone_comments(before, ""), [(0, "// a"), (13, "/* x */"), (25, "// x"), (42, "/* x */")]);
    }

    #[test]
    fn what_a_side_wrote_or_nobody_took_out_has_to_be_there() {
        let lost =
            |merged: &str, ours: &str, theirs: &str| lost_comments(merged, "// a\n// b\n", ours, theirs).join(" ");
        assert_eq!(lost("// a\n// b\n", "// a\n// b\n// c\n", "// a\n// b\n// d\n"), "// c // d");
        assert_eq!(lost("// b\n", "// b\n", "// a\n// b\n"), "", "ours took it out");
        assert_eq!(lost("// a\n", "// b\n", "// a\n// b\n"), "// b");
        assert_eq!(lost("// a\n// b\n// c // d\n", "// a\n// b\n// c\n", "// a\n// b\n// d\n"), "");
        assert_eq!(lost("// a\n// b\n// c\n", "// a\n// b\n// c\n", "// a\n// b\n// c\n"), "", "both wrote it");
    }
}
