//! What dialogs are made of: a title, a paragraph, and what becomes of a dialog after a frame.

use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::name_part;
use egui::{Context, Ui};

/// Round the content of a dialog.
pub(super) const MARGIN: i8 = 20;
/// What stays free of the window above a dialog and below it.
const BESIDE: f32 = size::S8;
/// A list is worth reading from here on.
const LEAST_LIST: f32 = 88.0;
/// The buttons at the foot, with what lies between them and a list.
pub(super) const FOOT: f32 = size::BUTTON + size::S12 + 2.0 * size::S8;

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

/// The height that the content of a dialog may have in this window.
pub(super) fn most_height(ctx: &Context) -> f32 {
    ctx.content_rect().height() - 2.0 * (f32::from(MARGIN) + BESIDE)
}

/// The height of a list that would like to be `wanted` high: what the window leaves of it, under what the dialog has shown
/// so far and over `below`, so that the buttons stay in sight.
pub(super) fn list_height(ui: &Ui, wanted: f32, below: f32) -> f32 {
    let shown = ui.min_rect().height();
    wanted.min(most_height(ui.ctx()) - shown - below).max(LEAST_LIST)
}
