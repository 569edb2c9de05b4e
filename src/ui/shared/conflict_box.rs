//! Sources that disagree: a box with the question, each side in its own words, and what is known of it.

use egui::{Align, CornerRadius, Frame, Layout, Margin, Ui, vec2};

use super::prose::{prose_ui, request_of};
use crate::present::inspector::{ConflictBox, Prose, Target, Tone};
use crate::ui::Request;
use crate::ui::theme::{self, Type, icons, size};

/// The column of paragraph signs.
const CITES: f32 = 76.0;

/// Shows the box across the available width.
pub fn conflict_ui(ui: &mut Ui, block: &ConflictBox, requests: &mut Vec<Request>) {
    let palette = theme::palette(ui);
    let fill = if block.is_open { palette.warn_wash } else { palette.hover };
    let frame = Frame::NONE
        .fill(fill)
        .corner_radius(CornerRadius::same(size::RADIUS_CARD))
        .inner_margin(Margin::symmetric(12, 9));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = size::S2;
        head_ui(ui, block, requests);
        for (words, cite) in &block.sides {
            side_ui(ui, words, cite, requests);
        }
        for line in block.reason.lines() {
            words_ui(ui, &Prose::new().add(Tone::Detail, line), requests);
        }
    });
}

fn head_ui(ui: &mut Ui, block: &ConflictBox, requests: &mut Vec<Request>) {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        ui.label(icons::NOT_EQUALS.text(size::ICON).color(palette.warn));
        let words = if block.is_open { "Open" } else { "Resolved" };
        let room = ui.available_width() - CITES;
        ui.allocate_ui_with_layout(vec2(room, 18.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(room);
            let title = Prose::new().link(Tone::Strong, &block.title, Some(Target::Record(block.key)));
            words_ui(ui, &title, requests);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let colour = if block.is_open { palette.warn } else { palette.text2 };
            ui.label(Type::SmallName.text(words).color(colour));
        });
    });
}

/// The words at the left, the paragraph at the right.
fn side_ui(ui: &mut Ui, words: &Prose, cite: &Prose, requests: &mut Vec<Request>) {
    let cite_width = Type::Body.galley(ui, cite.text(), theme::palette(ui).text).size().x.ceil() + 1.0;
    let gap = if cite.is_empty() { 0.0 } else { size::S12 };
    let room = (ui.available_width() - cite_width - gap).max(60.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        let column = |ui: &mut Ui, width: f32, words: &Prose, top: f32, requests: &mut Vec<Request>| {
            ui.allocate_ui_with_layout(vec2(width, 22.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                ui.add_space(top);
                words_ui(ui, words, requests);
            });
        };
        column(ui, room, words, 0.0, requests);
        if !cite.is_empty() {
            column(ui, cite_width, cite, size::S2, requests);
        }
    });
}

fn words_ui(ui: &mut Ui, words: &Prose, requests: &mut Vec<Request>) {
    requests.extend(prose_ui(ui, words).map(request_of));
}
