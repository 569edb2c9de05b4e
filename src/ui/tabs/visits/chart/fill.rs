//! The fills of a bar: solid where certain, lighter where the date is in doubt, hatched where possible.

use egui::{Painter, Rangef, Rect, Shape, Stroke, StrokeKind, pos2};

use super::layer::Canvas;
use crate::present::chart::BinBox;
use crate::ui::theme::{Palette, size};
use crate::ui::widgets::hatch::{self, Pitch};

/// What a part of a bar says.
#[derive(Clone, Copy)]
pub(super) enum Fill {
    Certain,
    Qualified,
    Possible,
}

/// The parts of a bar from the bottom, then the whisker.
pub(super) fn bar(canvas: &mut Canvas, bar: &BinBox, x: Rangef) {
    let (palette, feather) = (canvas.palette, canvas.feather());
    let count = &bar.count;
    let certain = f64::from(count.certain);
    let least = f64::from(count.least());
    let levels =
        [(0.0, certain, Fill::Certain), (certain, least, Fill::Qualified), (least, count.expected, Fill::Possible)];
    for (from, to, kind) in levels {
        if to - from < NOTHING {
            continue;
        }
        let y = Rangef::new(canvas.y(to), canvas.y(from));
        canvas.extend(fill(palette, Rect::from_x_y_ranges(x, y), kind, feather));
    }
    let most = f64::from(count.possible);
    let top = canvas.y(count.expected.max(least));
    if canvas.y(most) < top - 1.0 {
        canvas.extend(whisker(palette, x.center(), Rangef::new(canvas.y(most), top)));
    }
}

/// Shares of a visit add up to a whole but for this.
pub(super) const NOTHING: f64 = 1e-6;

/// One fill; `feather` is the width of the soft edge of a hatch line.
pub(super) fn fill(palette: &Palette, rect: Rect, kind: Fill, feather: f32) -> Vec<Shape> {
    let edge = |colour| Shape::rect_stroke(rect, 0, Stroke::new(size::LINE, colour), StrokeKind::Inside);
    match kind {
        Fill::Certain => vec![Shape::rect_filled(rect, 0, palette.certain)],
        Fill::Qualified => {
            let half = palette.surface.lerp_to_gamma(palette.certain, 0.5);
            vec![Shape::rect_filled(rect, 0, half), edge(palette.certain)]
        }
        Fill::Possible => {
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
pub(super) fn whisker(palette: &Palette, x: f32, y: Rangef) -> [Shape; 2] {
    let stroke = Stroke::new(size::WHISKER, palette.possible);
    let cross = Rangef::point(x).expand(5.0);
    [
        Shape::line_segment([pos2(x, y.min), pos2(x, y.max)], stroke),
        Shape::line_segment([pos2(cross.min, y.min), pos2(cross.max, y.min)], stroke),
    ]
}

/// The width of the soft edge of a hatch line, in points.
pub(super) fn feather_of(painter: &Painter) -> f32 {
    1.0 / painter.pixels_per_point()
}
