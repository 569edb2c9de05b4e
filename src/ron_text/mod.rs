//! RON text: byte ranges of records and fields in it, and printing values as it.

mod print;

pub use print::{is_invisible, print_at, print_briefing, print_inline, print_string};
