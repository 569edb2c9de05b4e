//! The program's mark: a bar, and three that thin out.

use egui::accesskit::Role;
use egui::{Color32, CornerRadius, Pos2, Rect, Response, Sense, Shape, Ui, WidgetInfo, vec2};

use crate::ui::theme;

/// Left edge, width and opacity of each bar, as shares of the mark's width. Also in `assets/icon.svg`.
const BARS: [(f32, f32, f32); 4] = [(0.0, 0.40, 1.0), (0.52, 0.09, 0.85), (0.70, 0.09, 0.60), (0.88, 0.09, 0.35)];

/// The mark, `height` points high, with its top left corner at `corner`.
pub fn logo_shapes(corner: Pos2, height: f32, colour: Color32) -> Vec<Shape> {
    let width = height * 1.3;
    BARS.iter()
        .map(|&(left, share, opacity)| {
            let min = corner + vec2(left * width, 0.0);
            let bar = Rect::from_min_size(min, vec2(share * width, height));
            let radius = (share * width * 0.28).min(height * 0.18).round() as u8;
            Shape::rect_filled(bar, CornerRadius::same(radius), colour.gamma_multiply(opacity))
        })
        .collect()
}

/// The mark as a picture in a ui.
pub fn logo(ui: &mut Ui, height: f32) -> Response {
    let colour = theme::palette(ui).text;
    let (rect, response) = ui.allocate_exact_size(vec2(height * 1.3, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, "Dateline"));
    ui.painter().extend(logo_shapes(rect.min, height, colour));
    response
}
