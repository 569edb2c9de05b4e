//! A column that is no wider than is well read, and stands in the middle of a wide window.

use egui::{Align, Layout, Ui, vec2};

use crate::ui::theme::size;

/// The part of its width that has to be spare before the column goes to the middle.
const CENTRED_ABOVE: f32 = 0.25;

/// Shows content no wider than `widest`, between the margins of a tab.
pub fn column_ui<R>(ui: &mut Ui, widest: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_width();
    let width = widest.min(room - size::CONTENT_LEFT - size::CONTENT_RIGHT).max(0.0);
    let spare = room - width;
    // With little room to spare it begins where the tabs begin.
    let left = if spare > widest * CENTRED_ABOVE { (spare / 2.0).floor() } else { size::CONTENT_LEFT };
    let column = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(left);
        let layout = Layout::top_down(Align::Min);
        ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
            ui.spacing_mut().item_spacing.x = size::S8;
            ui.set_width(width);
            content(ui)
        })
    });
    column.inner.inner
}
