//! The seven shapes that stand for a channel beside its colour.

use egui::accesskit::Role;
use egui::epaint::{CircleShape, PathShape};
use egui::{Color32, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::content::Content;
use crate::ui::theme::{self, Type};

const MARK: f32 = 11.0;

/// The shape of a mark. All look about as large at one size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChannelShape {
    /// ●
    Circle,
    /// ■
    Square,
    /// ◆
    Diamond,
    /// ▲
    TriangleUp,
    /// ▼
    TriangleDown,
    /// ✚
    Plus,
    /// ✱
    Asterisk,
}

/// `shape` in `colour`, about `points` wide and high, around `centre`.
pub fn channel_shapes(shape: ChannelShape, centre: Pos2, points: f32, colour: Color32) -> Vec<Shape> {
    let radius = points / 2.0;
    match shape {
        ChannelShape::Circle => vec![CircleShape::filled(centre, radius * 0.96, colour).into()],
        ChannelShape::Square => {
            let square = Rect::from_center_size(centre, Vec2::splat(points * 0.86));
            vec![Shape::rect_filled(square, 0, colour)]
        }
        ChannelShape::Diamond => {
            polygon(centre, radius * 1.18, colour, &[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)])
        }
        ChannelShape::TriangleUp => polygon(centre, radius * 1.08, colour, &[(0.0, -0.96), (1.0, 0.84), (-1.0, 0.84)]),
        ChannelShape::TriangleDown => {
            polygon(centre, radius * 1.08, colour, &[(0.0, 0.96), (-1.0, -0.84), (1.0, -0.84)])
        }
        ChannelShape::Plus => strokes(centre, radius, colour, 2),
        ChannelShape::Asterisk => strokes(centre, radius, colour, 3),
    }
}

fn polygon(centre: Pos2, radius: f32, colour: Color32, corners: &[(f32, f32)]) -> Vec<Shape> {
    let points = corners.iter().map(|&(x, y)| pos2(centre.x + radius * x, centre.y + radius * y)).collect();
    vec![PathShape::convex_polygon(points, colour, Stroke::NONE).into()]
}

/// Lines through the centre, the first upright, at equal angles.
fn strokes(centre: Pos2, radius: f32, colour: Color32, lines: usize) -> Vec<Shape> {
    let stroke = Stroke::new(radius * 0.46, colour);
    (0..lines)
        .map(|line| {
            let turn = std::f32::consts::PI * line as f32 / lines as f32;
            let arm = radius * Vec2::angled(std::f32::consts::FRAC_PI_2 + turn);
            Shape::line_segment([centre - arm, centre + arm], stroke)
        })
        .collect()
}

/// The width of a [`channel_label`] whose name is so wide.
pub fn channel_label_width(name: f32) -> f32 {
    MARK + 8.0 + name
}

/// A shape before the name of its channel: a legend, a table cell.
pub fn channel_label(ui: &mut Ui, shape: ChannelShape, colour: Color32, name: &str) -> Response {
    let text_colour = theme::palette(ui).text2;
    let text = Content::default().text(ui, 0.0, Type::Body, name, text_colour);
    let left = channel_label_width(0.0);
    let wanted = vec2(channel_label_width(text.width()), Type::Body.line_height());
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    let centre = pos2(rect.left() + MARK / 2.0, rect.center().y);
    ui.painter().extend(channel_shapes(shape, centre, MARK, colour));
    text.paint(ui, rect.left() + left, rect.center().y);
    response
}
