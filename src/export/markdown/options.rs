//! What a note holds.

use crate::model::{Key, TlpLevel};
use std::collections::HashSet;

/// What a note holds.
#[derive(Debug, Clone, Default)]
pub struct NoteOptions {
    /// Leave out what is marked stricter, and say how much that is. Without it nothing is left out.
    pub marking: Option<TlpLevel>,
    /// Only these records, and the words of the filter that chose them.
    pub shown: Option<(HashSet<Key>, String)>,
    /// The path of a picture of the chart, from where the note will stand; the note refers to it under its visits.
    pub chart: Option<String>,
}
