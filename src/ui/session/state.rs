//! What the window knows between frames.

use std::path::PathBuf;

use super::notice::{Failure, Notice, Offer};
use super::open_briefing::OpenBriefing;
use super::opening::Opening;
use super::recovery::{Found, LeftBehind};
use super::settings::Settings;
use super::tour::Stage;
use super::watch::Watching;
use crate::document::Origin;
use crate::ui::background::Job;

/// What the window knows between frames. Views are given it to read; what changes it goes through the program.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the window")]
pub struct Session {
    pub open: Option<OpenBriefing>,
    pub failure: Option<Failure>,
    pub opening: Option<Opening>,
    pub notices: Vec<Notice>,
    pub settings: Settings,
    /// Whether the file still holds what was read.
    pub watching: Watching,
    /// What crashes left behind is being looked for.
    pub looking: Option<Job<Found>>,
    /// What crashes left behind.
    pub orphans: Vec<LeftBehind>,
    /// Whether the program was never started before, until the note over the sample is closed.
    pub is_first_start: bool,
    /// How far the tour of the sample has come.
    pub tour: Option<Stage>,
    /// It has just turned to another stage.
    pub tour_turned: bool,
    /// It begins once the sample is open.
    pub tour_waits: bool,
    /// The system asks that nothing moves.
    pub system_wants_no_motion: bool,
    /// Where templates of the house are looked for.
    pub templates_folder: Option<PathBuf>,
    /// The program was told to end, whatever is unsaved.
    pub may_quit: bool,
    /// The person knows that settings cannot be written.
    pub told_of_settings: bool,
    /// The number of the last revision given out.
    pub last_revision: u64,
}

impl Session {
    /// A number that no revision had before.
    pub fn next_revision(&mut self) -> u64 {
        self.last_revision += 1;
        self.last_revision
    }

    /// The stage of the tour that is shown: only the sample has it.
    pub fn stage_in_sight(&self) -> Option<Stage> {
        let is_sample = self.open.as_ref().is_some_and(|open| open.origin == Origin::Sample);
        self.tour.filter(|_| is_sample && !self.tour_waits)
    }

    /// Shows a notice, once where it is told again.
    pub fn tell(&mut self, notice: Notice) {
        self.notices.retain(|other| other.text != notice.text);
        self.notices.push(notice);
    }

    /// Takes away the notices that offer something.
    pub fn withdraw(&mut self, offer: Offer) {
        self.notices.retain(|notice| notice.offers != Some(offer));
    }
}
