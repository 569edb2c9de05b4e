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
        words_ui(ui, &reading.words, if reading.words == reading.edtf { "" } else { &reading.edtf });
        if let Some(strip) = date_strip(&When::from_edtf(&reading.edtf)) {
            ui.add_space(size::S4);
            strip_ui(ui, &strip);
        }
    });
}

/// The words of a reading, and at the right how the file writes it; below them where there is no room.
fn words_ui(ui: &mut Ui, words: &str, edtf: &str) {
    let palette = theme::palette(ui);
    let words_label = Label::new(Type::Heading.text(words).color(palette.text)).wrap();
    let edtf_text = Type::Small.text(edtf).color(palette.text2);
    let width = |kind: Type, text: &str| kind.galley(ui, text, palette.text).size().x;
    let is_beside = width(Type::Heading, words) + size::S16 + width(Type::Small, edtf) <= ui.available_width();
    if edtf.is_empty() || !is_beside {
        ui.add(words_label);
        if !edtf.is_empty() {
            ui.label(edtf_text);
        }
        return;
    }
    ui.horizontal(|ui| {
        ui.add(words_label);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(edtf_text));
    });
}
