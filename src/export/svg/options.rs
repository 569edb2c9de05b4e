//! What the picture shows, and how large it is.

use super::fit::Fit;
use crate::analysis::count::LaneBy;
use crate::model::TlpLevel;
use crate::present::chart::ColourBy;

/// What the picture shows, and how large it is.
#[derive(Debug, Clone)]
pub struct SvgOptions {
    /// The width, in points; the height follows from the lanes.
    pub width: f32,
    /// What the lanes have in common.
    pub by: LaneBy,
    /// What colours and shapes tell apart.
    pub colour: ColourBy,
    /// The filter in words, where the picture shows a part of the briefing.
    pub filter: Option<String>,
    /// Leave out what is marked stricter, and say how much that is. Without it nothing is left out.
    pub marking: Option<TlpLevel>,
    /// Whether it stands alone or in a note.
    pub(in crate::export) fit: Fit,
}

impl Default for SvgOptions {
    fn default() -> Self {
        Self {
            width: 1200.0,
            by: LaneBy::Direction,
            colour: ColourBy::Channel,
            filter: None,
            marking: None,
            fit: Fit::Alone,
        }
    }
}
