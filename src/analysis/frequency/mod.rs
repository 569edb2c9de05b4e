//! What the frequency of visits says, only so far as their dates allow; each fact with the visits behind it.
//!
//! A fact holds *under every reading* where it holds wherever in their ranges the visits began, without any date in
//! doubt that speaks for it and with every one that may speak against it. Else it says how many dates in doubt have to
//! hold.

mod facts;
mod gaps;
mod shares;
mod years;

pub use facts::{Frequency, FrequencyFact, frequency_facts};
pub use gaps::{LastStart, LongestGap, MedianInterval, UnlessSure};
pub use shares::{Reciprocity, Shares};
pub use years::{NotComparable, YearOnYear, YearOutcome};
