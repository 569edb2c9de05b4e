//! The chart of visits in time: lanes of marks over a calendar. Wiring; what it shows is in `model`, where in
//! `layout` (and for the marks in [`crate::present::chart`]), how in `paint`, hand and keyboard in `input`.
//!
//! Lanes and histogram are panels of `egui_plot` over one scale of time (`panel`), with a layer for everything of one
//! sort (`layer`): the layout that a picture in a file is painted from is drawn, never one item a visit.

mod card;
mod dense;
mod drawn;
mod fill;
mod heads;
mod histogram;
mod input;
mod layer;
mod layout;
mod legend;
mod list;
mod model;
mod paint;
mod panel;
mod period;
mod range;
mod sentences;
mod view;

pub(super) use model::State;
pub(super) use view::{bar_ui, ui};
