//! Rows of a spreadsheet, copied from it or read from its file, as the records that they would be.
//!
//! Columns are matched with fields by the words of the first line, or stand as in the table. A cell that says what the
//! record of its line's id shows there takes over that record's own value; any other is read as it is typed in a form.

mod cells;
mod column;
mod dates;
mod doubtful_names;
mod heads;
mod last_day;
mod lines;
mod mapping;
mod marks;
mod names;
mod pasted;
mod plain_values;
mod read_dates;
mod reading;
mod row_fields;
mod target;
mod told_by_cells;
mod values;

pub use dates::{ColumnDates, DateAnswers, DateOrder, DateSpan};
pub use doubtful_names::{DoubtfulName, Meant, NameDoubt};
pub use mapping::{MappedColumn, Mapping};
pub use marks::Mark;
pub use pasted::Pasted;
pub use reading::{CellReading, CellState, OpenMark, RowReading, RowsReading};
pub use target::Target;
