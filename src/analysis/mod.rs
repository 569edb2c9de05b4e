//! What can be reckoned from a briefing: pure functions over model and index.

pub mod count;
mod frequency;
mod lead;
mod origins;
mod searched;
mod support;

pub use frequency::{BegunIn, DatedStart, Finding, findings, starts_of};
pub use lead::{Contender, lead};
pub use origins::{common_origin, independent_origins, is_held, origin_numbers, sources_of};
pub use searched::Searched;
pub use support::{Cited, Ground, Support, ground_of, is_sourced, support_of};
