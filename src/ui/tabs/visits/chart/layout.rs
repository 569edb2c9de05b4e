//! Where the parts of the chart stand in the window.

use egui::{Rect, pos2};

use crate::ui::shared::choices_bar::WORDS_INSET;
use crate::ui::theme::size;

/// The strip over the lanes, for the words of the cut-off.
const STRIP: f32 = 24.0;
/// The calendar under the lanes.
const AXIS: f32 = 34.0;
/// The lanes take at most this share of the height.
const LANES: f32 = 0.53;
/// The least share where the histogram needs the room.
const LEAST_LANES: f32 = 0.42;
/// The histogram is so high where there is room, with the row of words over it.
const HISTOGRAM: f32 = 200.0 + 56.0;
/// The line of the verdict at the foot, and the height of the chart from which there is room for it.
const VERDICT: f32 = 36.0;
const VERDICT_FROM: f32 = 480.0;
/// The histogram is no higher, with its words: beyond that its bars only grow.
const HISTOGRAM_MOST: f32 = 480.0;
/// Where so much is left under it, what the frequency says stands there in full, and not behind a button.
const WORDS_FROM: f32 = 180.0;
/// The names of the lanes take at most this share of the width.
const GUTTER: f32 = 0.24;

/// The room at the right end of the bar over the chart, for the switch between chart and table.
pub(super) const VIEW_SWITCH: f32 = 154.0;

/// The parts of the chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Regions {
    /// Over the lanes.
    pub(super) strip: Rect,
    /// The names of the lanes.
    pub(super) gutter: Rect,
    /// The lanes.
    pub(super) lanes: Rect,
    /// The calendar.
    pub(super) axis: Rect,
    /// The histogram.
    pub(super) below: Rect,
    /// What the frequency says, in a line or in full, where there is room for it.
    pub(super) verdict: Rect,
}

impl Regions {
    /// Room for lanes before their height is known.
    pub(super) fn lanes_height(whole: Rect) -> f32 {
        let room = whole.height() - STRIP - AXIS;
        let beside_histogram = room - HISTOGRAM - verdict_height(whole);
        beside_histogram.clamp(room * LEAST_LANES, room * LANES).max(size::LANE_ROW_MIN)
    }

    /// Whether there is room for all that the frequency says.
    pub(super) fn has_words(&self) -> bool {
        self.verdict.height() >= WORDS_FROM
    }

    /// How wide the names of the lanes may be.
    pub(super) fn most_gutter(whole: Rect) -> f32 {
        whole.width() * GUTTER
    }

    /// The parts, with names as wide as they want to be, and lanes as high as they need to be and have room for.
    pub(super) fn new(whole: Rect, gutter: f32, lanes_height: f32) -> Self {
        let (left, right) = (whole.left() + size::CONTENT_LEFT, whole.right() - size::CONTENT_RIGHT);
        let plot_left = left + gutter;
        let rows = [STRIP, lanes_height.min(Self::lanes_height(whole)), AXIS];
        let mut top = whole.top();
        let [strip, lanes, axis] = rows.map(|height| {
            let row = (top, top + height);
            top += height;
            row
        });
        let verdict = words_height(whole, top);
        let rect = |left: f32, right: f32, (top, bottom): (f32, f32)| {
            Rect::from_min_max(pos2(left, top), pos2(right.max(left), bottom.max(top)))
        };
        Self {
            strip: rect(left, right, strip),
            gutter: rect(left, plot_left, lanes),
            lanes: rect(plot_left, right, lanes),
            axis: rect(left, right, axis),
            below: rect(left, right, (top, whole.bottom() - verdict)),
            verdict: rect(left - WORDS_INSET, right, (whole.bottom() - verdict, whole.bottom())),
        }
    }
}

/// The height of what the frequency says, under a histogram that begins at `top`.
fn words_height(whole: Rect, top: f32) -> f32 {
    let left = whole.bottom() - top - HISTOGRAM_MOST;
    if left >= WORDS_FROM { left } else { verdict_height(whole) }
}

fn verdict_height(whole: Rect) -> f32 {
    if whole.height() >= VERDICT_FROM { VERDICT } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_high_window_gives_its_room_to_words_and_not_to_bars() {
        let regions = |height: f32, lanes: f32| {
            Regions::new(Rect::from_min_max(pos2(0.0, 0.0), pos2(2000.0, height)), 100.0, lanes)
        };
        let high = regions(1240.0, 330.0);
        assert!(high.has_words() && high.below.height() <= HISTOGRAM_MOST, "{high:?}");
        assert_eq!((high.below.bottom(), high.verdict.bottom()), (high.verdict.top(), 1240.0));
        // With many lanes nothing is left, and in a usual window the words are one line.
        for (height, lanes) in [(1240.0, 5000.0), (740.0, 330.0)] {
            let usual = regions(height, lanes);
            assert_eq!((usual.has_words(), usual.verdict.height()), (false, VERDICT), "{usual:?}");
        }
        assert_eq!(regions(440.0, 330.0).verdict.height(), 0.0);
    }
}
