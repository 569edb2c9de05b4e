//! The briefing as a note that is handed in: a template filled in with what the briefing says.
//!
//! Three things hold for every template. Text of the file is escaped where it is printed, so that it stays text. What is
//! marked stricter than the reader may see is taken out before a word is written (`withhold`), so that no template can
//! let it slip. And the same briefing gives the same note.

mod context;
mod engine;
mod error;
mod escape;
mod write;

#[cfg(test)]
mod tests;

pub use error::NoteError;
pub use write::{MOST_WORDS_OF_BRIEF, note};
