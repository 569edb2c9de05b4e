//! Likelihood on its yardstick, and confidence apart from it.

use egui::Ui;

use crate::ui::widgets::{ICD_203, confidence_boxes, likelihood_scale};

pub(super) fn likelihood_ui(ui: &mut Ui, chosen: Option<usize>) {
    likelihood_scale(ui, &ICD_203, chosen);
}

pub(super) fn confidence_ui(ui: &mut Ui, filled: u8, words: &str) {
    confidence_boxes(ui, filled, words, "");
}
