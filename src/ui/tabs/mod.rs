//! The tabs, one room each.

mod actors;
mod checks;
mod judgements;
mod overview;
mod record_table;
mod sources;
mod statements;
mod tab;
mod visits;

pub(super) use tab::{TabStates, ui};
