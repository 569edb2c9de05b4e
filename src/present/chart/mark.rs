//! A mark of the chart: where it stands, and what stands beside it.

use super::{Bar, SeriesStyle};
use crate::model::{Key, VisitStatus};

/// The kinds of words on the chart, for measuring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LabelStyle {
    /// The name of a visit.
    Name,
    /// Its date.
    Date,
}

/// On which side of its mark a label stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// After it.
    Right,
    /// Before it, its end at the mark.
    Left,
}

/// The words beside a mark, after its shapes.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkLabel {
    /// The name of the visit; empty where there is room for the shapes alone.
    pub name: String,
    /// Its date as displayed; none where the row has room for one line.
    pub date: Option<String>,
    /// The side.
    pub side: Side,
    /// The end of the label that is at the mark.
    pub x: f32,
    /// How wide it is, shapes included.
    pub width: f32,
}

impl MarkLabel {
    /// Its left and its right end.
    #[must_use]
    pub fn ends(&self) -> (f32, f32) {
        match self.side {
            Side::Right => (self.x, self.x + self.width),
            Side::Left => (self.x - self.width, self.x),
        }
    }
}

/// A visit on the chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The visit.
    pub key: Key,
    /// Its lane, as a place among [`super::ChartLayout::lanes`].
    pub lane: usize,
    /// The top and the bottom of its row.
    pub row: (f32, f32),
    /// The top and the bottom of its bar.
    pub y: (f32, f32),
    /// The bar.
    pub bar: Bar,
    /// Whether it took place.
    pub status: VisitStatus,
    /// Whether the counts have it: what is planned, cancelled or not in person is drawn apart.
    pub is_counted: bool,
    /// Whether its date is in doubt in a way that days do not show.
    pub qualified: bool,
    /// Its colours and shapes.
    pub styles: Vec<SeriesStyle>,
    /// The words beside it.
    pub label: Option<MarkLabel>,
    /// The ends of each reading of its start that a source sets against it.
    pub ghosts: Vec<(f32, f32)>,
    /// Where it was announced.
    pub announced: Option<f32>,
    /// Whether sources disagree about it.
    pub disputed: bool,
    /// What a screen reader says.
    pub name: String,
}

/// How far the words of a label reach above and below the middle of its mark, with one line and with two.
const ONE_LINE_REACH: f32 = 9.0;
const TWO_LINES_REACH: f32 = 18.0;
/// The height of the tick of an announcement, and how far below the bar and the words it stands.
const TICK: f32 = 7.0;
const TICK_GAP: f32 = 2.0;
const LABEL_TICK_GAP: f32 = 4.0;

impl Mark {
    /// The middle of its bar.
    #[must_use]
    pub fn middle(&self) -> f32 {
        f32::midpoint(self.y.0, self.y.1)
    }

    /// The top and the bottom of the words beside it.
    #[must_use]
    pub fn label_y(&self, label: &MarkLabel) -> (f32, f32) {
        let reach = if label.date.is_some() { TWO_LINES_REACH } else { ONE_LINE_REACH };
        (self.middle() - reach, self.middle() + reach)
    }

    /// The day of the announcement and the top and the bottom of its tick, below the bar and its words.
    #[must_use]
    pub fn announcement(&self) -> Option<(f32, f32, f32)> {
        let x = self.announced?;
        let under_bar = self.y.1 + TICK_GAP;
        let label = self.label.as_ref().filter(|label| (label.ends().0..=label.ends().1).contains(&x));
        let under_words = label.map_or(under_bar, |label| self.label_y(label).1 + LABEL_TICK_GAP);
        // A row of one mark ends before the next mark begins.
        let top = under_bar.max(under_words.min(self.row.1 - TICK));
        Some((x, top, top + TICK))
    }
}
