//! The tab of statements: who said what, in whose words, as cards or as a table.

mod card;
mod card_view;
mod group_head;
mod state;
mod statement_table;
mod tab;
mod toolbar;

pub(super) use state::State;
pub(super) use tab::ui;
