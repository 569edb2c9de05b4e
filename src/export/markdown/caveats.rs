//! What a record's author adds for its reader, as text of the note.

use super::words::text;
use crate::export::words;
pub(super) use crate::export::words::{as_ours, is_ours, marked};
use crate::model::Record;

/// The fields that are the author's reading and not marked where they are printed, then the note.
pub(super) fn caveats(record: &impl Record, printed: &[&str]) -> String {
    text(&words::caveats(record, printed))
}
