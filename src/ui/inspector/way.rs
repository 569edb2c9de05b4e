//! The way that words took: a dot for each who had them, a line from one to the next.

use egui::{Align, Layout, Stroke, Ui, pos2, vec2};

use super::answer::Answer;
use super::words::words_ui;
use crate::present::inspector::ChainStep;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::hatch;

const ROW: f32 = 26.0;
const DOT: f32 = 4.0;
const WORDS_LEFT: f32 = 18.0;

pub(super) fn ui(ui: &mut Ui, steps: &[ChainStep], answer: &mut Answer) {
    let palette = theme::palette(ui);
    let mut dots = Vec::new();
    for (place, step) in steps.iter().enumerate() {
        let row = ui.push_id(place, |ui| step_ui(ui, step, answer)).response.rect;
        dots.push(pos2(row.left() + DOT, row.top() + ROW / 2.0));
    }
    let line = Stroke::new(size::LINE, palette.line_strong);
    for pair in dots.windows(2) {
        if let [from, to] = pair {
            ui.painter().line_segment([*from + vec2(0.0, DOT + 1.0), *to - vec2(0.0, DOT + 1.0)], line);
        }
    }
    for (step, dot) in steps.iter().zip(&dots) {
        let edge = Stroke::new(1.4, palette.text2);
        if step.is_origin {
            ui.painter().circle_filled(*dot, DOT + 0.5, palette.text2);
        } else if step.is_unseen {
            let square = egui::Rect::from_center_size(*dot, vec2(9.0, 9.0));
            ui.painter().extend(hatch::dashed_outline(square, edge, 4.5));
        } else {
            ui.painter().circle_stroke(*dot, DOT, edge);
        }
    }
}

fn step_ui(ui: &mut Ui, step: &ChainStep, answer: &mut Answer) {
    let palette = theme::palette(ui);
    let detail = Type::Small.truncated(ui, &step.detail, palette.text2, ui.available_width() * 0.5);
    let detail_width = detail.size().x;
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(WORDS_LEFT);
        let room = width - WORDS_LEFT - detail_width - size::S12;
        ui.allocate_ui_with_layout(vec2(room, ROW), Layout::top_down(Align::Min), |ui| {
            ui.set_width(room);
            ui.add_space((ROW - Type::Body.line_height()) / 2.0);
            words_ui(ui, &step.words, answer);
            ui.add_space((ROW - Type::Body.line_height()) / 2.0);
        });
        if detail_width > 0.0 {
            ui.add_space(size::S12);
            let (rect, response) = ui.allocate_exact_size(vec2(detail_width, ROW), egui::Sense::hover());
            response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &step.detail));
            let at = pos2(rect.left(), (rect.center().y - detail.size().y / 2.0).round());
            ui.painter().galley(at, detail, palette.text2);
        }
    });
}
