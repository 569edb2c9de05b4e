//! A segmented switch: a few choices side by side, one of them raised.

use egui::accesskit::Role;
use egui::{CornerRadius, Id, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::content::{Content, focus_ring};
use crate::ui::theme::{self, Icon, Type, size};

const PADDING: f32 = 11.0;
const GAP: f32 = 6.0;
const INSET: f32 = 1.0;

/// One choice of a [`Segmented`] switch.
#[derive(Debug, Clone, Default)]
pub struct Segment<'a> {
    text: &'a str,
    icon: Option<Icon>,
    count: Option<String>,
    name: Option<&'a str>,
}

impl<'a> Segment<'a> {
    /// A segment with these words.
    pub fn new(text: &'a str) -> Self {
        Self { text, ..Self::default() }
    }

    /// An icon before the text.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The accessible name, where the segment shows an icon alone; it is shown under the pointer too.
    #[must_use]
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// A lighter number after it.
    #[must_use]
    pub fn count(mut self, count: impl Into<String>) -> Self {
        self.count = Some(count.into());
        self
    }
}

/// A switch between a few choices.
#[must_use = "call show"]
pub struct Segmented<'a> {
    name: &'a str,
    segments: &'a [Segment<'a>],
    fill: bool,
    accent: Option<usize>,
}

impl<'a> Segmented<'a> {
    /// `name` says what is chosen: "View".
    pub fn new(name: &'a str, segments: &'a [Segment<'a>]) -> Self {
        Self { name, segments, fill: false, accent: None }
    }

    /// Takes the available width, shared equally.
    pub fn fill(mut self) -> Self {
        self.fill = true;
        self
    }

    /// While this segment is chosen it is filled with the accent: editing is unmistakable.
    pub fn accent(mut self, index: usize) -> Self {
        self.accent = Some(index);
        self
    }

    /// How wide the switch is.
    pub fn width(&self, ui: &Ui, selected: usize) -> f32 {
        let contents =
            self.segments.iter().enumerate().map(|(index, segment)| self.content(ui, segment, index, selected));
        self.widths(ui, &contents.collect::<Vec<_>>()).iter().sum()
    }

    /// Shows the switch with `selected` raised; returns the index that was clicked.
    pub fn show(self, ui: &mut Ui, selected: usize) -> Option<usize> {
        let contents: Vec<Content> = self
            .segments
            .iter()
            .enumerate()
            .map(|(index, segment)| self.content(ui, segment, index, selected))
            .collect();
        let widths = self.widths(ui, &contents);
        let total = vec2(widths.iter().sum(), size::BUTTON);
        let (rect, response) = ui.allocate_exact_size(total, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::RadioGroup, ui.is_enabled(), self.name));
        let track = theme::palette(ui).hover;
        ui.painter().rect_filled(rect, CornerRadius::same(size::RADIUS_CONTROL), track);

        let mut clicked = None;
        let mut left = rect.left();
        for (index, (content, width)) in contents.into_iter().zip(widths).enumerate() {
            let min = pos2(left, rect.top());
            let segment_rect = Rect::from_min_size(min, vec2(width, rect.height()));
            left += width;
            let id = response.id.with(index);
            if self.segment_ui(ui, id, segment_rect, index, selected, content).clicked() {
                clicked = Some(index);
            }
        }
        clicked
    }

    fn widths(&self, ui: &Ui, contents: &[Content]) -> Vec<f32> {
        if self.fill {
            let share = ui.available_width() / contents.len().max(1) as f32;
            return vec![share; contents.len()];
        }
        let padded = |content: &Content| content.width() + 2.0 * PADDING;
        contents.iter().map(padded).collect()
    }

    fn content(&self, ui: &Ui, segment: &Segment<'_>, index: usize, selected: usize) -> Content {
        let palette = theme::palette(ui);
        let (style, colour) = match index == selected {
            true if self.accent == Some(index) => (Type::Active, palette.on_accent),
            true => (Type::Active, palette.text),
            false => (Type::Name, palette.text2),
        };
        let mut content = Content::default();
        if let Some(icon) = segment.icon {
            content = content.icon(0.0, icon, size::ICON_SMALL, colour);
        }
        if !segment.text.is_empty() {
            content = content.text(ui, GAP, style, segment.text, colour);
        }
        if let Some(count) = &segment.count {
            content = content.text(ui, GAP, Type::Body, count, colour);
        }
        content
    }

    fn segment_ui(&self, ui: &Ui, id: Id, rect: Rect, index: usize, selected: usize, content: Content) -> Response {
        let palette = theme::palette(ui);
        let response = ui.interact(rect, id, Sense::click());
        let is_selected = index == selected;
        response.widget_info(|| {
            let text = self.segments.get(index).map_or("", |segment| segment.name.unwrap_or(segment.text));
            WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_selected, text)
        });
        let inner = rect.shrink(INSET);
        let radius = CornerRadius::same(size::RADIUS_INNER + 1);
        if is_selected && self.accent == Some(index) {
            ui.painter().rect_filled(inner, radius, palette.accent_fill);
        } else if is_selected {
            let edge = Stroke::new(size::LINE, palette.field_line);
            ui.painter().rect(inner, radius, palette.segment, edge, StrokeKind::Inside);
        } else if response.hovered() {
            ui.painter().rect_filled(inner, radius, palette.line);
        }
        content.paint_in(ui, rect);
        focus_ring(ui, &response, rect, size::RADIUS_CONTROL);
        let unnamed = self.segments.get(index).filter(|segment| segment.text.is_empty());
        match unnamed.and_then(|segment| segment.name) {
            Some(name) => response.on_hover_text(name),
            None => response,
        }
    }
}
