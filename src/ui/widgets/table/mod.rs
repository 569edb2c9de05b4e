//! A table of many rows, of which only those in sight are built.
//!
//! The caller gives columns, a number of rows, a name for each row and a closure that draws a cell; it gets
//! back which row was picked, opened, or which column is to sort by. Rows are of one height, so the first
//! one in sight is a division, and ten thousand cost as much as thirty.

mod cell;
mod columns;
mod grip;
mod header;
pub(super) mod keys;
mod sort;
mod view;

pub use sort::{Sort, SortOrder};
pub use view::{Pick, Table, TableResponse};

pub use cell::{cell_number, cell_text};
pub use columns::{Column, ColumnAlign};
pub use grip::Grip;
