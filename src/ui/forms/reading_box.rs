//! How a date is understood: its reading with the days that it means, or why it is none.

use egui::{Align, Frame, Label, Layout, Margin, Ui};

use crate::model::When;
use crate::phrase::{Answer as Answered, Reading};
use crate::present::inspector::date_strip;
use crate::ui::shared::strip::strip_ui;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Severity, severity_label};

/// Shows how what is typed, or what the record has, is understood.
pub(super) fn told_ui(ui: &mut Ui, reading: &Answered, is_typed: bool) {
    let palette = theme::palette(ui);
    match reading {
        Answered::One(reading) => box_ui(ui, reading),
        Answered::Unread { message, hint } => {
            ui.horizontal_wrapped(|ui| severity_label(ui, Severity::Warning, message));
            ui.add(Label::new(Type::Small.text(hint).color(palette.text2)).wrap());
        }
        Answered::Clash { message, .. } => {
            ui.horizontal_wrapped(|ui| severity_label(ui, Severity::Warning, message));
        }
        Answered::Ask(_) if is_typed => {
            ui.label(Type::Small.text("Which is meant?").color(palette.text2));
        }
        Answered::Ask(_) | Answered::Empty => {}
    }
}

/// A reading in a box: its words, how the file writes it, and its days on a strip.
fn box_ui(ui: &mut Ui, reading: &Reading) {
    let palette = theme::palette(ui);
    let frame = Frame::new().inner_margin(Margin::symmetric(12, 8)).corner_radius(size::RADIUS_CONTROL);
    frame.fill(palette.accent_wash).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if reading.words != reading.edtf {
                    ui.label(Type::Small.text(&reading.edtf).color(palette.text2));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let words = Type::Heading.text(&reading.words).color(palette.text);
                    ui.add(Label::new(words).wrap());
                });
            });
        });
        if let Some(strip) = date_strip(&When::from_edtf(&reading.edtf)) {
            ui.add_space(size::S4);
            strip_ui(ui, &strip);
        }
    });
}
