//! What the window shows, as plain rows and words: no egui here, and no file.

mod activity;
mod actors;
mod basis_words;
mod change_words;
pub mod chart;
mod citation;
mod cite_link;
mod cited_words;
mod evidence;
mod filter;
mod formula;
pub mod help;
pub mod inspector;
mod language;
mod links;
mod markdown_text;
mod open_merges;
mod origins;
mod own_name;
mod passage;
mod plain_words;
mod relations;
mod shown;
pub mod sources;
mod statement_card;
mod statements;
mod support;
mod table;
mod unreadable;
mod value_words;
mod visible;
mod visits;
mod what_changed;

pub use activity::{ActivityMark, TimeRange, activity_marks, statements_of, visit_mark};
pub use actors::{ActorColumn, ActorList, ActorOrder, ActorRow, ActorWords, Trouble, role_words};
pub use basis_words::{BasisPlace, BasisWords};
pub use change_words::changes_in_words;
pub use citation::{citation_note, citation_text, cite_label};
pub use cite_link::{CiteLink, cite_links};
pub use cited_words::{CitedWords, Wanted, cited_words};
pub use evidence::{EvidenceMatrix, EvidenceRow, JudgementColumn};
pub use filter::{Filter, FilterPart};
pub use formula::{guarded, unguarded};
pub use language::language_words;
pub use links::link_host;
pub use markdown_text::{markdown_link, markdown_text};
pub use open_merges::{OpenMerge, open_merges};
pub use origins::Origins;
pub use own_name::own_name;
pub use passage::find_words;
pub use plain_words::{path_words, plain_words};
pub use relations::{Assertion, Party, RelationList, RelationWords};
pub use shown::Shown;
pub use statement_card::{Asked, Hop, Occasion, StatementCard};
pub use statements::{GroupBy, GroupHead, SortBy, StatementColumn, StatementItem, StatementList, StatementOrder};
pub use support::{support_words, unsourced_words};
pub use table::{CellField, Chosen, RowColumn, RowWords, Rows, TsvWriter, rows_tsv};
pub use unreadable::{LeftOut, LeftOutField, Reason, left_out, left_out_fields, left_out_line};
pub use value_words::{side_words, value_words};
pub use visible::visible;
pub use visits::{
    Lane, ToldVerdict, VisitColumn, VisitWords, disputed_fields, is_date_disputed, lead_words, mark_name,
    sorted_visits, told_verdicts, verdict_words,
};
pub use what_changed::what_changed;
