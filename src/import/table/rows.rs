//! A table as it stands in a file: rows of cells, each row with its number there.

use std::borrow::Cow;
use std::collections::HashMap;

use super::error::TableError;
use crate::present::unguarded;

/// The most columns of a table: what a sheet of a spreadsheet holds.
pub(super) const MAX_COLUMNS: usize = 16_384;
/// The most rows of a table: what a sheet of a spreadsheet holds.
pub(super) const MAX_ROWS: usize = 1_048_576;
/// The most cells that are kept, empty ones before the last of a row among them.
const MAX_CELLS: usize = 20_000_000;
/// The most bytes of all cells.
pub(super) const MAX_BYTES: usize = 512 * 1024 * 1024;
/// Over so many rows at most there are heads.
const MOST_ROWS_OF_HEADS: usize = 8;
/// So many cells at most get room before they are read.
const USUAL_WIDTH: usize = 64;

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Its number in the file, counted from 1 as spreadsheets do; rows that are left out for being empty count.
    pub number: u32,
    /// Its cells from the first column on; empty ones behind the last that says something are left out.
    pub cells: Vec<String>,
}

impl Row {
    /// A cell; empty where the row ends before it.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// A table: what a file of rows holds, or one sheet of a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The name of its sheet; empty where there is but one without a name.
    pub name: String,
    /// Its rows that say anything, in their order.
    pub rows: Vec<Row>,
    /// What had to be guessed while it was read, in words.
    pub remarks: Vec<String>,
}

impl Table {
    /// How many columns its widest row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }
}

/// Puts a table together and keeps it within bounds.
#[derive(Debug, Default)]
pub(super) struct TableBuilder {
    table: Table,
    cells: usize,
    bytes: usize,
    /// Cells of one row that are one, by where the first of them stands: the column behind the last.
    merged: HashMap<(usize, usize), usize>,
}

impl TableBuilder {
    pub(super) fn new(name: &str) -> Self {
        Self { table: Table { name: name.to_owned(), ..Table::default() }, ..Self::default() }
    }

    /// A cell of a row; rows and their cells come in any order within the last row that was begun.
    ///
    /// # Errors
    /// Where the table grows beyond what is read.
    pub(super) fn put<'t>(
        &mut self,
        row: usize,
        column: usize,
        text: impl Into<Cow<'t, str>>,
    ) -> Result<(), TableError> {
        if row >= MAX_ROWS {
            return Err(TableError::TooManyRows);
        }
        if column >= MAX_COLUMNS {
            return Err(TableError::TooManyColumns { row: row + 1 });
        }
        let text = clean(text.into());
        if text.is_empty() {
            return Ok(());
        }
        let number = u32::try_from(row + 1).unwrap_or(u32::MAX);
        if self.table.rows.last().is_none_or(|last| last.number < number) {
            // Rows of a table are mostly of one width.
            let width = self.table.rows.last().map_or(0, |last| last.cells.len());
            self.table.rows.push(Row { number, cells: Vec::with_capacity(width.min(USUAL_WIDTH)) });
        }
        let place = match self.table.rows.last() {
            Some(last) if last.number == number => Some(self.table.rows.len() - 1),
            _ => self.table.rows.binary_search_by_key(&number, |row| row.number).ok(),
        };
        let Some(kept) = place.and_then(|place| self.table.rows.get_mut(place)) else {
            return Err(TableError::Damaged(format!("row {} stands behind a later one", row + 1)));
        };
        let grown = (column + 1).saturating_sub(kept.cells.len());
        self.cells += grown;
        self.bytes += text.len();
        if self.cells > MAX_CELLS || self.bytes > MAX_BYTES {
            return Err(TableError::TooLarge { row: row + 1 });
        }
        if kept.cells.len() < column {
            kept.cells.resize(column, String::new());
        }
        match kept.cells.get_mut(column) {
            Some(cell) => *cell = text,
            None => kept.cells.push(text),
        }
        Ok(())
    }

    /// Says that the cells from one to another are one; what stands in it stands over each column where it is a head.
    pub(super) fn merged(&mut self, first: (usize, usize), last: (usize, usize)) {
        if first.0 == last.0 && last.1 > first.1 && last.1 < MAX_COLUMNS {
            self.merged.insert(first, last.1 + 1);
        }
    }

    /// Puts the words of merged cells over each of their columns, in the first rows as far as each has such cells: those may
    /// be heads.
    fn spread_heads(&mut self) -> Result<(), TableError> {
        for place in 0..MOST_ROWS_OF_HEADS.min(self.table.rows.len()) {
            let Some(row) = self.table.rows.get(place) else { break };
            let number = row.number as usize - 1;
            let of_row = row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
            let wide = |(column, cell): (usize, &String)| {
                Some((column + 1..*self.merged.get(&(number, column))?, cell.clone()))
            };
            let wide: Vec<_> = of_row.filter_map(wide).collect();
            if wide.is_empty() {
                break;
            }
            for (columns, words) in wide {
                for column in columns {
                    let is_free = self.table.rows.get(place).is_some_and(|row| row.cell(column).is_empty());
                    if is_free {
                        self.put(number, column, words.as_str())?;
                    }
                }
            }
        }
        Ok(())
    }

    pub(super) fn remark(&mut self, remark: String) {
        self.table.remarks.push(remark);
    }

    /// The table.
    ///
    /// # Errors
    /// Where its heads over several columns bring it beyond what is read.
    pub(super) fn finish(mut self) -> Result<Table, TableError> {
        self.spread_heads()?;
        Ok(self.table)
    }
}

/// A cell without spaces and signs that nobody sees around it, and without the mark that keeps a spreadsheet from reading a
/// formula.
fn clean(cell: Cow<str>) -> String {
    let bare = unguarded(bare(&cell)).trim();
    match cell {
        Cow::Owned(whole) if whole.len() == bare.len() => whole,
        _ => bare.to_owned(),
    }
}

/// A text without spaces around it, nor marks of encoding and of direction, which come along when dates and names are copied:
/// two names that look the same have to be the same.
fn bare(text: &str) -> &str {
    let is_unseen = |c: char| matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}');
    let trimmed = text.trim();
    let is_seen = |c: Option<char>| c.is_none_or(|c| c.is_ascii() || !is_unseen(c));
    if is_seen(trimmed.chars().next()) && is_seen(trimmed.chars().next_back()) {
        return trimmed;
    }
    trimmed.trim_matches(|c: char| c.is_whitespace() || is_unseen(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_far_cells_cost_what_they_hold() {
        let mut builder = TableBuilder::new("");
        builder.put(0, 0, "a").unwrap();
        builder.put(1_000_000, 16_383, "b").unwrap();
        let table = builder.finish().unwrap();
        assert_eq!(table.rows.len(), 2);
        assert_eq!(table.rows[1].number, 1_000_001);
        assert_eq!(table.width(), 16_384);
    }

    #[test]
    fn what_no_sheet_holds_is_refused_with_its_row() {
        let mut builder = TableBuilder::new("");
        assert_eq!(builder.put(4, MAX_COLUMNS, "x"), Err(TableError::TooManyColumns { row: 5 }));
        assert_eq!(builder.put(MAX_ROWS, 0, "x"), Err(TableError::TooManyRows));
    }

    #[test]
    fn what_nobody_sees_around_a_cell_is_taken_off() {
        for cell in ["\u{feff}Ada", "\u{200e} Ada\u{a0}\u{202c}", "'Ada'", " Ada\u{200b}"] {
            assert_eq!(clean(cell.into()).trim_matches('\''), "Ada", "{cell:?}");
        }
        // Within a word they have their use.
        assert_eq!(clean("می\u{200c}شود".into()), "می\u{200c}شود");
    }
}
