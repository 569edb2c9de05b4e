//! The label above an option.

use egui::Ui;

use crate::ui::theme::{self, Type};

pub(super) fn label_ui(ui: &mut Ui, text: &str) {
    ui.label(Type::Small.text(text).color(theme::palette(ui).text2));
}
