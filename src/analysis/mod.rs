//! What can be reckoned from a briefing: pure functions over model and index.

pub mod count;
mod frequency;
mod lead;
mod searched;

pub use frequency::{BegunIn, DatedStart, Finding, findings, starts_of};
pub use lead::{Contender, lead};
pub use searched::Searched;
