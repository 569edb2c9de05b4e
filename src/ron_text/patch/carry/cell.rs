//! What stands around a value: blanks, comments, the comma.

use std::borrow::Cow;

use super::super::blanks::merged;
use super::super::cells::{Bracketed, Cell};
use super::four::Four;

/// A cell with what theirs changed around its body, and another body.
pub(super) fn carried_cell<'a>(cells: Four<&Cell<'a>>, body: Option<Cow<'a, str>>) -> Cell<'a> {
    let Four { now, base, ours, theirs } = cells;
    let body = body.unwrap_or_else(|| now.body.clone());
    if base.is_none() && ours.is_none() {
        // It came from theirs.
        return Cell { body, ..theirs.clone() };
    }
    let none = Cell::default();
    let base = base.unwrap_or(&none);
    let blank = |of: for<'c> fn(&'c Cell) -> &'c str| merged(of(base), of(now), of(theirs)).into_owned();
    let (before, behind) = (blank(|cell| around_comma(cell).0), blank(|cell| around_comma(cell).1));
    let has_comma = if now.has_comma == base.has_comma { theirs.has_comma } else { now.has_comma };
    Cell {
        stray: Cow::Owned(blank(|cell| &cell.stray)),
        own: Cow::Owned(blank(|cell| &cell.own)),
        body,
        trail: Cow::Owned(format!("{before}{}{behind}", if has_comma { "," } else { "" })),
        has_comma,
    }
}

/// What stands before the comma of a cell and what behind it.
fn around_comma<'a>(cell: &'a Cell) -> (&'a str, &'a str) {
    if !cell.has_comma {
        return ("", &cell.trail);
    }
    // Before a comma stand comments alone.
    let mut cursor = crate::ron_text::cursor::Cursor::new(&cell.trail, 0);
    if cursor.skip_blank().is_err() {
        return ("", &cell.trail);
    }
    (cell.trail.get(..cursor.at).unwrap_or(""), cell.trail.get(cursor.at + 1..).unwrap_or(""))
}

/// What theirs changed behind the opening bracket and before the closing one.
pub(super) fn carry_around<'a>(run: &mut Bracketed<'a>, base: Option<&Bracketed<'a>>, theirs: &Bracketed<'a>) {
    let none = Bracketed::default();
    let base = base.unwrap_or(&none);
    run.open = Cow::Owned(merged(&base.open, &run.open, &theirs.open).into_owned());
    run.close = Cow::Owned(merged(&base.close, &run.close, &theirs.close).into_owned());
}
