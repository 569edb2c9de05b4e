//! A briefing in other formats, one file a format. No window and no file system: text goes out, whoever asks writes it.

mod counts;
mod csv;
mod json;

pub use counts::{counts_to_csv, counts_to_json};
pub use json::to_json;

use crate::index::Reader;

/// Stub.
#[derive(Debug, Default)]
pub struct NoteOptions {}

/// Stub.
#[must_use]
pub fn to_markdown(_: &Reader, _: &NoteOptions) -> String {
    String::new()
}
