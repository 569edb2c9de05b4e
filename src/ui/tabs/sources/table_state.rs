//! What the table of sources holds between frames.

use crate::present::Rows;
use crate::present::sources::SourceColumn;
use crate::ui::Kept;
use std::sync::Arc;

/// The column that sorts, and whether the last comes first.
pub(super) type ColumnSort = (SourceColumn, bool);

/// What the table holds between frames.
#[derive(Debug, Default)]
pub struct State {
    /// What sorts the rows; none where they stand as in the file.
    pub(super) sort: Option<ColumnSort>,
    pub(super) rows: Kept<(u64, Option<ColumnSort>), Arc<Rows>>,
}
