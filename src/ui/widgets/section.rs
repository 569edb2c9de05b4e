//! What parts a page: lines, heads of sections, rows of a label and its content.

use egui::accesskit::Role;
use egui::{Align, Color32, Layout, Rect, Response, Sense, Ui, Widget, WidgetInfo, vec2};

use super::content::Content;
use crate::model::count_text;
use crate::ui::theme::{self, Icon, Type, size};

/// A line across the available width.
pub fn separator(ui: &mut Ui) {
    let wanted = vec2(ui.available_width(), size::LINE);
    let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
    paint_line(ui, rect);
}

/// A short upright line between groups of controls in a bar.
pub fn vertical_separator(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(size::LINE, size::S16), Sense::hover());
    ui.painter().rect_filled(rect, 0, theme::palette(ui).line_strong);
}

pub(super) fn paint_line(ui: &Ui, rect: Rect) {
    ui.painter().rect_filled(rect, 0, theme::palette(ui).line);
}

/// The head of a section: `Conflicts 1`, perhaps with an icon.
#[must_use = "add it to a Ui"]
pub struct SectionHead<'a> {
    text: &'a str,
    count: Option<usize>,
    icon: Option<(Icon, Color32)>,
    large: bool,
}

impl<'a> SectionHead<'a> {
    /// A small head, for the inspector.
    pub fn new(text: &'a str) -> Self {
        Self { text, count: None, icon: None, large: false }
    }

    /// A head for the content of a tab.
    pub fn large(text: &'a str) -> Self {
        Self { large: true, ..Self::new(text) }
    }

    /// How many the section holds.
    pub fn count(mut self, count: usize) -> Self {
        self.count = Some(count);
        self
    }

    /// An icon before the text.
    pub fn icon(mut self, icon: Icon, colour: Color32) -> Self {
        self.icon = Some((icon, colour));
        self
    }
}

impl Widget for SectionHead<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui);
        let (style, count_style, colour) = if self.large {
            (Type::Active, Type::Body, palette.text)
        } else {
            (Type::SmallHead, Type::Small, palette.text2)
        };
        let mut content = Content::default();
        if let Some((icon, icon_colour)) = self.icon {
            content = content.icon(0.0, icon, size::ICON, icon_colour);
        }
        content = content.text(ui, 6.0, style, self.text, colour);
        let mut name = self.text.to_owned();
        if let Some(count) = self.count {
            let count = count_text(count);
            content = content.text(ui, 6.0, count_style, &count, palette.text2);
            name = format!("{name} {count}");
        }
        let wanted = vec2(content.width(), style.line_height());
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &name));
        content.paint(ui, rect.left(), rect.center().y);
        response
    }
}

/// A label in its column and, right of it, what it labels; the content may take several lines.
pub fn property_row<R>(ui: &mut Ui, label: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = theme::palette(ui);
    let line = Type::Body.line_height();
    ui.horizontal_top(|ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::Group);
            node.set_label(label);
        });
        ui.spacing_mut().item_spacing.x = size::LABEL_GAP;
        let wanted = vec2(size::LABEL_COLUMN, line);
        let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
        let width = ui.available_width();
        let layout = Layout::top_down(Align::Min);
        let inner = ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
            ui.spacing_mut().item_spacing = vec2(size::S8, size::S2);
            ui.spacing_mut().interact_size.y = line;
            ui.set_width(width);
            content(ui)
        });
        // Beside one line, the middles meet; beside several, the label stands with the first.
        let height = inner.response.rect.height();
        let first_line = if height < 2.0 * line { height } else { line };
        let galley = Type::Body.truncated(ui, label, palette.text2, rect.width());
        Content::default().galley(0.0, galley).paint(ui, rect.left(), rect.top() + first_line / 2.0);
        inner.inner
    })
    .inner
}
