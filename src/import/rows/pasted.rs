//! Pasted lines, and which column is to be what.

use super::dates::DateAnswers;
use super::target::Target;
use super::target;
use crate::import::table::{Row, TableOptions, read_text};
use crate::model::RecordKind;
use crate::present::RowColumn;
use std::sync::Arc;

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
    /// The lines that are no heads.
    pub(super) rows: Arc<Vec<Row>>,
}

impl Pasted {
    /// The lines of a text, with columns as the first line names them; else as the columns given stand. `None` where
    /// the text holds no words.
    #[must_use]
    pub fn new(kind: RecordKind, text: &str, columns: &[RowColumn]) -> Option<Self> {
        let table = read_text(text, &TableOptions::default()).ok()?.table;
        let width = Some(table.width()).filter(|width| *width > 0)?;
        let mut rows = table.rows;
        let named = rows.first().and_then(|first| target::by_head(kind, &heads_of(first, width)));
        let (heads, targets) = match named {
            Some(targets) => (Some(heads_of(&rows.remove(0), width)), targets),
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

fn heads_of(row: &Row, width: usize) -> Vec<String> {
    (0..width).map(|column| row.cell(column).to_owned()).collect()
}
