//! A note that is being made on a thread, to be copied.

use crate::export::{CopiedNote, NoteError};
use crate::ui::background::Job;

/// A note that is being made to be copied.
#[derive(Debug)]
pub struct Copying {
    /// Whether it is copied as HTML too.
    pub for_word: bool,
    /// The work.
    pub job: Job<ToCopy>,
}

/// A note to be copied, and how much stands against handing it out.
#[derive(Debug)]
pub struct ToCopy {
    /// How much stands against it.
    pub obstacles: usize,
    /// The note, or why there is none.
    pub note: Result<CopiedNote, NoteError>,
}
