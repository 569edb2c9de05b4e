//! A bar of the histogram: its fills, and how far it may reach.

use egui::{Rangef, Rect};

use super::layer::Canvas;
use crate::present::chart::BinBox;
use crate::ui::widgets::{CountFill, count_fill, whisker};

/// The parts of a bar from the bottom, then the whisker.
pub(super) fn bar(canvas: &mut Canvas, bar: &BinBox, x: Rangef) {
    let (palette, feather) = (canvas.palette, canvas.feather());
    let count = &bar.count;
    let certain = f64::from(count.certain);
    let least = f64::from(count.least());
    let levels = [
        (0.0, certain, CountFill::Certain),
        (certain, least, CountFill::Qualified),
        (least, count.expected, CountFill::Possible),
    ];
    for (from, to, kind) in levels {
        if to - from < NOTHING {
            continue;
        }
        let y = Rangef::new(canvas.y(to), canvas.y(from));
        canvas.extend(count_fill(palette, Rect::from_x_y_ranges(x, y), kind, feather));
    }
    let most = f64::from(count.possible);
    let top = canvas.y(count.expected.max(least));
    if canvas.y(most) < top - 1.0 {
        canvas.extend(whisker(palette, x.center(), Rangef::new(canvas.y(most), top)));
    }
}

/// Shares of a visit add up to a whole but for this.
pub(super) const NOTHING: f64 = 1e-6;
