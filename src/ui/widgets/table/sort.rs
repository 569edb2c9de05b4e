//! By which column rows are sorted.

/// Gap on either side of a cell.
pub(super) const CELL_PADDING: f32 = 8.0;

/// The direction of a sorted column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortOrder {
    /// The smallest first.
    Ascending,
    /// The largest first.
    Descending,
}

/// The column that sorts the rows, and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// The column, counted from 0.
    pub column: usize,
    /// Which way.
    pub order: SortOrder,
}
