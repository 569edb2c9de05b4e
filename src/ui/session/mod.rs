//! What the window knows between frames: the open briefing, where a person is in it, and what is under way.

mod autosave;
mod availability;
mod copying;
mod journal_writer;
mod merging;
mod navigation;
mod notice;
mod open_briefing;
mod opening;
mod recovery;
mod saving;
mod settings;
mod state;
mod tour;
mod typed_cell;
mod watch;
mod window_place;

pub use availability::step_towards;
pub use copying::{Copying, ToCopy};
pub use journal_writer::Begin;
pub use merging::{MergedFile, Merging};
pub use navigation::History;
pub use notice::{Failure, Notice, Offer};
pub use open_briefing::{Derived, Making, OpenBriefing};
pub use opening::{Again, Opened, Opening};
pub use recovery::{Found, LeftBehind, left_behind, restored};
pub use saving::Saving;
pub use settings::{MotionChoice, RecentFile, Settings, ThemeChoice};
pub use state::Session;
pub use tour::{STEPS, Stage};
pub use watch::{MERGE_NOW, Seen, Watching};
pub use window_place::SMALLEST;
