//! The tab of sources: which there are, and what is held of the one that is looked at, with what cites each paragraph.

mod cited;
mod citing_rows;
mod list;
mod marking;
mod paragraph;
mod passage_words;
pub(in crate::ui) mod proposals;
mod reading;
mod reading_keys;
mod source_table;
mod state;
mod tab;
mod table_state;
mod uncited;

pub(super) use state::State;
pub(super) use tab::ui;
