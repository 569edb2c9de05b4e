//! The only way to change a briefing.
//!
//! A change is worked out from a snapshot by one of the functions of [`change`], which refuse what would break the
//! briefing. [`History::make`] carries it out as one step and keeps its inverse; nothing else writes into a briefing.

pub mod article;
mod between;
mod byline;
pub mod change;
mod difference;
pub mod fields;
mod history;
mod jump;
mod log;
mod merge;
mod prepared;
mod publication;
mod replace;
mod runs;
mod step;
mod texts;
mod value;

pub use between::edits_between;
pub use byline::{Byline, likely_byline};
pub use change::{Change, Refusal};
pub use difference::{Difference, What, Whose, difference};
pub use history::{History, Told};
pub use jump::{Jump, Jumped};
pub use log::{LogError, Replayed, edits_of, line_of, replayed};
pub use merge::{Merged, MergedText, keys_met, merge_texts, three_way, with_keys_of};
pub use prepared::Prepared;
pub use publication::{LikelyPublication, likely_publication};
pub use replace::{Hit, HitPlace, Owner, Pattern, text_fields};
pub use runs::runs_of;
pub use step::{Edit, Step};
pub use value::{Fields, ValueError, record_of};
