//! The grounds of a bar: solid where certain, lighter where the date is in doubt, hatched where possible.

use egui::{Rangef, Rect, Stroke, StrokeKind};

use super::panel::y_of;
use crate::present::chart::BinBox;
use crate::ui::theme::{Palette, size};
use crate::ui::widgets::hatch::{self, Pitch};

/// What a part of a bar says.
#[derive(Clone, Copy)]
pub(super) enum Ground {
    Certain,
    Qualified,
    Possible,
}

/// The parts of a bar from the bottom, then the whisker; returns the top of all.
pub(super) fn paint_bar(
    painter: &egui::Painter,
    palette: &Palette,
    bar: &BinBox,
    x: Rangef,
    plot: Rect,
    most: f64,
) -> f32 {
    let count = &bar.count;
    let certain = f64::from(count.certain);
    let least = f64::from(count.least());
    let levels = [
        (0.0, certain, Ground::Certain),
        (certain, least, Ground::Qualified),
        (least, count.expected, Ground::Possible),
    ];
    let mut top = plot.bottom();
    for (from, to, kind) in levels {
        if to - from < 1e-6 {
            continue;
        }
        let y = Rangef::new(y_of(plot, most, to), y_of(plot, most, from));
        ground(painter, palette, Rect::from_x_y_ranges(x, y), kind);
        top = y.min;
    }
    let most_y = y_of(plot, most, f64::from(count.possible));
    if most_y < top - 1.0 {
        whisker(painter, palette, x.center(), Rangef::new(most_y, top));
        top = most_y;
    }
    top
}

/// Paints one.
pub(super) fn ground(painter: &egui::Painter, palette: &Palette, rect: Rect, kind: Ground) {
    match kind {
        Ground::Certain => {
            painter.rect_filled(rect, 0, palette.certain);
        }
        Ground::Qualified => {
            painter.rect_filled(rect, 0, palette.surface.lerp_to_gamma(palette.certain, 0.5));
            painter.rect_stroke(rect, 0, Stroke::new(size::LINE, palette.certain), StrokeKind::Inside);
        }
        Ground::Possible => {
            let feather = 1.0 / painter.pixels_per_point();
            let pitch = if rect.width() < 2.0 * size::S12 { Pitch::CELL } else { Pitch::BAR };
            painter.rect_filled(rect, 0, Palette::tint(palette.possible));
            painter.add(hatch::hatch(rect, palette.possible, pitch, None, feather));
            painter.rect_stroke(rect, 0, Stroke::new(size::LINE, palette.possible), StrokeKind::Inside);
        }
    }
}

/// How far it may reach at most.
pub(super) fn whisker(painter: &egui::Painter, palette: &Palette, x: f32, y: Rangef) {
    let stroke = Stroke::new(size::WHISKER, palette.possible);
    painter.vline(x, y, stroke);
    painter.hline(Rangef::new(x - 5.0, x + 5.0), y.min, stroke);
}
