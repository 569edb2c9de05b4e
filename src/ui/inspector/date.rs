//! A date: as displayed, its four corners on a strip, what the source says, why it is read so.

use egui::accesskit::Role;
use egui::{Rect, Ui};

use super::answer::Answer;
use super::words::words_ui;
use crate::present::inspector::DateBlock;
use crate::ui::shared::landmark::Landmark;
use crate::ui::shared::strip::strip_ui;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::property_row;

pub(super) fn ui(ui: &mut Ui, block: &DateBlock, answer: &mut Answer) {
    let top = ui.cursor().top();
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
    Landmark::Date.mark(ui, Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=ui.min_rect().bottom()));
}
