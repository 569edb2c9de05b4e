//! What is counted, and what a count says of its doubt.

use super::bin::{Bin, BinUnit};
use super::lanes::LaneBy;
use crate::model::{Id, Key, Mode, Visit, VisitStatus};

/// A start range is spread over bins up to this length: twelve months.
pub const MOST_SPREAD_DAYS: i64 = 366;

/// One visit, in the units that shares are counted in.
pub const SHARE_UNITS: u64 = 1 << 42;

/// What to count and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountOptions {
    /// The length of a bin.
    pub by: BinUnit,
    /// What the visits are told apart by.
    pub lanes: LaneBy,
    /// Count planned visits too.
    pub planned: bool,
    /// Count cancelled visits too.
    pub cancelled: bool,
    /// Count video conferences, calls and letters too.
    pub not_in_person: bool,
}

impl Default for CountOptions {
    fn default() -> Self {
        Self { by: BinUnit::default(), lanes: LaneBy::Nothing, planned: false, cancelled: false, not_in_person: false }
    }
}

impl CountOptions {
    /// Whether a visit is counted.
    #[must_use]
    pub fn counts(&self, visit: &Visit) -> bool {
        match visit.status_or_default() {
            VisitStatus::Planned if !self.planned => false,
            VisitStatus::Cancelled if !self.cancelled => false,
            _ => self.not_in_person || visit.mode_or_default() == Mode::InPerson,
        }
    }
}

/// The visits of one bin in one lane.
#[derive(Debug, Clone, PartialEq)]
pub struct BinCount {
    /// The bin.
    pub bin: Bin,
    /// The lane, an index into [`Counts::lanes`].
    pub lane: usize,
    /// Visits that started in it.
    pub certain: u32,
    /// Visits that started in it if their date is right.
    pub qualified: u32,
    /// Certain, qualified and the shares of visits that may have started in it.
    pub expected: f64,
    /// Visits that may have started in it.
    pub possible: u32,
}

/// The visits of a lane that no bin can be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undated {
    /// The lane, an index into [`Counts::lanes`].
    pub lane: usize,
    /// Who they are, by id; a repeated id stands for each of its visits.
    pub visits: Vec<(Id, Key)>,
}

/// The visits of a briefing, counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    /// How many were counted, each once.
    pub total: usize,
    /// How many were left out as planned, cancelled or not in person.
    pub left_out: usize,
    /// Those of them that do not say where they went.
    pub without_destination: Vec<(Id, Key)>,
    /// The names of the lanes: ISO codes, ids or words, as scripts know them. [`super::lane_label`] gives those for the screen.
    pub lanes: Vec<String>,
    /// The bins that a dated visit touches, by time, then by lane.
    pub bins: Vec<BinCount>,
    /// The undated tray of every lane, in the order of the lanes; empty ones are there too.
    pub undated: Vec<Undated>,
}
