//! How many visits began when, under the lanes and on their time: of all together, stacked or apart by lane, two lanes
//! over each other, or as a cumulative curve.

mod bars;
mod curve;
mod stacked;
mod view;

pub(super) use view::ui;
