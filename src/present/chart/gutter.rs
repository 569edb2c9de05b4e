//! The room for the names of lanes, left of the chart.

use super::{LabelStyle, Lanes};

/// Never less: short names keep the chart where it was.
const LEAST: f32 = 148.0;
/// Between a name and the chart there is room for the number of visits.
const ROOM_FOR_COUNT: f32 = 60.0;
/// So many names are measured; those further down are cut where they are longer.
const MEASURED: usize = 200;

/// How wide the names of the lanes want to be, in points, and no wider than `most`.
#[must_use]
pub fn gutter_width(lanes: &Lanes, most: f32, width_of: &dyn Fn(LabelStyle, &str) -> f32) -> f32 {
    let names = lanes.lanes.iter().take(MEASURED);
    let widest = names.map(|lane| width_of(LabelStyle::Name, &lane.label)).fold(0.0, f32::max);
    (widest + ROOM_FOR_COUNT).ceil().clamp(LEAST, most.max(LEAST))
}
