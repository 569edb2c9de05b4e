//! What the tables of all kinds of record share: columns and what is changed in them, rows in their order, the rows
//! selected together, the words of a cell, and rows as text.

mod chosen;
mod column;
mod rows;
mod tsv;
mod words;

pub use chosen::Chosen;
pub use column::{CellField, RowColumn};
pub use rows::Rows;
pub use tsv::{TsvWriter, rows_tsv};
pub use words::RowWords;
