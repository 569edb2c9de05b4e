//! A briefing in other formats, one room a format. No window and no file system: text goes out, whoever asks writes it.

mod json;
mod markdown;
mod svg;

pub use json::to_json;
pub use markdown::{NoteOptions, to_markdown};
pub use svg::{SvgOptions, chart_svg};
