//! The four corners of a date on a strip of days.

use egui::Ui;

use crate::model::Day;
use crate::present::inspector::Strip;
use crate::ui::widgets::{DateStrip, StripLabel, StripTick};

/// Shows the strip across the available width.
pub(in crate::ui) fn strip_ui(ui: &mut Ui, strip: &Strip) {
    let ticks: Vec<StripTick> = strip.ticks.iter().map(|(day, long)| StripTick { day: *day, long: *long }).collect();
    let label =
        |(day, text, strong): &(Day, String, bool)| StripLabel { day: *day, text: text.clone(), strong: *strong };
    let labels: Vec<StripLabel> = strip.labels.iter().map(label).collect();
    DateStrip {
        range: (strip.first, strip.last),
        bounds: strip.bounds,
        ticks: &ticks,
        labels: &labels,
        name: &strip.name,
    }
    .show(ui);
}
