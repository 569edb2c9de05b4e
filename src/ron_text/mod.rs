//! RON text: byte ranges of records and fields in it, printing values as it, and rewriting only what changed.

mod cursor;
mod error;
mod lines;
mod patch;
mod path;
mod print;
mod scan;

pub use error::ScanError;
pub use lines::LineIndex;
pub use patch::{
    Base, Copy, KeysMet, RecordText, can_be_changed, carried, commented_records, comments, lost_comments, patch,
};
pub use path::{find_path, path_at};
pub use print::{inline, is_invisible, print_at, print_briefing, print_string};
pub use scan::{Document, FieldSpan, MAX_NESTING, MAX_RECORDS, RecordSpan, Span, scan};
