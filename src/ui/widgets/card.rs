//! A card: a thing one can pick up, such as a statement.

use egui::accesskit::Role;
use egui::{
    Color32, CornerRadius, Frame, InnerResponse, Margin, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
};

use super::content::focus_ring;
use super::hatch;
use crate::ui::theme::{self, size};

/// A raised card, clickable as a whole; controls inside it keep their own clicks.
#[must_use = "call show"]
pub struct Card<'a> {
    name: &'a str,
    selected: bool,
    dashed: bool,
    in_list: bool,
    ground: Option<Color32>,
    padding: Margin,
}

impl<'a> Card<'a> {
    /// `name` is what a screen reader says.
    pub fn new(name: &'a str) -> Self {
        Self {
            name,
            selected: false,
            dashed: false,
            in_list: false,
            ground: None,
            padding: Margin::symmetric(size::CARD_PADDING_X as i8, size::CARD_PADDING_Y as i8),
        }
    }

    /// Shown with an edge in the accent.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// With a dashed edge and no fill: not there, not answered, not held.
    pub fn dashed(mut self, dashed: bool) -> Self {
        self.dashed = dashed;
        self
    }

    /// In a list that has the focus as a whole: takes clicks, but not the focus.
    pub fn in_list(mut self) -> Self {
        self.in_list = true;
        self
    }

    /// On a wash of its own, without an edge: a conflict.
    pub fn ground(mut self, colour: Color32) -> Self {
        self.ground = Some(colour);
        self
    }

    /// Padding inside the edge.
    pub fn padding(mut self, padding: Margin) -> Self {
        self.padding = padding;
        self
    }

    /// Shows `content` in the card, across the available width.
    pub fn show<R>(self, ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        let behind = ui.painter().add(Shape::Noop);
        let sense = if self.in_list { Sense::CLICK } else { Sense::click() };
        let builder = UiBuilder::new().sense(sense);
        let scope = ui.scope_builder(builder, |ui| {
            Frame::new()
                .inner_margin(self.padding)
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    content(ui)
                })
                .inner
        });
        let response = scope.response;
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, ui.is_enabled(), self.name));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(self.selected));
        let rect = response.rect;
        let shape = self.edge(ui, rect, response.hovered());
        ui.painter().set(behind, shape);
        focus_ring(ui, &response, rect, size::RADIUS_CARD);
        InnerResponse::new(scope.inner, response)
    }

    fn edge(&self, ui: &Ui, rect: egui::Rect, hovered: bool) -> Shape {
        let palette = theme::palette(ui);
        let radius = CornerRadius::same(size::RADIUS_CARD);
        if self.dashed && !self.selected {
            let edge = Stroke::new(size::LINE, palette.field_line);
            let path = rect.shrink(0.5);
            return Shape::Vec(hatch::dashed_outline(path, edge, f32::from(size::RADIUS_CARD)));
        }
        let fill = match self.ground {
            Some(colour) => colour,
            None if self.dashed => Color32::TRANSPARENT,
            None => palette.raised,
        };
        let edge = match (self.selected, self.ground, hovered) {
            (true, _, _) => Stroke::new(size::FOCUS, palette.accent),
            (false, Some(_), _) => Stroke::NONE,
            (false, None, true) => Stroke::new(size::LINE, palette.line_strong),
            (false, None, false) => Stroke::new(size::LINE, palette.line),
        };
        egui::epaint::RectShape::new(rect, radius, fill, edge, StrokeKind::Inside).into()
    }
}
