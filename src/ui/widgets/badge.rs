//! Small signs of state: status, marking, grade, severity.

use egui::accesskit::Role;
use egui::{Color32, CornerRadius, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::content::Content;
use super::hatch;
use crate::ui::theme::{self, Icon, Palette, Type, icons, size};

/// What a line of the checks asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Severity {
    /// Must be mended.
    Error,
    /// Asks for a person.
    Warning,
    /// Worth knowing.
    Note,
    /// Found word for word, or saved.
    Found,
    /// Two sources disagree.
    Conflict,
}

impl Severity {
    /// Its icon.
    pub fn icon(self) -> Icon {
        match self {
            Self::Error => icons::X_CIRCLE_FILL,
            Self::Warning => icons::WARNING,
            Self::Note => icons::INFO,
            Self::Found => icons::CHECK_CIRCLE,
            Self::Conflict => icons::NOT_EQUALS,
        }
    }

    /// Its colour.
    pub fn colour(self, palette: &Palette) -> Color32 {
        match self {
            Self::Error => palette.error,
            Self::Warning | Self::Conflict => palette.warn,
            Self::Note => palette.text2,
            Self::Found => palette.ok,
        }
    }

    /// The word for it, for those who do not see the icon.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "Error",
            Self::Warning => "Warning",
            Self::Note => "Note",
            Self::Found => "Found",
            Self::Conflict => "Conflict",
        }
    }
}

/// `text` after the icon of `severity`, both in its colour.
pub fn severity_label(ui: &mut Ui, severity: Severity, text: &str) -> Response {
    let colour = severity.colour(theme::palette(ui));
    let icon_width = size::ICON + 6.0;
    let width = (ui.available_width() - icon_width).max(0.0);
    let mut job = egui::text::LayoutJob::single_section(text.to_owned(), Type::Body.format(colour));
    job.wrap.max_width = width;
    let galley = ui.painter().layout_job(job);
    let wanted = vec2(icon_width + galley.size().x, galley.size().y);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}: {text}", severity.word())));
    let line = rect.top() + Type::Body.line_height() / 2.0;
    let centre = egui::pos2(rect.left() + size::ICON / 2.0, line);
    severity.icon().paint(ui, centre, size::ICON, colour);
    let corner = egui::pos2(rect.left() + icon_width, rect.top());
    ui.painter().galley(corner, galley, colour);
    response
}

/// A state in a box with an edge: `Draft`.
pub fn status_pill(ui: &mut Ui, text: &str) -> Response {
    let palette = theme::palette(ui);
    let content = Content::default().text(ui, 0.0, Type::SmallName, text, palette.text);
    let wanted = vec2(content.width() + 2.0 * 8.0, size::CHIP);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().rect(
        rect,
        CornerRadius::same(size::RADIUS_INNER),
        Color32::TRANSPARENT,
        Stroke::new(size::LINE, palette.line_strong),
        StrokeKind::Inside,
    );
    content.paint_in(ui, rect);
    response
}

/// A marking, white on black in both themes: `TLP:CLEAR`.
pub fn marking_box(ui: &mut Ui, text: &str) -> Response {
    let palette = theme::palette(ui);
    let content = Content::default().text(ui, 0.0, Type::Marking, text, palette.on_marking);
    let wanted = vec2(content.width() + 2.0 * 6.0, 16.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("Marking {text}")));
    // The edge keeps the box visible on a dark window.
    let edge = if ui.visuals().dark_mode { Stroke::new(size::LINE, palette.line_strong) } else { Stroke::NONE };
    ui.painter().rect(rect, CornerRadius::same(3), palette.marking, edge, StrokeKind::Outside);
    content.paint_in(ui, rect);
    response
}

/// The reliability of a source: its letter in a box, or a dashed box with a dash where there is no grade.
pub fn grade_box(ui: &mut Ui, grade: Option<char>) -> Response {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(22.0, 22.0), Sense::hover());
    let name = match grade {
        Some(grade) => format!("Reliability {grade}"),
        None => "No grade".to_owned(),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let (letter, colour) = match grade {
        Some(grade) => (grade.to_string(), palette.panel),
        None => ("–".to_owned(), palette.text2),
    };
    if grade.is_some() {
        let radius = CornerRadius::same(size::RADIUS_INNER);
        ui.painter().rect_filled(rect, radius, palette.text2);
    } else {
        let edge = Stroke::new(size::LINE, palette.field_line);
        let outline: Vec<Shape> = hatch::dashed_outline(rect.shrink(0.5), edge, 4.0);
        ui.painter().extend(outline);
    }
    Content::default().text(ui, 0.0, Type::SmallHead, &letter, colour).paint_in(ui, rect);
    response.on_hover_text(name)
}
