//! RON text: byte ranges of records and fields in it, and printing values as it.

mod cursor;
mod error;
mod lines;
mod path;
mod print;
mod scan;

pub use error::ScanError;
pub use lines::LineIndex;
pub use path::{find_path, path_at};
pub use print::{is_invisible, print_at, print_briefing, print_inline, print_string};
pub use scan::{Document, FieldSpan, MAX_NESTING, MAX_RECORDS, RecordSpan, Span, scan};
