//! Dateline: a desktop workbench for geopolitics briefings in which every date, quote and count leads to its source.

pub mod check;
pub mod model;
pub mod ron_text;

pub mod index;
