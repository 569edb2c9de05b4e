//! What the window shows, as plain rows and words: no egui here, and no file.

mod activity;
mod actors;
pub mod chart;
mod citation;
mod cite_link;
mod filter;
pub mod inspector;
mod language;
mod links;
mod origins;
mod own_name;
mod passage;
mod relations;
mod shown;
pub mod sources;
mod statement_card;
mod statements;
mod visible;
mod visits;

pub use activity::{ActivityMark, TimeRange, activity_marks, statements_of, visit_mark};
pub use actors::{ActorColumn, ActorList, ActorOrder, ActorRow, ActorWords, Trouble, role_words};
pub use citation::{citation_note, citation_text, cite_label};
pub use cite_link::{CiteLink, cite_links};
pub use filter::{Filter, FilterPart};
pub use language::language_words;
pub use links::link_host;
pub use origins::{Origins, is_held};
pub use own_name::own_name;
pub use passage::{Likeness, find_words};
pub use relations::{Assertion, Party, RelationList, RelationWords};
pub use shown::Shown;
pub use statement_card::{Asked, Hop, Occasion, StatementCard};
pub use statements::{GroupBy, GroupHead, SortBy, StatementColumn, StatementItem, StatementList, StatementOrder};
pub use visible::visible;
pub use visits::{VisitColumn, VisitWords, disputed_fields, mark_name, sorted_visits, visits_tsv};
