//! Pasted lines, and which column is to be what.

use super::dates::DateAnswers;
use super::target::Target;
use super::{lines, target};
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
    /// The cells, line by line; each line has as many as there are targets.
    pub(super) rows: Arc<Vec<Vec<String>>>,
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
