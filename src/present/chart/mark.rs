//! A mark of the chart: where it stands, and what stands beside it.

use super::{Bar, Look};
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
    /// Its lane, as a place among [`ChartLayout::lanes`].
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
    pub looks: Vec<Look>,
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
