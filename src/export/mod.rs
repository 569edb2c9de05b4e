//! A briefing in other formats, one room a format. No window and no file system: text goes out, whoever asks writes it.

mod counts;
mod csv;
mod differences;
mod flat;
mod json;
mod markdown;
mod png;
mod svg;
mod withhold;

pub use counts::{counts_to_csv, counts_to_json};
pub use differences::{differences_to_json, differences_to_markdown, differences_to_text};
pub use flat::to_flat_text;
pub use json::{json_of_node, to_json};
pub use markdown::{NoteOptions, to_markdown};
pub use png::{Picture, PictureError, paint};
pub use svg::SvgOptions;
pub use svg::chart_svg;
