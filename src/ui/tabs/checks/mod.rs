//! The tab of checks: what is weak, by rule, each explained and one click from its place.

mod finding;
mod group;
mod listed;
mod listing;
mod measure;
mod open_merge;
mod pages;
mod state;
mod tab;
mod unreadable;
mod waived;

pub(super) use state::State;
pub(super) use tab::ui;
