//! What can be reckoned from a briefing: pure functions over model and index.

pub mod count;
mod dated_start;
pub mod doubles;
mod frequency;
mod lane_verdicts;
mod lead;
mod origins;
mod searched;
mod support;

pub use dated_start::{BegunIn, DatedStart, starts_of};
pub use frequency::{
    Frequency, FrequencyFact, LastStart, LongestGap, MedianInterval, NotComparable, Reciprocity, Shares, UnlessSure,
    YearOnYear, YearOutcome, frequency_facts,
};
pub use lane_verdicts::{LaneVerdict, lane_verdicts};
pub use lead::{Contender, Holds, Outcome, Verdict, verdicts};
pub use origins::{common_origin, independent_origins, is_held, origin_numbers, sources_of};
pub use searched::Searched;
pub use support::{Cited, Ground, Support, ground_of, is_sourced, support_of};
