//! The visits as rows of a table: columns, the words of a cell, the order by any column, and the rows as text.

mod column;
mod finding;
mod frequency_words;
mod sorting;
mod verdict_words;
mod words;

pub use column::VisitColumn;
pub use finding::Finding;
pub use frequency_words::findings;
pub use sorting::sorted_visits;
pub use verdict_words::{Lane, ToldVerdict, lead_words, told_verdicts, verdict_words};
pub use words::{VisitWords, disputed_fields, is_date_disputed, mark_name};
