//! A table as it stands in a file: rows of cells, each row with its number there.

use super::error::TableError;
use crate::present::unguarded;

/// The most columns of a table: what a sheet of a spreadsheet holds.
pub(super) const MAX_COLUMNS: usize = 16_384;
/// The most rows of a table: what a sheet of a spreadsheet holds.
pub(super) const MAX_ROWS: usize = 1_048_576;
/// The most cells that are kept, empty ones before the last of a row among them.
const MAX_CELLS: usize = 20_000_000;
/// The most bytes of all cells.
const MAX_BYTES: usize = 512 * 1024 * 1024;

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
}

impl TableBuilder {
    pub(super) fn new(name: &str) -> Self {
        Self { table: Table { name: name.to_owned(), ..Table::default() }, ..Self::default() }
    }

    /// A cell of a row; rows and their cells come in any order within the last row that was begun.
    ///
    /// # Errors
    /// Where the table grows beyond what is read.
    pub(super) fn put(&mut self, row: usize, column: usize, text: &str) -> Result<(), TableError> {
        if row >= MAX_ROWS {
            return Err(TableError::TooManyRows);
        }
        if column >= MAX_COLUMNS {
            return Err(TableError::TooManyColumns { row: row + 1 });
        }
        let text = clean(text);
        if text.is_empty() {
            return Ok(());
        }
        let number = u32::try_from(row + 1).unwrap_or(u32::MAX);
        if self.table.rows.last().is_none_or(|last| last.number < number) {
            self.table.rows.push(Row { number, cells: Vec::new() });
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
        if kept.cells.len() <= column {
            kept.cells.resize(column + 1, String::new());
        }
        if let Some(cell) = kept.cells.get_mut(column) {
            *cell = text;
        }
        Ok(())
    }

    pub(super) fn remark(&mut self, remark: String) {
        self.table.remarks.push(remark);
    }

    pub(super) fn finish(self) -> Table {
        self.table
    }
}

/// A cell without spaces around it, and without the mark that keeps a spreadsheet from reading a formula.
fn clean(cell: &str) -> String {
    unguarded(cell.trim()).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_far_cells_cost_what_they_hold() {
        let mut builder = TableBuilder::new("");
        builder.put(0, 0, "a").unwrap();
        builder.put(1_000_000, 16_383, "b").unwrap();
        let table = builder.finish();
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
}
