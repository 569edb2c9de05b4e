//! The tab of judgements: a card each, or what the evidence says of all of them.

mod cards;
mod matrix;
mod tab;

pub(super) use cards::yardsticks_ui;
pub(super) use tab::{State, ui};
