//! The fills of a count: solid where certain, lighter where the date is in doubt, hatched where possible.

use egui::{Painter, Rangef, Rect, Shape, Stroke, StrokeKind, pos2};

use super::hatch::{self, Pitch};
use crate::ui::theme::{Palette, size};

/// What a part of a bar says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountFill {
    /// That they began then.
    Certain,
    /// That they did if their dates are right.
    Qualified,
    /// That they may have.
    Possible,
}

/// One fill; `feather` is the width of the soft edge of a hatch line.
pub fn count_fill(palette: &Palette, rect: Rect, kind: CountFill, feather: f32) -> Vec<Shape> {
    let edge = |colour| Shape::rect_stroke(rect, 0, Stroke::new(size::LINE, colour), StrokeKind::Inside);
    match kind {
        CountFill::Certain => vec![Shape::rect_filled(rect, 0, palette.certain)],
        CountFill::Qualified => {
            let half = palette.surface.lerp_to_gamma(palette.certain, 0.5);
            vec![Shape::rect_filled(rect, 0, half), edge(palette.certain)]
        }
        CountFill::Possible => {
            let pitch = if rect.width() < 2.0 * size::S12 { Pitch::CELL } else { Pitch::BAR };
            vec![
                Shape::rect_filled(rect, 0, Palette::tint(palette.possible)),
                hatch::hatch(rect, palette.possible, pitch, None, feather).into(),
                edge(palette.possible),
            ]
        }
    }
}

/// How far it may reach at most.
pub fn whisker(palette: &Palette, x: f32, y: Rangef) -> [Shape; 2] {
    let stroke = Stroke::new(size::WHISKER, palette.possible);
    let cross = Rangef::point(x).expand(5.0);
    [
        Shape::line_segment([pos2(x, y.min), pos2(x, y.max)], stroke),
        Shape::line_segment([pos2(cross.min, y.min), pos2(cross.max, y.min)], stroke),
    ]
}

/// The width of the soft edge of a hatch line, in points.
pub fn feather_of(painter: &Painter) -> f32 {
    1.0 / painter.pixels_per_point()
}
