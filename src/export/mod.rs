//! A briefing in other formats, one file a format.

use crate::index::Reader;
use crate::model::Briefing;

/// Stub.
#[derive(Debug, Default)]
pub struct NoteOptions {}

/// Stub.
#[must_use]
pub fn to_markdown(_: &Reader, _: &NoteOptions) -> String {
    String::new()
}

/// Stub.
#[must_use]
pub fn to_json(_: &Briefing) -> String {
    String::new()
}
