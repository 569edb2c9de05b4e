//! What a file with several sheets gives: one of them, and the names of all.

use super::rows::Table;

/// A file with sheets.
#[derive(Debug, Default)]
pub(super) struct Workbook {
    /// The sheet that was asked for, else the first that says anything; where none does, the last.
    pub(super) table: Option<Table>,
    /// The names of all sheets.
    pub(super) names: Vec<String>,
}

/// What is told of comments on cells, which are no part of a row.
pub(super) const COMMENTS: &str =
    "Cells have comments in the file; these are not taken, so copy what matters into a column";
