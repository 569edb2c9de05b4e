//! What stands between two brackets, as a run of cells that join to the exact text.
//!
//! A cell is an item or a field with what belongs to it: the comments right above it, its comma, and the comment behind
//! it on the same line. What stands apart by an empty line, or behind the opening bracket, belongs to nobody and stays.

use std::borrow::Cow;

use super::joined::Joined;
use super::line::{Line, indent_of};
use crate::ron_text::cursor::Cursor;
use crate::ron_text::error::ScanError;
use crate::ron_text::scan::raw_mark;

/// An item or a field with what belongs to it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Cell<'a> {
    /// What stands before it and belongs to nobody.
    pub(super) stray: Cow<'a, str>,
    /// The line break and the comments right above it.
    pub(super) own: Cow<'a, str>,
    /// The item, or `name: value`.
    pub(super) body: Cow<'a, str>,
    /// What follows up to the comma and the end of the comment behind it.
    pub(super) trail: Cow<'a, str>,
    /// Whether a comma is in the trail.
    pub(super) has_comma: bool,
}

impl<'a> Cell<'a> {
    /// The cell on its own, for keeping.
    pub(super) fn into_owned(self) -> Cell<'static> {
        Cell {
            stray: Cow::Owned(self.stray.into_owned()),
            own: Cow::Owned(self.own.into_owned()),
            body: Cow::Owned(self.body.into_owned()),
            trail: Cow::Owned(self.trail.into_owned()),
            has_comma: self.has_comma,
        }
    }

    /// Whether it begins a line.
    pub(super) fn begins_line(&self) -> bool {
        self.own.contains('\n') || self.stray.contains('\n')
    }

    /// The white space before it on its line.
    pub(super) fn indent(&self) -> &str {
        let lead = if self.own.contains('\n') { &self.own } else { &self.stray };
        indent_of(lead)
    }

    /// Takes what stands before it and belongs to nobody, and keeps apart from it by an empty line.
    pub(super) fn set_stray(&mut self, stray: Cow<'a, str>) {
        self.stray = stray;
        if !self.stray.trim().is_empty() && !self.own.contains('\n') {
            let end = if self.stray.contains("\r\n") { "\r\n" } else { "\n" };
            let indent = indent_of(self.stray.trim_end());
            self.own = Cow::Owned(format!("{end}{indent}{}", self.own.trim_start_matches([' ', '\t'])));
        }
    }

    /// Begins the line that another began which went away.
    fn take_line_of(&mut self, gone: &Cell) {
        if self.begins_line() || !gone.own.contains('\n') {
            return;
        }
        let end = if gone.own.contains("\r\n") { "\r\n" } else { "\n" };
        self.own = Cow::Owned(format!("{end}{}{}", gone.indent(), self.own.trim_start_matches([' ', '\t'])));
    }

    /// Adds a comma where there is none: behind block comments, which would else come to stand before the next item.
    fn add_comma(&mut self) {
        if !self.has_comma {
            let (before, behind) = self.trail.split_at(block_comments_end(&self.trail));
            self.trail = Cow::Owned(format!("{before},{behind}"));
            self.has_comma = true;
        }
    }
}

/// A value in brackets: what is before and with the opening one, the cells, what is before and with the closing one.
#[derive(Debug, Clone, Default)]
pub(super) struct Bracketed<'a> {
    pub(super) open: Cow<'a, str>,
    pub(super) cells: Vec<Cell<'a>>,
    pub(super) close: Cow<'a, str>,
}

/// The lists among the fields of a text by their names, each with its name before it.
pub(super) type Lists<'a> = Vec<(&'a str, Bracketed<'a>)>;

impl<'a> Bracketed<'a> {
    /// Takes a text apart whose opening bracket is at a byte of it; `None` where it is no such text.
    pub(super) fn split(text: &'a str, open_at: usize) -> Option<Self> {
        let mut cursor = Cursor::new(text, open_at);
        let run = split_at(text, 0, &mut cursor, None).ok().flatten()?;
        Some(run.closed_by(text, cursor.at))
    }

    /// Takes a text of fields apart as [`Self::split`] does, and the lists among them in the same pass.
    pub(super) fn split_with_lists(text: &'a str, open_at: usize) -> Option<(Self, Lists<'a>)> {
        let mut lists = Lists::new();
        let mut cursor = Cursor::new(text, open_at);
        let run = split_at(text, 0, &mut cursor, Some(&mut lists)).ok().flatten()?;
        Some((run.closed_by(text, cursor.at), lists))
    }

    /// What follows the closing bracket stands with it.
    fn closed_by(mut self, text: &'a str, from: usize) -> Self {
        let begin = from - self.close.len();
        self.close = text.get(begin..).unwrap_or("").into();
        self
    }

    /// How many bytes the text has once it is put together.
    fn len(&self) -> usize {
        let of_cell = |cell: &Cell| cell.stray.len() + cell.own.len() + cell.body.len() + cell.trail.len();
        self.open.len() + self.cells.iter().map(of_cell).sum::<usize>() + self.close.len()
    }

    /// Puts the text together again; a comma is added where a cell that has none is no longer the last.
    pub(super) fn join(mut self, line: Line) -> String {
        let last = self.cells.len().saturating_sub(1);
        let mut joined = Joined::new(&self.open, line, self.len());
        for (place, cell) in self.cells.iter_mut().enumerate() {
            if place < last {
                cell.add_comma();
            }
            joined.push_within(&cell.stray);
            joined.push_within(&cell.own);
            joined.push_item(&cell.body);
            joined.push_within(&cell.trail);
        }
        joined.closed(&self.close)
    }

    /// Puts a new cell at a place, in the manner of its neighbours; `body` is given its line.
    pub(super) fn insert(&mut self, place: usize, line: Line, body: impl FnOnce(Line) -> String) {
        let place = place.min(self.cells.len());
        let beside = place.checked_sub(1).and_then(|before| self.cells.get(before)).or_else(|| self.cells.get(place));
        let breaks = match beside {
            Some(cell) => cell.begins_line() || self.cells.iter().any(Cell::begins_line),
            None => self.close.contains('\n'),
        };
        let mut cell = Cell::default();
        if breaks {
            let indent = match beside.filter(|cell| cell.begins_line()) {
                Some(cell) => cell.indent().to_owned(),
                None => format!("{}    ", line.indent),
            };
            cell.body = Cow::Owned(body(Line { indent: &indent, ..line }));
            cell.own = Cow::Owned(format!("{}{indent}", line.end));
            cell.add_comma();
        } else {
            cell.body = Cow::Owned(body(line));
            if place > 0 {
                cell.own = Cow::Borrowed(" ");
            } else if let Some(first) = self.cells.first_mut().filter(|first| first.own.is_empty()) {
                first.own = Cow::Borrowed(" ");
            }
        }
        self.cells.insert(place, cell);
    }

    /// Takes a cell away; what belongs to nobody stays.
    pub(super) fn remove(&mut self, place: usize) -> Option<Cell<'a>> {
        if place >= self.cells.len() {
            return None;
        }
        let mut cell = self.cells.remove(place);
        let is_last = place == self.cells.len();
        if !cell.stray.trim().is_empty() {
            let stray = std::mem::take(&mut cell.stray);
            match self.cells.get_mut(place) {
                Some(next) => next.stray = Cow::Owned(format!("{stray}{}", next.stray)),
                None => self.close = Cow::Owned(format!("{stray}{}", self.close)),
            }
        }
        if let Some(next) = self.cells.get_mut(place) {
            next.take_line_of(&cell);
        }
        let ends_line = is_last && !cell.has_comma && !cell.begins_line();
        if let Some(before) = self.cells.last_mut().filter(|before| ends_line && before.trail == ",") {
            before.trail = Cow::Borrowed("");
            before.has_comma = false;
        }
        // The first of a line has no white space before it.
        let began_line = place == 0 && cell.own.is_empty();
        if let Some(first) = self.cells.first_mut().filter(|first| began_line && &*first.own == " ") {
            first.own = Cow::Borrowed("");
        }
        Some(cell)
    }
}

/// Where the block comments end that a text begins with; its begin where there are none.
fn block_comments_end(text: &str) -> usize {
    let mut cursor = Cursor::new(text, 0);
    let mut end = 0;
    loop {
        cursor.at += cursor.rest().len() - cursor.rest().trim_start_matches([' ', '\t']).len();
        if !cursor.rest().starts_with("/*") || cursor.skip_block_comment().is_err() {
            return end;
        }
        end = cursor.at;
    }
}

/// Takes what stands in brackets at the cursor apart; the cursor is then behind the closing one, with which the run ends.
/// What stands between `begin` and the cursor is before the opening one. The lists among its fields are taken apart too,
/// if somebody wants them.
fn split_at<'a>(
    text: &'a str,
    begin: usize,
    cursor: &mut Cursor<'a>,
    mut lists: Option<&mut Lists<'a>>,
) -> Result<Option<Bracketed<'a>>, ScanError> {
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or("");
    if !(cursor.take('(') || cursor.take('[')) {
        return Ok(None);
    }
    skip_rest_of_line(cursor)?;
    let open = part(begin, cursor.at);
    let mut cells = Vec::new();
    loop {
        let lead_at = cursor.at;
        cursor.skip_blank()?;
        let body_at = cursor.at;
        match cursor.peek() {
            None => return Ok(None),
            Some(')' | ']') => {
                cursor.at += 1;
                return Ok(Some(Bracketed { open: open.into(), cells, close: part(lead_at, cursor.at).into() }));
            }
            Some(_) => {}
        }
        let Some(body_end) = skip_cell(text, cursor, lists.as_deref_mut())? else { return Ok(None) };
        cursor.skip_blank()?;
        let has_comma = cursor.take(',');
        if !has_comma {
            if !matches!(cursor.peek(), Some(')' | ']')) {
                return Ok(None);
            }
            cursor.at = body_end;
        }
        skip_rest_of_line(cursor)?;
        let own_at = lead_at + own_begin(part(lead_at, body_at))?;
        cells.push(Cell {
            stray: part(lead_at, own_at).into(),
            own: part(own_at, body_at).into(),
            body: part(body_at, body_end).into(),
            trail: part(body_end, cursor.at).into(),
            has_comma,
        });
    }
}

/// Steps over `name: value` or a value; gives back where its last token ended. A list is taken apart on the way, if it
/// is wanted: `None` where that cannot be done.
fn skip_cell<'a>(
    text: &'a str,
    cursor: &mut Cursor<'a>,
    lists: Option<&mut Lists<'a>>,
) -> Result<Option<usize>, ScanError> {
    let begin = cursor.at;
    let mut named = *cursor;
    if named.skip_word() {
        let name = text.get(begin..named.at).unwrap_or("");
        let name = name.get(raw_mark(name)..).unwrap_or(name);
        named.skip_blank()?;
        if named.take(':') {
            named.skip_blank()?;
            let end = match lists.zip(named.list_at()) {
                Some((lists, list_at)) => {
                    let is_in_some = list_at > named.at;
                    named.at = list_at;
                    let Some(mut list) = split_at(text, begin, &mut named, None)? else { return Ok(None) };
                    if is_in_some {
                        let close_at = named.at - list.close.len();
                        named.skip_end_of_some()?;
                        list.close = text.get(close_at..named.at).unwrap_or("").into();
                    }
                    lists.push((name, list));
                    named.at
                }
                None => named.skip_value(1)?,
            };
            *cursor = named;
            return Ok(Some(end));
        }
    }
    cursor.skip_value(1).map(Some)
}

/// Steps over a comment behind the item, if one ends on the same line; white space alone is left to what follows.
fn skip_rest_of_line(cursor: &mut Cursor) -> Result<(), ScanError> {
    let mut ahead = *cursor;
    loop {
        ahead.at += ahead.rest().len() - ahead.rest().trim_start_matches([' ', '\t']).len();
        if ahead.skip_line_comment() {
            *cursor = ahead;
            return Ok(());
        }
        if !ahead.rest().starts_with("/*") {
            return Ok(());
        }
        let begin = ahead.at;
        ahead.skip_block_comment()?;
        let next = ahead.rest().trim_start_matches([' ', '\t']).chars().next();
        let is_before_an_item = !matches!(next, None | Some('\n' | '\r' | '/' | ')' | ']'));
        if is_before_an_item || cursor_text(cursor, begin, ahead.at).contains('\n') {
            return Ok(());
        }
        *cursor = ahead;
    }
}

fn cursor_text<'a>(cursor: &Cursor<'a>, from: usize, to: usize) -> &'a str {
    let offset = from - cursor.at;
    cursor.rest().get(offset..offset + (to - from)).unwrap_or("")
}

/// Where in the blank before an item that begins which belongs to the item.
fn own_begin(lead: &str) -> Result<usize, ScanError> {
    if !lead.contains('\n') {
        return Ok(0);
    }
    let mut cursor = Cursor::new(lead, 0);
    let mut begin = None;
    while !cursor.is_at_end() {
        if cursor.rest().starts_with("//") {
            cursor.at += cursor.rest().find('\n').unwrap_or(cursor.rest().len());
        } else if cursor.rest().starts_with("/*") {
            cursor.skip_block_comment()?;
        } else {
            let blank_at = cursor.at;
            let length = cursor.rest().find('/').unwrap_or(cursor.rest().len());
            let blank = cursor.rest().get(..length).unwrap_or("");
            cursor.at += length.max(1);
            let breaks = blank.matches('\n').count();
            if breaks > 1 || (breaks == 1 && begin.is_none()) {
                let at = blank_at + blank.rfind('\n').unwrap_or(0);
                let before = lead.get(..at).unwrap_or("");
                begin = Some(if before.ends_with('\r') { at - 1 } else { at });
            }
        }
    }
    Ok(begin.unwrap_or(0))
}
