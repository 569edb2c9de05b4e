//! The tab of actors: a table of who acts, and a list of what holds between them.

mod actor_table;
mod relation_card;
mod relation_list;
mod state;
mod strip;
mod tab;
mod toolbar;

pub(super) use state::State;
pub(super) use tab::ui;
