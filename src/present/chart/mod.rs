//! The dated chart of visits as a layout of marks, in points, for any painter: the window's and the file's.
//!
//! Nothing here knows egui, so that a picture in a file is the picture on the screen: time is one [`TimeScale`] shared
//! by lanes and histogram, and every mark is a few numbers. The window draws them as items of a plot, a file as SVG.
//! What a frame costs is what is in sight: each lane keeps a [`SpanIndex`] of its visits.

mod axis;
mod bar;
pub mod colours;
mod coverage;
mod curve;
mod density;
mod gutter;
mod histogram;
mod item;
mod lanes;
mod layout;
mod mark;
mod period;
mod rows;
mod scale;
mod series_style;
mod span_index;
mod stacks;
mod tether;
mod walk;
mod whole;

pub use axis::{AxisTick, CalendarStep, calendar_axis, range_words};
pub use bar::{Bar, BarPart, FadeTo, Fill, bar_of};
pub use coverage::unsearched;
pub use curve::{Curve, CurvePoint, cumulative};
pub use density::Density;
pub use gutter::gutter_width;
pub use histogram::{
    BinBox, Histogram, LaneCounts, Tally, Tray, bins_in_sight, count_words, histogram, mean_words, parts_words,
    share_axis, unit_for, usual_window,
};
pub use item::{ChartItem, ChartItems};
pub use lanes::{Lane, LaneSort, Lanes, absent_directions};
pub use layout::{ChartLayout, LaneBox, ShownLane, Space, lay_out};
pub use mark::{LabelStyle, Mark, MarkLabel, Side};
pub use period::Period;
pub use scale::TimeScale;
pub use series_style::{ColourBy, SeriesStyle, SeriesStyles};
pub use span_index::SpanIndex;
pub use stacks::{Stack, StackPart, Stacks, stacks};
pub use tether::Tether;
pub use walk::{Step, walk};
pub use whole::whole_range;
