//! What stands in most cells: one line of text, a number.

use egui::{Color32, Label, Response, Ui};

use crate::ui::theme::{self, Type};
use crate::ui::widgets::number::table_number;

/// One line of text, cut with “…” where it is too long, with the whole of it under the pointer.
pub fn cell_text(ui: &mut Ui, style: Type, text: &str, colour: Color32) -> Response {
    let text = style.text(text).color(colour);
    ui.add(Label::new(text).truncate().selectable(false))
}

/// A number; zero is a pale en dash.
pub fn cell_number(ui: &mut Ui, number: usize) -> Response {
    let palette = theme::palette(ui);
    let colour = if number == 0 { palette.text3 } else { palette.text };
    cell_text(ui, Type::Body, &table_number(number), colour)
}
