//! The tab of visits: the same rows as a chart in time and as a table.

mod chart;
mod tab;
mod table;

pub(super) use tab::{State, ui};
