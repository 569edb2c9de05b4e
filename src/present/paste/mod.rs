//! Rows that were copied from a spreadsheet, as the records that they would be.
//!
//! Columns are matched with fields by the words of the first line, or stand as in the table. A cell that says what the
//! record of its line's id shows there takes over that record's own value; any other is read as it is typed in a form.

mod dates;
mod lines;
mod names;
mod reading;
mod target;
mod values;

use std::sync::Arc;

use crate::model::RecordKind;
use crate::present::RowColumn;

pub use dates::{ColumnDates, DateAnswers, DateOrder, DateSpan};
pub use reading::{CellReading, CellState, RowReading, RowsReading};
pub use target::Target;

/// Pasted lines, and which column is to be what.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    /// The kind of record that each line becomes.
    pub kind: RecordKind,
    /// The words over each column, where the first line has them.
    pub heads: Option<Vec<String>>,
    /// What each column becomes.
    pub targets: Vec<Target>,
    /// What was said of the dates of each column.
    pub dates: Vec<DateAnswers>,
    /// The cells, line by line; each line has as many as there are targets.
    rows: Arc<Vec<Vec<String>>>,
}

impl Pasted {
    /// The lines of a text, with columns as the first line names them; else as the columns given stand. `None` where
    /// the text holds no words.
    #[must_use]
    pub fn new(kind: RecordKind, text: &str, columns: &[RowColumn]) -> Option<Self> {
        let mut rows = lines::read(text);
        let width = rows.iter().map(Vec::len).max().filter(|width| *width > 0)?;
        for row in &mut rows {
            row.resize(width, String::new());
        }
        let named = rows.first().and_then(|first| target::by_head(kind, first));
        let (heads, targets) = match named {
            Some(targets) => (Some(rows.remove(0)), targets),
            None => (None, target::by_place(columns, width)),
        };
        let dates = vec![DateAnswers::default(); width];
        Some(Self { kind, heads, targets, dates, rows: Arc::new(rows) })
    }

    /// How many lines become records.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }
}
