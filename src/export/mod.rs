//! A briefing in other formats, one room a format. No window and no file system: text goes out, whoever asks writes it.

mod counts;
mod csv;
mod differences;
mod flat;
mod footnotes;
mod format;
mod json;
mod make;
mod markdown;
mod note;
mod obstacles;
mod options;
mod png;
mod stop;
mod svg;
mod template;
mod withhold;
mod words;

pub use counts::{counts_to_csv, counts_to_json};
pub use differences::{differences_to_json, differences_to_markdown, differences_to_text};
pub use flat::to_flat_text;
pub use format::Format;
pub use json::{json_of_node, to_json};
pub use make::{Asked, ChartAsked, ExportError, make};
pub use note::{MOST_WORDS_OF_BRIEF, NoteError, note};
pub use obstacles::obstacles;
pub use options::{Findings, NoteOptions};
pub use png::{Picture, PictureError, paint};
pub use stop::Stop;
pub use svg::SvgOptions;
pub use svg::chart_svg;
pub use template::Template;
