//! What analysts already have, as records: rows of spreadsheets, lists of references.

pub mod reference;
mod rows;
pub mod table;

pub use rows::{
    CellReading, CellState, ColumnDates, DateAnswers, DateOrder, DateSpan, Mark, OpenMark, Pasted, RowReading,
    RowsReading, Target,
};
