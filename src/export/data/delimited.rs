//! A table as comma-separated values.

use std::borrow::Cow;

use super::table::Cell;
use super::tables::{TableOf, table_of};
use crate::export::csv::push_row;
use crate::export::view::View;

/// The records of one kind as comma-separated values, a header first; with a byte order mark where a spreadsheet asks
/// for it.
pub(in crate::export) fn to_csv(view: &View, of: TableOf, with_bom: bool) -> String {
    let table = table_of(view, of);
    let mut text = if with_bom { "\u{feff}".to_owned() } else { String::new() };
    push_row(&mut text, table.columns.iter().map(|column| Cow::Borrowed(*column)));
    for row in view.progress.through(&table.rows) {
        push_row(&mut text, row.iter().map(Cell::text));
    }
    text
}
