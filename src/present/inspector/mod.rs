//! What the inspector shows of a record, or of the briefing, as plain data: one file for each kind of record.

mod actor;
mod back_links;
mod block;
mod briefing;
mod build;
mod chain;
mod conflict;
mod conflict_box;
mod dates;
mod glyph;
mod judgement;
mod limits;
mod of_record;
mod page;
mod paragraph_path;
mod passages;
mod period;
mod prose;
mod relation;
mod role;
mod rows;
mod source;
mod statement;
mod visit;

#[cfg(test)]
mod tests;

pub use of_record::{page, period_page, record_row};
pub use paragraph_path::{paragraph_of, paragraph_path};

pub use block::{
    Activity, Bar, Block, ChainStep, ConflictBox, DateBlock, List, NameRow, Paragraph, PassageHead, PassageRun, Row,
    Strip, Verdict,
};
pub use conflict_box::conflict_box;
pub use dates::strip as date_strip;
pub use glyph::{Badge, Glyph};
pub use limits::Limits;
pub use page::{Item, Page, Section};
pub use passages::marked_runs;
pub use prose::{Piece, Prose, Target, Tone, cite_target, shortened};
pub use rows::grade_of;
pub(in crate::present) use rows::short_name;
