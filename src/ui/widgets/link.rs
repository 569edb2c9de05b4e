//! Links: words in the accent colour that lead to a record, underlined under the pointer.

use egui::accesskit::Role;
use egui::{CursorIcon, Response, Sense, Stroke, Ui, Widget, WidgetInfo, vec2};

use super::content::{focus_ring, left_centre, scroll_to_focus};
use crate::ui::theme::{self, Type, size};

/// Words that lead somewhere.
#[must_use = "add it to a Ui"]
pub struct Link<'a> {
    text: &'a str,
    name: Option<&'a str>,
    style: Type,
}

impl<'a> Link<'a> {
    /// A link with these words.
    pub fn new(text: &'a str) -> Self {
        Self { text, name: None, style: Type::Body }
    }

    /// In another row of the type table.
    pub fn style(mut self, style: Type) -> Self {
        self.style = style;
        self
    }

    /// The accessible name and tooltip, where the text alone does not say enough: "RFE/RL, paragraph 3" for ¶3.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }
}

impl Widget for Link<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui);
        let galley = self.style.truncated(ui, self.text, palette.accent, ui.available_width());
        let text_size = galley.size();
        let wanted = vec2(text_size.x, self.style.line_height());
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
        scroll_to_focus(ui, &response);
        let name = self.name.unwrap_or(self.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), name));
        let corner = left_centre(ui, rect.left_center(), text_size);
        let elided = galley.elided;
        ui.painter().galley(corner, galley, palette.accent);
        if response.hovered() {
            let y = rect.center().y + self.style.size() * 0.5;
            let stroke = Stroke::new(size::LINE, palette.accent);
            ui.painter().hline(rect.x_range(), y, stroke);
        }
        focus_ring(ui, &response, rect.expand2(vec2(3.0, 1.0)), size::RADIUS_INNER);
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        match self.name {
            Some(name) => response.on_hover_text(name),
            None if elided => response.on_hover_text(self.text),
            None => response,
        }
    }
}

/// A link in body text.
pub fn link(ui: &mut Ui, text: &str) -> Response {
    ui.add(Link::new(text))
}
