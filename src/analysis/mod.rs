//! What can be reckoned from a briefing: pure functions over model and index.

pub mod count;
mod frequency;
mod lead;

pub use frequency::{DatedStart, Finding, findings, in_days, starts_of};
pub use lead::{Contender, lead};
