//! The visits as rows of a table: columns, the words of a cell, the order by any column, and the rows as text.

mod column;
mod sorting;
mod words;

pub use column::VisitColumn;
pub use sorting::sorted_visits;
pub use words::{VisitWords, disputed_fields, mark_name};
