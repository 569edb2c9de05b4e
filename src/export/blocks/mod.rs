//! A note as blocks of words, for whoever draws or writes them in a way of its own. Footnotes are numbered here, in the
//! order of their first marks, and nowhere else.

mod block;
mod note;
mod reading;

pub use block::{BlockKind, Mark, NoteBlock, NoteRun, RunKind};
pub(super) use note::Blocks;
pub use note::note_blocks;
