//! The bar of a date with doubt, painted: solid where certain, hatched where possible, fading where open.
//!
//! Where its parts lie is worked out once for every drawing of a date, by [`crate::present::chart::bar_of`].

use egui::emath::GuiRounding as _;
use egui::{Color32, CornerRadius, Painter, Rangef, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::hatch::{self, Fade, Pitch};
use crate::present::chart::{Bar, BarPart, FadeTo, Fill};
use crate::ui::theme::{Palette, size};

/// Hatched parts that are narrower have no outline: of so few points it would leave little.
const OUTLINED_FROM: f32 = 14.0;
/// Half the height of the arrow on an open end.
const ARROW: f32 = 4.0;
/// Lower bars have no arrow: the fade says the same.
const ARROW_FROM: f32 = 2.0 * ARROW + 2.0;

/// How much of a bar is filled: what the counts leave out has no filling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BarInk {
    #[default]
    /// It took place, or does.
    Filled,
    /// Not yet.
    Outlined,
    /// Not in person.
    Dashed,
    /// Not at all.
    Struck,
}

/// A date on a time axis.
#[derive(Debug, Clone)]
pub struct DateBar<'a> {
    /// Where its parts lie.
    pub bar: &'a Bar,
    /// Whether it is filled.
    pub ink: BarInk,
    /// Its colours, one stripe for each.
    pub colours: &'a [Color32],
    /// Its year or day was inferred: certain parts at half strength, with an edge.
    pub qualified: bool,
}

impl DateBar<'_> {
    /// What is painted from the top to the bottom of `y`.
    pub fn shapes(&self, painter: &Painter, y: Rangef) -> Vec<Shape> {
        // Filled shapes are put on whole pixels, meshes are not: the parts of a bar have to agree.
        let pixel = |x: f32| x.round_to_pixels(painter.pixels_per_point());
        let y = Rangef::new(pixel(y.min), pixel(y.max));
        let colour = self.colours.first().copied().unwrap_or_default();
        if self.ink != BarInk::Filled {
            let x = Rangef::new(pixel(self.bar.left), pixel(self.bar.right));
            return outline(Rect::from_x_y_ranges(x, y), colour, self.ink);
        }
        let mut shapes = Vec::new();
        let height = y.span() / self.colours.len().max(1) as f32;
        for (stripe, colour) in self.colours.iter().enumerate() {
            let top = y.min + height * stripe as f32;
            let y = Rangef::new(pixel(top), pixel(top + height));
            for (place, part) in self.bar.parts.iter().enumerate() {
                let rect = Rect::from_x_y_ranges(Rangef::new(pixel(part.left), pixel(part.right)), y);
                let ends = (place == 0, place + 1 == self.bar.parts.len());
                self.part(painter, part, rect, ends, *colour, &mut shapes);
            }
        }
        if y.span() >= ARROW_FROM {
            shapes.extend(self.bar.parts.iter().filter_map(|part| arrow(part, y.center(), colour)));
        }
        shapes
    }

    fn part(
        &self,
        painter: &Painter,
        part: &BarPart,
        rect: Rect,
        ends: (bool, bool),
        colour: Color32,
        shapes: &mut Vec<Shape>,
    ) {
        let fade = part.fade.map(|side| match side {
            FadeTo::Left => Fade { solid_x: rect.right(), open_x: rect.left() },
            FadeTo::Right => Fade { solid_x: rect.left(), open_x: rect.right() },
        });
        match (part.fill, fade) {
            (Fill::Possible, _) if rect.width() >= OUTLINED_FROM => {
                shapes.extend(hatch::possible(painter, rect, colour, Pitch::BAR, fade));
            }
            (Fill::Possible, _) => {
                let feather = 1.0 / painter.pixels_per_point();
                shapes.push(hatch::fill(rect, Palette::tint(colour), fade).into());
                shapes.push(hatch::hatch(rect, colour, Pitch::CELL, fade, feather).into());
            }
            (Fill::Certain, Some(_)) => shapes.push(hatch::fill(rect, self.solid(colour), fade).into()),
            (Fill::Certain, None) => {
                let radius = rounded(ends);
                shapes.push(Shape::rect_filled(rect, radius, self.solid(colour)));
                if self.qualified {
                    let edge = Stroke::new(size::LINE, colour);
                    shapes.push(Shape::rect_stroke(rect, radius, edge, StrokeKind::Inside));
                }
            }
        }
    }

    fn solid(&self, colour: Color32) -> Color32 {
        if self.qualified { colour.gamma_multiply(0.5) } else { colour }
    }
}

/// Round where the bar ends, square where it goes on.
fn rounded((at_left, at_right): (bool, bool)) -> CornerRadius {
    let radius = |is_end: bool| if is_end { size::RADIUS_MARK } else { 0 };
    CornerRadius { nw: radius(at_left), sw: radius(at_left), ne: radius(at_right), se: radius(at_right) }
}

/// A small arrow on an open end.
fn arrow(part: &BarPart, y: f32, colour: Color32) -> Option<Shape> {
    let (tip, back) = match part.fade? {
        FadeTo::Left => (part.left, ARROW),
        FadeTo::Right => (part.right, -ARROW),
    };
    let points = vec![pos2(tip + back, y - ARROW), pos2(tip, y), pos2(tip + back, y + ARROW)];
    Some(Shape::line(points, Stroke::new(size::WHISKER, colour.gamma_multiply(0.8))))
}

fn outline(rect: Rect, colour: Color32, ink: BarInk) -> Vec<Shape> {
    let edge = Stroke::new(size::WHISKER, colour);
    if ink == BarInk::Dashed {
        return hatch::dashed_outline(rect.shrink(0.5), edge, f32::from(size::RADIUS_MARK));
    }
    let mut shapes = vec![Shape::rect_stroke(rect, CornerRadius::same(size::RADIUS_MARK), edge, StrokeKind::Inside)];
    if ink == BarInk::Struck {
        let line = rect.expand2(vec2(size::S8, 0.0));
        shapes.push(Shape::line_segment([line.left_center(), line.right_center()], edge));
    }
    shapes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Day, When};
    use crate::present::chart::{TimeScale, bar_of};

    const COLOUR: Color32 = Color32::RED;

    fn shapes(edtf: &str, days: f64, qualified: bool) -> Vec<Shape> {
        let first = f64::from(Day::from_civil(2024, 1, 1).unwrap().0);
        let scale = TimeScale { left: 0.0, width: 1000.0, first, days };
        let bar = bar_of(&When::from_edtf(edtf).bounds(), &scale).unwrap();
        let ctx = egui::Context::default();
        let painter = Painter::new(ctx, egui::LayerId::background(), Rect::EVERYTHING);
        let date_bar = DateBar { bar: &bar, ink: BarInk::Filled, colours: &[COLOUR], qualified };
        date_bar.shapes(&painter, Rangef::new(0.0, 20.0))
    }

    #[test]
    fn a_day_is_one_filled_shape_and_in_doubt_has_an_edge_at_any_width() {
        assert_eq!(shapes("2024-01-05", 20.0, false).len(), 1);
        assert_eq!(shapes("2024-01-05", 20.0, true).len(), 2);
        assert_eq!(shapes("2024-01-05", 365.0, true).len(), 2);
    }

    #[test]
    fn what_is_possible_is_hatched_at_any_width_and_an_open_end_has_an_arrow() {
        let meshes = |shapes: &[Shape]| shapes.iter().filter(|shape| matches!(shape, Shape::Mesh(_))).count();
        assert_eq!(meshes(&shapes("2024-01", 365.0, false)), 2);
        assert_eq!(meshes(&shapes("2024-01", 36_500.0, false)), 2);
        let is_line = |shape: &&Shape| matches!(shape, Shape::Path(_));
        assert_eq!(shapes("2024-03-01/..", 365.0, false).iter().filter(is_line).count(), 1);
    }
}
