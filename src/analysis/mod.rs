//! What can be reckoned from a briefing: pure functions over model and index.

pub mod count;
mod frequency;

pub use frequency::{DatedStart, Finding, findings, in_days, starts_of};
