//! What dialogs are made of: a title, a paragraph, and what becomes of a dialog after a frame.

use crate::ui::theme::{self, Type};
use crate::ui::widgets::name_part;
use egui::Ui;

/// What becomes of a dialog after a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Stay,
    Close,
}

/// The title of a dialog, which is also what a screen reader says of the dialog as a whole.
pub(super) fn title_ui(ui: &mut Ui, title: &str) {
    let palette = theme::palette(ui);
    ui.label(Type::Heading.text(title).color(palette.text));
    name_part(ui, title);
}

/// A paragraph in a dialog.
pub(super) fn text_ui(ui: &mut Ui, text: &str) {
    let palette = theme::palette(ui);
    ui.add(egui::Label::new(Type::Body.text(text).color(palette.text2)).wrap());
}
