//! Buttons that open a list of choices.

use egui::accesskit::Role;
use egui::{CornerRadius, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use super::content::{Content, focus_ring, scroll_to_focus};
use super::{field, menu};
use crate::ui::theme::{self, Type, icons, size};

const PADDING: f32 = 6.0;

/// A choice in a bar: `Lanes by direction ⌄`.
#[must_use = "call show"]
pub struct Dropdown<'a> {
    label: &'a str,
    value: &'a str,
    name: Option<&'a str>,
}

impl<'a> Dropdown<'a> {
    /// `label` says what is chosen, `value` what is chosen now. Either may be empty.
    pub fn new(label: &'a str, value: &'a str) -> Self {
        Self { label, value, name: None }
    }

    /// The accessible name, where it is more than what is shown.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// How wide the button is.
    pub fn width(&self, ui: &Ui) -> f32 {
        self.content(ui).width() + 2.0 * PADDING
    }

    fn content(&self, ui: &Ui) -> Content {
        let palette = theme::palette(ui);
        let mut content = Content::default();
        if !self.label.is_empty() {
            content = content.text(ui, 0.0, Type::Body, self.label, palette.text2);
        }
        content.text(ui, size::S4, Type::Active, self.value, palette.text).icon(
            size::S4,
            icons::CARET_DOWN,
            12.0,
            palette.text2,
        )
    }

    /// Shows the button, and while it is open the `rows`: [`super::MenuItem`]s.
    pub fn show<R>(self, ui: &mut Ui, rows: impl FnOnce(&mut Ui) -> R) -> (Response, Option<R>) {
        let palette = theme::palette(ui);
        let content = self.content(ui);
        let wanted = vec2(content.width() + 2.0 * PADDING, size::BUTTON);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
        scroll_to_focus(ui, &response);
        let shown = format!("{} {}", self.label, self.value);
        let name = self.name.unwrap_or(&shown);
        response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), name.trim_start()));
        if response.hovered() {
            let radius = CornerRadius::same(size::RADIUS_CONTROL);
            ui.painter().rect_filled(rect, radius, palette.hover);
        }
        content.paint_in(ui, rect);
        focus_ring(ui, &response, rect, size::RADIUS_CONTROL);
        let inner = menu::show_choices(ui, &response, None, rows).map(|inner| inner.inner);
        (response, inner)
    }
}

/// A choice in a form: as wide as a field, with a caret at its right end. `name` is the accessible name.
pub fn select_field<R>(ui: &mut Ui, name: &str, value: &str, rows: impl FnOnce(&mut Ui) -> R) -> (Response, Option<R>) {
    let (rect, response) = field_ui(ui, value);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), name);
        info.current_text_value = Some(value.to_owned());
        info
    });
    let inner = menu::show_choices(ui, &response, Some(rect.width() - 8.0), rows).map(|inner| inner.inner);
    (response, inner)
}

/// The field of a choice, closed.
pub(super) fn field_ui(ui: &mut Ui, value: &str) -> (Rect, Response) {
    let palette = theme::palette(ui);
    let wanted = vec2(ui.available_width(), size::FIELD);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    scroll_to_focus(ui, &response);
    ui.painter().add(field::frame(ui, rect, response.has_focus(), false));
    let caret = pos2(rect.right() - 15.0, rect.center().y);
    icons::CARET_DOWN.paint(ui, caret, size::ICON_SMALL, palette.text2);
    let text = Type::Body.truncated(ui, value, palette.text, rect.width() - 36.0);
    Content::default().galley(0.0, text).paint(ui, rect.left() + 9.0, rect.center().y);
    (rect, response)
}
