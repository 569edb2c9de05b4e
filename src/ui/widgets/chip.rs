//! Chips: a small thing one can pick up, with a mark, a name, perhaps a value and a cross to take it away.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Color32, CornerRadius, Galley, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::channel_mark::{ChannelShape, channel_shapes};
use super::content::{Content, focus_ring, scroll_to_focus};
use crate::ui::theme::{self, Icon, Type, icons, size};

const PADDING: f32 = 9.0;
const GAP: f32 = 6.0;
const MARK: f32 = 9.0;
const CROSS: f32 = 20.0;

/// What happened to a chip.
#[derive(Debug)]
pub struct ChipResponse {
    /// The chip itself was clicked, hovered, focused.
    pub response: Response,
    /// Its cross was clicked.
    pub removed: bool,
}

/// A chip: `Countries China, Serbia ×`.
#[must_use = "call show"]
pub struct Chip<'a> {
    text: &'a str,
    value: &'a str,
    icon: Option<Icon>,
    mark: Option<(ChannelShape, Color32)>,
    remove: Option<&'a str>,
    outlined: bool,
    height: f32,
    style: Type,
    marked: bool,
    in_field: bool,
}

impl<'a> Chip<'a> {
    /// A state or channel of the record shown, with an edge.
    pub fn outlined(text: &'a str) -> Self {
        Self { outlined: true, ..Self::filled(text) }
    }

    /// A value in a field.
    pub fn filled(text: &'a str) -> Self {
        Self {
            text,
            value: "",
            icon: None,
            mark: None,
            remove: None,
            outlined: false,
            height: size::CHIP,
            style: Type::SmallName,
            marked: false,
            in_field: false,
        }
    }

    /// A part of the filter: what it narrows, and to what.
    pub fn filter(text: &'a str, value: &'a str) -> Self {
        Self { value, height: size::FILTER_CHIP, style: Type::Body, ..Self::filled(text) }
    }

    /// An icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The shape of a channel before the text.
    pub fn mark(mut self, shape: ChannelShape, colour: Color32) -> Self {
        self.mark = Some((shape, colour));
        self
    }

    /// A cross after it; `name` says what a click on it does: "Remove Li Xiaoxin".
    pub fn removable(mut self, name: &'a str) -> Self {
        self.remove = Some(name);
        self
    }

    /// A value in a field that has the keys itself: Tab passes it by. The one that Delete would take is marked.
    pub fn in_field(mut self, is_marked: bool) -> Self {
        self.in_field = true;
        self.marked = is_marked;
        self
    }

    /// Shows the chip.
    pub fn show(self, ui: &mut Ui) -> ChipResponse {
        let palette = theme::palette(ui);
        let text = self.galley(ui);
        let is_cut = text.elided;
        let content = self.content(ui, text);
        let cross = self.cross_width();
        let mark = if self.mark.is_some() { MARK + GAP } else { 0.0 };
        let wanted = vec2(PADDING + mark + content.width() + cross, self.height);
        let sense = if self.in_field { Sense::CLICK } else { Sense::click() };
        let (rect, response) = ui.allocate_exact_size(wanted, sense);
        let response = if is_cut { response.on_hover_text(self.text) } else { response };
        scroll_to_focus(ui, &response);
        let name = format!("{} {}", self.text, self.value);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name.trim_end()));

        let edge = if self.outlined { Stroke::new(size::LINE, palette.field_line) } else { Stroke::NONE };
        let ground = match (self.outlined, response.hovered()) {
            (true, false) => palette.raised,
            (true, true) | (false, false) => palette.hover,
            (false, true) => palette.line,
        };
        let ground = if self.marked { palette.accent_wash } else { ground };
        let edge = if self.marked { Stroke::new(size::LINE, palette.accent) } else { edge };
        let radius = CornerRadius::same(size::RADIUS_CONTROL);
        ui.painter().rect(rect, radius, ground, edge, StrokeKind::Inside);
        let mut left = rect.left() + PADDING;
        if let Some((shape, colour)) = self.mark {
            let centre = pos2(left + MARK / 2.0, rect.center().y);
            ui.painter().extend(channel_shapes(shape, centre, MARK, colour));
            left += mark;
        }
        content.paint(ui, left, rect.center().y);
        focus_ring(ui, &response, rect, size::RADIUS_CONTROL);
        let removed = self.remove.is_some_and(|name| cross_ui(ui, &response, rect, name, sense));
        ChipResponse { response, removed }
    }

    /// The room behind the text.
    fn cross_width(&self) -> f32 {
        if self.remove.is_some() { CROSS } else { PADDING }
    }

    /// Its name. In a field a long one is cut where the field ends; the field would run out of its form else.
    fn galley(&self, ui: &Ui) -> Arc<Galley> {
        let palette = theme::palette(ui);
        let colour = if self.value.is_empty() { palette.text } else { palette.text2 };
        if self.in_field {
            let room = ui.max_rect().width() - PADDING - self.cross_width();
            self.style.truncated(ui, self.text, colour, room)
        } else {
            self.style.galley(ui, self.text, colour)
        }
    }

    fn content(&self, ui: &Ui, text: Arc<Galley>) -> Content {
        let palette = theme::palette(ui);
        let mut content = Content::default();
        if let Some(icon) = self.icon {
            content = content.icon(0.0, icon, size::ICON_SMALL, palette.text2);
        }
        content = content.galley(GAP, text);
        if !self.value.is_empty() {
            content = content.text(ui, GAP, Type::Active, self.value, palette.text);
        }
        content
    }
}

/// The cross at the right end of a chip. Returns whether it was clicked.
fn cross_ui(ui: &Ui, chip: &Response, rect: Rect, name: &str, sense: Sense) -> bool {
    let palette = theme::palette(ui);
    let cross = Rect::from_min_max(pos2(rect.right() - CROSS, rect.top()), rect.max);
    let response = ui.interact(cross, chip.id.with("remove"), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let colour = if response.hovered() || response.has_focus() { palette.text } else { palette.text2 };
    icons::X.paint(ui, cross.center(), 11.0, colour);
    focus_ring(ui, &response, cross, size::RADIUS_INNER);
    response.on_hover_text(name).clicked()
}
