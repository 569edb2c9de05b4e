//! The search field of the top bar: magnifier, text, and the keys that bring the focus here.

use egui::{
    Align2, CornerRadius, FontSelection, Frame, Id, Margin, Rect, Response, Sense, Shape, Stroke, StrokeKind, TextEdit,
    Ui, pos2, vec2,
};

use super::button::IconButton;
use super::key_cap;
use super::one_line::takes_one_line;
use crate::ui::theme::{self, Type, icons, size};

const PADDING: f32 = 10.0;
const GAP: f32 = 8.0;

/// A field for a search, with its keys as a hint.
#[must_use = "call show"]
pub struct SearchField<'a> {
    text: &'a mut String,
    hint: &'a str,
    keys: &'a str,
    width: f32,
    id: Option<Id>,
}

impl<'a> SearchField<'a> {
    /// `hint` says what is searched, and is the accessible name.
    pub fn new(text: &'a mut String, hint: &'a str) -> Self {
        Self { text, hint, keys: "", width: 236.0, id: None }
    }

    /// The shortcut that brings the focus here, shown as a key cap while the field is empty.
    pub fn keys(mut self, keys: &'a str) -> Self {
        self.keys = keys;
        self
    }

    /// Width in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// An id known outside, for giving it the focus.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// Shows the field. The response is that of the text edit.
    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(self.width, size::BUTTON), Sense::hover());
        let ground = ui.painter().add(Shape::Noop);
        let centre = pos2(rect.left() + PADDING + size::ICON_SMALL / 2.0, rect.center().y);
        icons::MAGNIFYING_GLASS.paint(ui, centre, size::ICON_SMALL, palette.text2);

        let mut text_rect = rect;
        text_rect.min.x += PADDING + size::ICON_SMALL + GAP;
        text_rect.max.x -= PADDING;
        if self.text.is_empty() && !self.keys.is_empty() {
            let cap = key_cap::cap_size(ui, self.keys);
            let left_centre = pos2(rect.right() - 5.0 - cap.x, rect.center().y - cap.y / 2.0);
            key_cap::paint_cap(ui, Rect::from_min_size(left_centre, cap), self.keys);
            text_rect.max.x = left_centre.x - GAP;
        } else if !self.text.is_empty() {
            let clear =
                Rect::from_min_size(pos2(rect.right() - size::BUTTON, rect.top()), vec2(size::BUTTON, size::BUTTON));
            text_rect.max.x = clear.left();
            if ui.put(clear, IconButton::new(icons::X, "Clear the search")).clicked() {
                self.text.clear();
            }
        }

        let mut edit = TextEdit::singleline(self.text)
            .align(Align2::LEFT_CENTER)
            .min_size(text_rect.size())
            .font(FontSelection::FontId(Type::Body.font_id()))
            .text_color(palette.text)
            .hint_text(Type::Body.text(self.hint).color(palette.text2))
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .desired_width(text_rect.width());
        if let Some(id) = self.id {
            edit = edit.id(id);
        }
        let response = ui.put(text_rect, edit).accessible_name(self.hint);
        takes_one_line(&response);

        let edge = if response.has_focus() {
            Stroke::new(size::FOCUS, palette.accent)
        } else {
            Stroke::new(size::LINE, palette.field_line)
        };
        let frame = egui::epaint::RectShape::new(
            rect,
            CornerRadius::same(size::RADIUS_CONTROL),
            palette.raised,
            edge,
            StrokeKind::Inside,
        );
        ui.painter().set(ground, frame);
        response
    }
}
