//! Buttons: quiet, secondary with an edge, primary, and those of one icon.

use egui::accesskit::Role;
use egui::{Color32, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, vec2};

use super::content::{Content, focus_ring, scroll_to_focus};
use crate::ui::theme::{self, Icon, Palette, Type, size};

const PADDING: f32 = 11.0;
const QUIET_PADDING: f32 = 8.0;
const GAP: f32 = 7.0;

/// How much a button asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rank {
    Quiet,
    Secondary,
    Primary,
    Danger,
}

/// A button with text, and perhaps an icon before it and a lighter detail after it.
#[must_use = "add it to a Ui"]
pub struct Button<'a> {
    text: &'a str,
    icon: Option<Icon>,
    detail: Option<&'a str>,
    name: Option<&'a str>,
    most: f32,
    most_detail: f32,
    rank: Rank,
    strong: bool,
    selected: bool,
}

impl<'a> Button<'a> {
    /// Text alone, for menus and commands that come second.
    pub fn quiet(text: &'a str) -> Self {
        Self::new(text, Rank::Quiet)
    }

    /// With an edge.
    pub fn secondary(text: &'a str) -> Self {
        Self::new(text, Rank::Secondary)
    }

    /// Filled with the accent: one in a view at most.
    pub fn primary(text: &'a str) -> Self {
        Self::new(text, Rank::Primary)
    }

    /// With an edge, in the colour of errors: it destroys something.
    pub fn danger(text: &'a str) -> Self {
        Self::new(text, Rank::Danger)
    }

    fn new(text: &'a str, rank: Rank) -> Self {
        Self {
            text,
            icon: None,
            detail: None,
            name: None,
            most: f32::INFINITY,
            most_detail: f32::INFINITY,
            rank,
            strong: false,
            selected: false,
        }
    }

    /// An icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Lighter text after it: a shortcut, the name of the step to undo.
    pub fn detail(mut self, detail: &'a str) -> Self {
        self.detail = Some(detail);
        self
    }

    /// Cuts the lighter text where it would be wider than so many points.
    pub fn detail_within(mut self, most: f32) -> Self {
        self.most_detail = most;
        self
    }

    /// The accessible name, where the text alone does not say enough.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// Cuts the text where the button would be wider than so many points; its accessible name stays whole.
    pub fn within(mut self, most: f32) -> Self {
        self.most = most;
        self
    }

    /// Sets the text of a quiet button in the colour and weight of other buttons.
    pub fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    /// Shown as switched on: its menu is open, its panel is shown.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    fn colours(&self, palette: &Palette) -> (Color32, Color32, Type) {
        match self.rank {
            Rank::Quiet if !self.strong => (palette.text2, palette.text3, Type::Name),
            Rank::Quiet | Rank::Secondary => (palette.text, palette.text2, Type::Name),
            Rank::Primary => (palette.on_accent, palette.on_accent, Type::Name),
            Rank::Danger => (palette.error, palette.error, Type::Name),
        }
    }

    fn padding(&self) -> f32 {
        match self.rank {
            Rank::Quiet => QUIET_PADDING,
            Rank::Secondary | Rank::Primary | Rank::Danger => PADDING,
        }
    }

    fn content(&self, ui: &Ui) -> Content {
        let (colour, detail_colour, style) = self.colours(theme::palette(ui));
        let mut content = Content::default();
        if let Some(icon) = self.icon {
            content = content.icon(0.0, icon, size::ICON_SMALL, colour);
        }
        if self.most.is_finite() {
            let room = self.most - content.width() - 2.0 * self.padding() - GAP;
            content = content.galley(GAP, style.truncated(ui, self.text, colour, room.max(0.0)));
        } else {
            content = content.text(ui, GAP, style, self.text, colour);
        }
        if let Some(detail) = self.detail {
            content = content.galley(GAP, Type::Body.truncated(ui, detail, detail_colour, self.most_detail));
        }
        content
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let content = self.content(ui);
        let wanted = vec2(content.width() + 2.0 * self.padding(), size::BUTTON);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
        scroll_to_focus(ui, &response);
        let name = self.name.unwrap_or(self.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
        if ui.is_rect_visible(rect) {
            paint_ground(ui, &response, rect, self.rank, self.selected);
            content.paint_in(ui, rect);
        }
        response
    }
}

fn paint_ground(ui: &Ui, response: &Response, rect: Rect, rank: Rank, selected: bool) {
    let palette = theme::palette(ui);
    let lit = response.hovered() || response.is_pointer_button_down_on() || selected;
    let fill = match rank {
        Rank::Quiet | Rank::Secondary if lit => palette.hover,
        Rank::Danger if lit => palette.error_wash,
        Rank::Quiet => Color32::TRANSPARENT,
        Rank::Secondary | Rank::Danger => palette.raised,
        Rank::Primary if lit => palette.accent_fill.lerp_to_gamma(palette.text, 0.15),
        Rank::Primary => palette.accent_fill,
    };
    let edge = match rank {
        Rank::Secondary | Rank::Danger => Stroke::new(size::LINE, palette.field_line),
        Rank::Quiet | Rank::Primary => Stroke::NONE,
    };
    let radius = CornerRadius::same(size::RADIUS_CONTROL);
    ui.painter().rect(rect, radius, fill, edge, StrokeKind::Inside);
    if rank == Rank::Primary && response.has_focus() {
        // On its own fill the ring would not show.
        let ring = Stroke::new(size::FOCUS, palette.accent);
        let outside = rect.expand(size::FOCUS);
        ui.painter().rect_stroke(outside, CornerRadius::same(size::RADIUS_CARD), ring, StrokeKind::Outside);
    } else {
        focus_ring(ui, response, rect, size::RADIUS_CONTROL);
    }
}

/// A button of one icon. Its name is its tooltip and what a screen reader says.
#[must_use = "add it to a Ui"]
pub struct IconButton<'a> {
    icon: Icon,
    name: &'a str,
    shortcut: Option<String>,
    selected: bool,
    points: f32,
    skipped: bool,
}

impl<'a> IconButton<'a> {
    /// `name` says what a click does: "Copy link".
    pub fn new(icon: Icon, name: &'a str) -> Self {
        Self { icon, name, shortcut: None, selected: false, points: size::ICON, skipped: false }
    }

    /// The shortcut, shown in the tooltip after the name.
    pub fn shortcut(mut self, shortcut: impl Into<String>) -> Self {
        self.shortcut = Some(shortcut.into());
        self
    }

    /// Shown as switched on.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// Tab passes it by: it stands beside a field, and a key in that field does the same.
    pub fn skipped_by_tab(mut self) -> Self {
        self.skipped = true;
        self
    }
}

impl Widget for IconButton<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let wanted = vec2(size::BUTTON, size::BUTTON);
        let sense = if self.skipped { Sense::CLICK } else { Sense::click() };
        let (rect, response) = ui.allocate_exact_size(wanted, sense);
        scroll_to_focus(ui, &response);
        let enabled = ui.is_enabled();
        response.widget_info(|| {
            if self.selected {
                WidgetInfo::selected(Role::Button, enabled, true, self.name)
            } else {
                WidgetInfo::labeled(Role::Button, enabled, self.name)
            }
        });
        if ui.is_rect_visible(rect) {
            let palette = theme::palette(ui);
            paint_ground(ui, &response, rect, Rank::Quiet, self.selected);
            let colour = if response.hovered() || self.selected { palette.text } else { palette.text2 };
            self.icon.paint(ui, rect.center(), self.points, colour);
        }
        let tooltip = match &self.shortcut {
            Some(shortcut) => format!("{}  {shortcut}", self.name),
            None => self.name.to_owned(),
        };
        response.on_hover_text(tooltip)
    }
}
