//! What the window shows, as plain rows and words: no egui here, and no file.

pub mod chart;
mod citation;
mod filter;
mod links;
mod shown;
mod visible;
mod visits;

pub use citation::{cite_label, citation_note, citation_text};
pub use filter::{Filter, FilterPart};
pub use links::link_host;
pub use shown::Shown;
pub use visible::visible;
pub use visits::{VisitColumn, VisitWords, disputed_fields, mark_name, sorted_visits, visits_tsv};
