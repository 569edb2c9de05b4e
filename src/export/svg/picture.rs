//! What the parts of the picture share.

use super::measure::Measure;
use crate::present::chart::{ChartLayout, Lanes, Tally, TimeScale};

pub(super) const MARGIN: f32 = 32.0;

/// The size of the words below the title, in points.
pub(super) const SECOND: f32 = 12.0;

/// What time is called that nobody searched.
pub(super) const NOT_SEARCHED: &str = "not searched";

pub(super) const GUTTER_GAP: f32 = 20.0;

/// What the parts of the picture share.
pub(super) struct Picture<'a> {
    pub(super) layout: &'a ChartLayout,
    pub(super) lanes: &'a Lanes,
    pub(super) tally: &'a Tally,
    pub(super) scale: &'a TimeScale,
    /// The top of the lanes.
    pub(super) top: f32,
    /// The height of the bars' panel.
    pub(super) histogram: f32,
    pub(super) measure: &'a Measure,
}
