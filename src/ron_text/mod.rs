//! RON text: byte ranges of records and fields in it, printing values as it, and rewriting only what changed.

mod characters;
mod cursor;
mod error;
mod limits;
mod lines;
mod one_value;
mod patch;
mod path;
mod print;
mod scan;

pub use characters::characters_as_texts;
pub use error::ScanError;
pub use limits::{MAX_NESTING, MAX_RECORDS};
pub use lines::LineIndex;
pub use one_value::one_value;
pub use patch::{
    Base, Copy, KeysMet, RecordText, can_be_changed, carried, commented_records, comments, gone_comments,
    lost_comments, patch,
};
pub use path::{PathFinder, path_at};
pub use print::{inline, is_invisible, print_at, print_briefing, print_string};
pub use scan::{Document, FieldSpan, RecordSpan, Span, scan};
