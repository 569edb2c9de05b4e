//! What is said of visits, with those behind it.

use crate::model::{Key, plural};

/// A sentence, and the visits that it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The sentence.
    pub words: String,
    /// The visits, in the order of their dates.
    pub keys: Vec<Key>,
}

/// `if 2 dates in doubt hold`.
pub(super) fn if_doubts_hold(count: usize) -> String {
    format!("if {} in doubt {}", plural(count, "date"), if count == 1 { "holds" } else { "hold" })
}
