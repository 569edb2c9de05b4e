//! A date: as displayed, its four corners on a strip, what the source says, why it is read so.

use egui::Ui;
use egui::accesskit::Role;

use super::answer::Answer;
use super::words::words_ui;
use crate::model::Day;
use crate::present::inspector::{DateBlock, Strip};
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Corners, DateStrip, StripLabel, StripTick, property_row};

pub(super) fn ui(ui: &mut Ui, block: &DateBlock, answer: &mut Answer) {
    let heading = Type::Heading.text(&block.heading).color(theme::palette(ui).text);
    let label = ui.label(heading);
    label.widget_info(|| egui::WidgetInfo::labeled(Role::Heading, true, &block.heading));
    if let Some(strip) = &block.strip {
        ui.add_space(6.0);
        strip_ui(ui, strip);
    }
    ui.add_space(size::S4);
    for (label, words) in &block.rows {
        ui.add_space(size::S4);
        property_row(ui, label, |ui| words_ui(ui, words, answer));
    }
}

fn strip_ui(ui: &mut Ui, strip: &Strip) {
    let number = |day: Day| f64::from(day.0);
    let [start_earliest, start_latest, end_earliest, end_latest] = strip.corners.map(|day| day.map(number));
    let ticks: Vec<StripTick> =
        strip.ticks.iter().map(|(day, long)| StripTick { day: number(*day), long: *long }).collect();
    // A label belongs to the middle of its day.
    let labels: Vec<StripLabel> = strip
        .labels
        .iter()
        .map(|(day, text, strong)| StripLabel { day: number(*day) + 0.5, text: text.clone(), strong: *strong })
        .collect();
    DateStrip {
        range: (number(strip.first), number(strip.last)),
        corners: Corners { start_earliest, start_latest, end_earliest, end_latest },
        ticks: &ticks,
        labels: &labels,
        name: &strip.name,
    }
    .show(ui);
}
