//! A briefing in other formats, one file a format. No window and no file system: text goes out, whoever asks writes it.

mod json;

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
