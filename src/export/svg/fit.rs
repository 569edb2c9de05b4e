//! What the picture has to fit: nothing but itself, or the page of a note.

use crate::analysis::count::LaneBy;
use crate::index::Reader;
use crate::present::chart::{ChartItems, ChartLayout, LaneSort, Lanes, Space};

/// A lane of a picture that stands alone has at least so much room, so that none is left out.
const LANE: f32 = 28.0;
/// All lanes of such a picture have at least so much.
const LANES: f32 = 360.0;
/// What the lanes on a page have, from the lowest on; the first takes that has room for the marks.
const LANES_ON_PAGE: [f32; 3] = [200.0, 300.0, 400.0];
/// No more lanes are legible on a page.
const MOST_ON_PAGE: usize = 16;
/// What lanes are by on a page, where those that were asked for are too many.
const INSTEAD: [LaneBy; 2] = [LaneBy::Channel, LaneBy::Nothing];

/// What the picture has to fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::export) enum Fit {
    /// Nothing: it is as high as its lanes, and has its title.
    #[default]
    Alone,
    /// A page of a note, which has the title already.
    Page,
}

impl Fit {
    /// The lanes that are asked for, or on a page others that are fewer; and what they are by.
    pub(super) fn lanes(self, reader: Reader, items: ChartItems, by: LaneBy) -> (Lanes, LaneBy) {
        let sorted = |items: ChartItems, by| Lanes::new(reader, items, by, LaneSort::Visits);
        let mut found = (sorted(items, by), by);
        if self == Self::Alone {
            return found;
        }
        for instead in INSTEAD {
            if found.0.lanes.len() <= MOST_ON_PAGE {
                break;
            }
            found = (sorted(found.0.items, instead), instead);
        }
        found
    }

    /// So many lanes, in the room that they have.
    pub(super) fn laid_out(self, lanes: usize, lay_out: impl Fn(Space) -> ChartLayout) -> ChartLayout {
        if self == Self::Alone {
            return lay_out(Space { height: (lanes as f32 * LANE).max(LANES) });
        }
        let mut layout = ChartLayout::default();
        for height in LANES_ON_PAGE {
            layout = lay_out(Space { height });
            if !layout.is_dense && layout.across == 0 {
                break;
            }
        }
        layout
    }

    /// The room above the lanes.
    pub(super) fn head(self, has_filter: bool) -> f32 {
        match self {
            Self::Alone => 78.0,
            Self::Page if has_filter => 50.0,
            Self::Page => 32.0,
        }
    }

    /// The height of the bars' panel.
    pub(super) fn histogram(self) -> f32 {
        match self {
            Self::Alone => 170.0,
            Self::Page => 110.0,
        }
    }

    /// So many undated visits are named.
    pub(super) fn named(self) -> usize {
        match self {
            Self::Alone => 12,
            Self::Page => 3,
        }
    }
}
