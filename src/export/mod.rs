//! A briefing in other formats, one room a format. No window and no file system: text goes out, whoever asks writes it.

mod json;
mod markdown;

pub use json::to_json;
pub use markdown::{NoteOptions, to_markdown};
