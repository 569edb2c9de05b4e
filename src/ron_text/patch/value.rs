//! A value's text with only what changed in it rewritten.

use std::borrow::Cow;
use std::ops::Range;

use super::cells::Bracketed;
use super::line::Line;
use crate::model::Node;
use crate::ron_text::cursor::Cursor;
use crate::ron_text::print::print_at;
use crate::ron_text::scan::raw_mark;

pub(super) type Fields = [(Cow<'static, str>, Node)];

/// Lists longer than this are not compared item by item with each other.
const MOST_COMPARED: usize = 40_000;

/// The text of a value after a change; `line` is the one it stands on.
pub(super) fn patch_value(text: &str, before: &Node, after: &Node, line: Line) -> String {
    if before == after {
        return text.to_owned();
    }
    if let Some(within) = within_some(text).filter(|_| !is_raw(before) && !is_raw(after)) {
        let part = |range: Range<usize>| text.get(range).unwrap_or("");
        let value = patch_value(part(within.clone()), before, after, line);
        return format!("{}{value}{}", part(0..within.start), part(within.end..text.len()));
    }
    let patched = match (before, after) {
        (Node::Struct(before), Node::Struct(after)) => patch_fields(text, before, after, line),
        (Node::Variant(word, before), Node::Variant(other, after)) if word == other => {
            patch_fields(text, before, after, line)
        }
        (Node::List(before), Node::List(after)) => patch_items(text, before, after, line),
        (Node::Wrapped(word, before), Node::Wrapped(other, after)) if word == other => {
            patch_items(text, std::slice::from_ref(before), std::slice::from_ref(after), line)
        }
        _ => None,
    };
    patched.unwrap_or_else(|| printed(after, line))
}

/// Whether the text of a value is kept as it came.
fn is_raw(node: &Node) -> bool {
    matches!(node, Node::Raw(_))
}

/// Where the value stands that is written as `Some(value)`.
fn within_some(text: &str) -> Option<Range<usize>> {
    let mut cursor = Cursor::new(text, 0);
    if !cursor.skip_word() || text.get(..cursor.at) != Some("Some") {
        return None;
    }
    cursor.skip_blank().ok()?;
    if !cursor.take('(') {
        return None;
    }
    cursor.skip_blank().ok()?;
    let begin = cursor.at;
    Some(begin..cursor.skip_value(1).ok()?)
}

/// A value in the manner of the printer.
pub(super) fn printed(node: &Node, line: Line) -> String {
    let width = line.indent.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
    let text = print_at(node, width, width);
    let is_as_printed = line.end == "\n" && !line.indent.contains('\t');
    if is_as_printed || !text.contains('\n') || has_raw_lines(node) { text } else { fitted(&text, width, line) }
}

/// Whether a value that the model does not know has several lines: its text is kept as it is.
fn has_raw_lines(node: &Node) -> bool {
    match node {
        Node::Raw(raw) => raw.contains('\n'),
        Node::List(items) => items.iter().any(has_raw_lines),
        Node::Struct(fields) | Node::Variant(_, fields) => fields.iter().any(|(_, value)| has_raw_lines(value)),
        Node::Wrapped(_, inner) => has_raw_lines(inner),
        Node::Bool(_) | Node::Integer(_) | Node::Text(_) | Node::Word(_) => false,
    }
}

/// Printed text with the line ends and the indentation of a line; line breaks within strings are content and stay.
fn fitted(text: &str, width: usize, line: Line) -> String {
    let mut out = String::with_capacity(text.len());
    let mut cursor = Cursor::new(text, 0);
    while let Some(c) = cursor.peek() {
        let from = cursor.at;
        if c == '\n' {
            cursor.at += 1;
            out.push_str(line.end);
            if cursor.rest().bytes().take_while(|byte| *byte == b' ').count() >= width {
                cursor.at += width;
                out.push_str(line.indent);
            }
            continue;
        }
        if !cursor.skip_string().unwrap_or(false) && !cursor.skip_word() {
            cursor.at = from + c.len_utf8();
        }
        out.push_str(text.get(from..cursor.at).unwrap_or(""));
    }
    out
}

/// What became of a field that stands in the text.
pub(super) enum Became {
    /// What it says is as it was. A field that says nothing (`note: ""`, `held: None`) has no value in the model, and
    /// stays as it is written.
    Same,
    /// It has no value any more.
    Absent,
    /// It said nothing and has a value now.
    Present(Node),
    /// It had one value and has another.
    Other(Node, Node),
}

pub(super) fn became(was: Option<Node>, is: Option<Node>) -> Became {
    match (was, is) {
        (was, is) if was == is => Became::Same,
        (_, None) => Became::Absent,
        (None, Some(is)) => Became::Present(is),
        (Some(was), Some(is)) => Became::Other(was, is),
    }
}

/// The fields of a struct after a change; `None` where the text has another form than the model thinks.
pub(super) fn patch_fields(text: &str, before: &Fields, after: &Fields, line: Line) -> Option<String> {
    let mut run = Bracketed::split(text, open_of(text)?)?;
    let mut seen: Vec<String> = Vec::new();
    let mut place = 0;
    while let Some(cell) = run.cells.get_mut(place) {
        let (name, value_at) = name_of(&cell.body)?;
        let name = name.to_owned();
        let nth = seen.iter().filter(|other| **other == name).count();
        let of =
            |fields: &Fields| fields.iter().filter(|(other, _)| *other == name).nth(nth).map(|(_, node)| node.clone());
        seen.push(name.clone());
        let (head, value) = cell.body.split_at_checked(value_at)?;
        let inner = if cell.begins_line() { cell.indent().to_owned() } else { line.indent.to_owned() };
        let inner = Line { indent: &inner, ..line };
        let changed = match became(of(before), of(after)) {
            Became::Same => None,
            Became::Absent => {
                run.remove(place);
                continue;
            }
            Became::Present(is) => Some(printed(&is, inner)),
            Became::Other(was, is) => Some(patch_value(value, &was, &is, inner)),
        };
        if let Some(changed) = changed {
            cell.body = Cow::Owned(format!("{head}{changed}"));
        }
        place += 1;
    }
    for (position, (name, node)) in after.iter().enumerate() {
        if !seen.iter().any(|other| other == name) {
            insert_field(&mut run, after.get(..position)?, name, node, line);
        }
    }
    Some(run.join(line))
}

/// Puts a field behind the nearest of those that stand before it in the format's order.
pub(super) fn insert_field(run: &mut Bracketed, earlier: &Fields, name: &str, node: &Node, line: Line) {
    let is_named = |cell: &super::cells::Cell, name: &str| name_of(&cell.body).is_some_and(|(other, _)| other == name);
    let behind = earlier.iter().rev().find_map(|(name, _)| run.cells.iter().rposition(|cell| is_named(cell, name)));
    let place = behind.map_or(0, |behind| behind + 1);
    run.insert(place, line, |line| format!("{name}: {}", printed(node, line)));
}

/// The items of a list after a change; `None` where the text has another form than the model thinks.
fn patch_items(text: &str, before: &[Node], after: &[Node], line: Line) -> Option<String> {
    let mut run = Bracketed::split(text, open_of(text)?)?;
    if run.cells.len() != before.len() {
        return None;
    }
    let same = |a: &Node, b: &Node| a == b;
    let head = before.iter().zip(after).take_while(|(a, b)| same(a, b)).count();
    let room = before.len().min(after.len()) - head;
    let tail = before.iter().rev().zip(after.iter().rev()).take(room).take_while(|(a, b)| same(a, b)).count();
    let (old, new) = (before.get(head..before.len() - tail)?, after.get(head..after.len() - tail)?);
    let mut place = head;
    let mut ways = ways(old, new).into_iter().peekable();
    while let Some(way) = ways.next() {
        match way {
            Way::Keep => place += 1,
            Way::Remove(was) => {
                if let Some(Way::Insert(is)) = ways.peek() {
                    let cell = run.cells.get_mut(place)?;
                    let inner = if cell.begins_line() { cell.indent().to_owned() } else { line.indent.to_owned() };
                    cell.body = Cow::Owned(patch_value(&cell.body, was, is, Line { indent: &inner, ..line }));
                    ways.next();
                    place += 1;
                } else {
                    run.remove(place);
                }
            }
            Way::Insert(is) => {
                run.insert(place, line, |line| printed(is, line));
                place += 1;
            }
        }
    }
    Some(run.join(line))
}

/// One step on the way from one list to another.
#[derive(Debug, Clone, Copy)]
enum Way<'a> {
    Keep,
    Remove(&'a Node),
    Insert(&'a Node),
}

/// The way from one list to another that keeps the most (longest common subsequence); each removal stands beside the
/// insertion that takes its place.
fn ways<'a>(old: &'a [Node], new: &'a [Node]) -> Vec<Way<'a>> {
    if old.len() == new.len() || old.len().saturating_mul(new.len()) > MOST_COMPARED {
        let pairs = old.iter().zip(new).flat_map(|(was, is)| [Way::Remove(was), Way::Insert(is)]);
        let removed = old.iter().skip(new.len()).map(Way::Remove);
        let added = new.iter().skip(old.len()).map(Way::Insert);
        return pairs.chain(removed).chain(added).collect();
    }
    let width = new.len() + 1;
    let mut longest = vec![0_usize; (old.len() + 1) * width];
    let at = |table: &[usize], row: usize, column: usize| table.get(row * width + column).copied().unwrap_or(0);
    for row in (0..old.len()).rev() {
        for column in (0..new.len()).rev() {
            let value = if old.get(row) == new.get(column) {
                at(&longest, row + 1, column + 1) + 1
            } else {
                at(&longest, row + 1, column).max(at(&longest, row, column + 1))
            };
            if let Some(place) = longest.get_mut(row * width + column) {
                *place = value;
            }
        }
    }
    let (mut row, mut column, mut ways) = (0, 0, Vec::new());
    loop {
        match (old.get(row), new.get(column)) {
            (Some(was), Some(is)) if was == is => {
                ways.push(Way::Keep);
                row += 1;
                column += 1;
            }
            (Some(was), Some(_)) if at(&longest, row + 1, column) >= at(&longest, row, column + 1) => {
                ways.push(Way::Remove(was));
                row += 1;
            }
            (_, Some(is)) => {
                ways.push(Way::Insert(is));
                column += 1;
            }
            (Some(was), None) => {
                ways.push(Way::Remove(was));
                row += 1;
            }
            (None, None) => return ways,
        }
    }
}

/// Where the bracket opens that holds the value: behind a word, or at once.
pub(super) fn open_of(text: &str) -> Option<usize> {
    let mut cursor = Cursor::new(text, 0);
    cursor.skip_word();
    cursor.skip_blank().ok()?;
    matches!(cursor.peek(), Some('(' | '[')).then_some(cursor.at)
}

/// The name in `name: value`, and where the value begins.
pub(super) fn name_of(body: &str) -> Option<(&str, usize)> {
    let mut cursor = Cursor::new(body, 0);
    if !cursor.skip_word() {
        return None;
    }
    let end = cursor.at;
    cursor.skip_blank().ok()?;
    if !cursor.take(':') {
        return None;
    }
    cursor.skip_blank().ok()?;
    let name = body.get(..end)?;
    Some((name.get(raw_mark(name)..)?, cursor.at))
}
