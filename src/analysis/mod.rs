//! What the visits of a briefing say together: counts with their doubt. Pure functions over model and index.

mod bin;
mod count;
mod frequency;

pub use bin::BinUnit;
pub use count::{BinCount, Counts, StartRange, count, is_counted, start_range};
pub use frequency::{Finding, findings, in_days};
