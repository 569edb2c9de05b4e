//! What an empty tab says: what it is for, and what to do next.

use egui::accesskit::Role;
use egui::{Align, Layout, Response, Sense, Ui, WidgetInfo, vec2};

use super::button::Button;
use crate::ui::theme::{self, Icon, Type, size};

const WIDTH: f32 = 420.0;

/// An icon, a line on what is (not) here, a line on what to do, a button. Returns whether it was clicked.
pub fn empty_state(ui: &mut Ui, icon: Icon, what: &str, next: &str, button: &str) -> bool {
    let palette = theme::palette(ui);
    let mut clicked = false;
    let width = ui.available_width().min(WIDTH);
    let layout = Layout::top_down(Align::Center);
    ui.with_layout(layout, |ui| {
        ui.add_space((ui.available_height() * 0.3).min(160.0));
        ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
            ui.spacing_mut().item_spacing.y = size::S4;
            let (rect, _) = ui.allocate_exact_size(vec2(32.0, 32.0), Sense::hover());
            icon.paint(ui, rect.center(), 28.0, palette.text3);
            ui.add_space(size::S8);
            line(ui, Type::Heading, what);
            line(ui, Type::Body, next);
            if !button.is_empty() {
                ui.add_space(size::S12);
                clicked = ui.add(Button::secondary(button)).clicked();
            }
        });
    });
    clicked
}

fn line(ui: &mut Ui, style: Type, text: &str) -> Response {
    let palette = theme::palette(ui);
    let colour = if style == Type::Heading { palette.text } else { palette.text2 };
    let mut job = egui::text::LayoutJob::single_section(text.to_owned(), style.format(colour));
    job.wrap.max_width = ui.available_width();
    job.halign = Align::Center;
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().galley(rect.center_top(), galley, colour);
    response
}
