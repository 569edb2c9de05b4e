//! Words that tell a date, where they stand.

use std::ops::Range;

use crate::phrase::CountedFrom;

/// Words that tell a date.
#[derive(Debug, Clone)]
pub struct DatePhrase {
    /// The words.
    pub words: Range<usize>,
    /// They on one line.
    pub said: String,
    /// Whether they count from something told elsewhere.
    pub counted: Option<CountedFrom>,
    /// Whether they follow something told elsewhere, and how far cannot be said: `the following spring`.
    pub is_untold: bool,
}
