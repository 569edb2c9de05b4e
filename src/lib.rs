//! Dateline: a desktop workbench for geopolitics briefings.

pub mod ui;
