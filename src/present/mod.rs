//! What the window shows, as plain rows and words: no egui here, and no file.

mod citation;
mod filter;
mod links;
mod shown;
mod visible;

pub use citation::{citation_note, citation_text, cite_label};
pub use filter::{Filter, FilterPart};
pub use links::link_host;
pub use shown::Shown;
pub use visible::visible;
