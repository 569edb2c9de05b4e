//! Keys, drawn as caps.

use egui::{CornerRadius, Response, Sense, Stroke, StrokeKind, Ui, Vec2, vec2};

use super::content::Content;
use crate::ui::theme::{self, Type, size};

const HEIGHT: f32 = 18.0;
const PADDING: f32 = 5.0;

/// One cap with the words of a key or a whole shortcut: `Ctrl F`.
pub fn key_cap(ui: &mut Ui, keys: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(cap_size(ui, keys), Sense::hover());
    paint_cap(ui, rect, keys);
    response
}

/// A cap for each key of a shortcut.
pub fn key_caps(ui: &mut Ui, keys: &[&str]) {
    ui.spacing_mut().item_spacing.x = size::S4;
    for key in keys {
        key_cap(ui, key);
    }
}

pub(super) fn cap_size(ui: &Ui, keys: &str) -> Vec2 {
    let colour = theme::palette(ui).text2;
    let text = Type::KeyCap.galley(ui, keys, colour);
    vec2(text.size().x + 2.0 * PADDING, HEIGHT)
}

pub(super) fn paint_cap(ui: &Ui, rect: egui::Rect, keys: &str) {
    let palette = theme::palette(ui);
    ui.painter().rect(
        rect,
        CornerRadius::same(size::RADIUS_INNER),
        palette.raised,
        Stroke::new(size::LINE, palette.line_strong),
        StrokeKind::Inside,
    );
    Content::default().text(ui, 0.0, Type::KeyCap, keys, palette.text2).paint_in(ui, rect);
}
