//! The bar of a date with doubt: solid where certain, hatched where possible, fading where open.

use egui::emath::GuiRounding as _;
use egui::{Color32, CornerRadius, Painter, Rangef, Rect, Shape, Stroke, StrokeKind};

use super::hatch::{self, Fade, Pitch};
use crate::ui::theme::size;

/// The four corners of a date, in days on any scale; a corner that is not there is open.
///
/// A day is as long as its number: the last day of May and the first of June are one apart, and a date known
/// to the day has four equal corners.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Corners {
    /// The first day on which it may begin.
    pub start_earliest: Option<f64>,
    /// The last day on which it may begin.
    pub start_latest: Option<f64>,
    /// The first day on which it may end.
    pub end_earliest: Option<f64>,
    /// The last day on which it may end.
    pub end_latest: Option<f64>,
}

impl Corners {
    /// A date known to the day.
    pub fn day(day: f64) -> Self {
        Self::range(day, day)
    }

    /// From the first to the last day, both known.
    pub fn range(first: f64, last: f64) -> Self {
        Self {
            start_earliest: Some(first),
            start_latest: Some(first),
            end_earliest: Some(last),
            end_latest: Some(last),
        }
    }

    /// Some day from the first to the last.
    pub fn some_day(first: f64, last: f64) -> Self {
        Self {
            start_earliest: Some(first),
            start_latest: Some(last),
            end_earliest: Some(first),
            end_latest: Some(last),
        }
    }

    /// The days on which it certainly was, from the start of the first to the end of the last.
    fn certain(&self) -> Option<(f64, f64)> {
        let from = self.start_latest.or(self.end_earliest)?;
        let to = self.end_earliest.or(self.start_latest)? + 1.0;
        (from < to).then_some((from, to))
    }
}

/// Whether the event took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateBarState {
    #[default]
    /// It took place, or does.
    Happened,
    /// Not yet: outline only.
    Planned,
    /// Not at all: outline, struck.
    Cancelled,
}

/// A date on a time axis.
#[derive(Debug, Clone)]
pub struct DateBar<'a> {
    /// Where it may lie.
    pub corners: Corners,
    /// Whether it took place.
    pub state: DateBarState,
    /// Its colours, one stripe for each.
    pub colours: &'a [Color32],
    /// Its year or day was inferred: certain parts at half strength.
    pub qualified: bool,
}

impl DateBar<'_> {
    /// The shapes, with day `d` starting at `x_of_day(d)`, between `left` and `right` of `plot`.
    ///
    /// The second value is the rectangle that the bar takes, for hit testing and the selection's frame.
    pub fn shapes(
        &self,
        painter: &Painter,
        plot: Rangef,
        y: Rangef,
        x_of_day: impl Fn(f64) -> f32,
    ) -> (Vec<Shape>, Rect) {
        // Filled shapes are put on whole pixels, meshes are not: the parts of a bar have to agree.
        let pixel = |x: f32| x.round_to_pixels(painter.pixels_per_point());
        let y = Rangef::new(pixel(y.min), pixel(y.max));
        let spans = Spans::new(&self.corners, plot, |day| pixel(x_of_day(day)));
        let outer = Rect::from_x_y_ranges(spans.outer(), y);
        if self.state != DateBarState::Happened {
            let colour = self.colours.first().copied().unwrap_or_default();
            return (outline(outer, colour, self.state), outer);
        }
        let mut shapes = Vec::new();
        let height = y.span() / self.colours.len().max(1) as f32;
        for (stripe, &colour) in self.colours.iter().enumerate() {
            let top = y.min + height * stripe as f32;
            let y = Rangef::new(pixel(top), pixel(top + height));
            spans.paint(painter, y, colour, self.qualified, &mut shapes);
        }
        (shapes, outer)
    }
}

/// The parts of a bar along x. Empty ones are left out.
struct Spans {
    before: Option<(Rangef, Option<Fade>)>,
    certain: Option<Rangef>,
    after: Option<(Rangef, Option<Fade>)>,
    /// An end that is open after a certain start fades as a solid: it lasts, nobody knows how long.
    lasting: Option<(Rangef, Fade)>,
}

impl Spans {
    fn new(corners: &Corners, plot: Rangef, x_of_day: impl Fn(f64) -> f32) -> Self {
        let certain = corners.certain();
        let first = corners.start_earliest.or(corners.end_earliest);
        let last = corners.end_latest.or(corners.start_latest);
        let inner_left = certain.map(|(from, _)| x_of_day(from));
        let inner_right = certain.map(|(_, to)| widened(&x_of_day, from_to(certain), to));

        let anchor_left = inner_left.or(last.map(|day| x_of_day(day + 1.0)));
        let anchor_right = inner_right.or(first.map(&x_of_day));
        let left = corners.start_earliest.map(&x_of_day);
        let right = corners.end_latest.map(|day| x_of_day(day + 1.0));

        let mut spans = Self {
            before: None,
            certain: inner_left.zip(inner_right).map(|(from, to)| clamp(Rangef::new(from, to), plot)),
            after: None,
            lasting: None,
        };
        if certain.is_none()
            && let Some((left, right)) = left.zip(right)
        {
            let whole = widen(Rangef::new(left, right));
            spans.before = Some((clamp(whole, plot), None));
            return spans;
        }
        spans.before = match (left, anchor_left) {
            (Some(left), Some(to)) if left < to => Some((clamp(Rangef::new(left, to), plot), None)),
            (None, Some(to)) => Some(fading(to, (to - size::FADE).max(plot.min))),
            _ => None,
        };
        match (right, anchor_right) {
            (Some(right), Some(from)) if from < right => {
                spans.after = Some((clamp(Rangef::new(from, right), plot), None));
            }
            (None, Some(from)) => {
                let (range, fade) = fading(from, (from + size::FADE).min(plot.max));
                match (certain, fade) {
                    (Some(_), Some(fade)) => spans.lasting = Some((range, fade)),
                    _ => spans.after = Some((range, fade)),
                }
            }
            _ => {}
        }
        spans
    }

    fn outer(&self) -> Rangef {
        let parts = [
            self.before.map(|(range, _)| range),
            self.certain,
            self.after.map(|(range, _)| range),
            self.lasting.map(|(range, _)| range),
        ];
        parts
            .into_iter()
            .flatten()
            .reduce(|a, b| Rangef::new(a.min.min(b.min), a.max.max(b.max)))
            .unwrap_or(Rangef::new(0.0, 0.0))
    }

    fn paint(&self, painter: &Painter, y: Rangef, colour: Color32, qualified: bool, shapes: &mut Vec<Shape>) {
        for (range, fade) in [self.before, self.after].into_iter().flatten() {
            let rect = Rect::from_x_y_ranges(range, y);
            shapes.extend(hatch::possible(painter, rect, colour, Pitch::BAR, fade));
        }
        let strength = if qualified { 0.5 } else { 1.0 };
        let solid = colour.gamma_multiply(strength);
        if let Some(range) = self.certain {
            let rect = Rect::from_x_y_ranges(range, y);
            shapes.push(Shape::rect_filled(rect, self.radius(), solid));
            if qualified {
                let edge = Stroke::new(size::LINE, colour);
                shapes.push(Shape::rect_stroke(rect, self.radius(), edge, StrokeKind::Inside));
            }
        }
        if let Some((range, fade)) = self.lasting {
            let rect = Rect::from_x_y_ranges(range, y);
            shapes.push(hatch::fill(rect, solid, Some(fade)).into());
        }
    }

    /// Round where the bar ends, square where it goes on.
    fn radius(&self) -> CornerRadius {
        let west = if self.before.is_none() { size::RADIUS_MARK } else { 0 };
        let goes_on = self.after.is_some() || self.lasting.is_some();
        let east = if goes_on { 0 } else { size::RADIUS_MARK };
        CornerRadius { nw: west, sw: west, ne: east, se: east }
    }
}

fn from_to(certain: Option<(f64, f64)>) -> f64 {
    certain.map_or(0.0, |(from, _)| from)
}

/// The right end of what is certain, no closer to its left end than a mark is wide.
fn widened(x_of_day: &impl Fn(f64) -> f32, from: f64, to: f64) -> f32 {
    x_of_day(to).max(x_of_day(from) + size::MIN_MARK_WIDTH)
}

fn widen(range: Rangef) -> Rangef {
    Rangef::new(range.min, range.max.max(range.min + size::MIN_MARK_WIDTH))
}

fn clamp(range: Rangef, plot: Rangef) -> Rangef {
    Rangef::new(range.min.clamp(plot.min, plot.max), range.max.clamp(plot.min, plot.max))
}

/// The range from `solid_x` to `open_x`, whichever is left, and its fade.
fn fading(solid_x: f32, open_x: f32) -> (Rangef, Option<Fade>) {
    let range = Rangef::new(solid_x.min(open_x), solid_x.max(open_x));
    (range, Some(Fade { solid_x, open_x }))
}

fn outline(rect: Rect, colour: Color32, state: DateBarState) -> Vec<Shape> {
    let edge = Stroke::new(size::WHISKER, colour);
    let radius = CornerRadius::same(size::RADIUS_MARK);
    let mut shapes = vec![Shape::rect_stroke(rect, radius, edge, StrokeKind::Inside)];
    if state == DateBarState::Cancelled {
        let line = rect.expand2(egui::vec2(size::S8, 0.0));
        shapes.push(Shape::line_segment([line.left_center(), line.right_center()], edge));
    }
    shapes
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLOT: Rangef = Rangef { min: 0.0, max: 1000.0 };

    fn spans(corners: Corners) -> Spans {
        Spans::new(&corners, PLOT, |day| (day * 10.0) as f32)
    }

    #[test]
    fn a_known_day_is_solid() {
        let spans = spans(Corners::day(14.0));
        assert_eq!(spans.certain, Some(Rangef::new(140.0, 150.0)));
        assert!(spans.before.is_none() && spans.after.is_none() && spans.lasting.is_none());
    }

    #[test]
    fn some_day_of_a_month_is_hatched() {
        let spans = spans(Corners::some_day(1.0, 31.0));
        assert_eq!(spans.certain, None);
        assert_eq!(spans.before, Some((Rangef::new(10.0, 320.0), None)));
        assert!(spans.after.is_none());
    }

    #[test]
    fn four_corners_are_hatched_outside_and_solid_inside() {
        let spans = spans(Corners {
            start_earliest: Some(3.0),
            start_latest: Some(9.0),
            end_earliest: Some(18.0),
            end_latest: Some(22.0),
        });
        assert_eq!(spans.before, Some((Rangef::new(30.0, 90.0), None)));
        assert_eq!(spans.certain, Some(Rangef::new(90.0, 190.0)));
        assert_eq!(spans.after, Some((Rangef::new(190.0, 230.0), None)));
    }

    #[test]
    fn an_open_start_fades_as_hatch_and_an_open_end_as_solid() {
        let by = spans(Corners {
            start_earliest: None,
            start_latest: Some(30.0),
            end_earliest: Some(30.0),
            end_latest: Some(30.0),
        });
        let (before, fade) = by.before.unwrap();
        assert_eq!(before, Rangef::new(204.0, 300.0));
        assert_eq!(fade, Some(Fade { solid_x: 300.0, open_x: 204.0 }));

        let ongoing = spans(Corners {
            start_earliest: Some(14.0),
            start_latest: Some(14.0),
            end_earliest: Some(20.0),
            end_latest: None,
        });
        assert_eq!(ongoing.certain, Some(Rangef::new(140.0, 210.0)));
        let (lasting, _) = ongoing.lasting.unwrap();
        assert_eq!(lasting, Rangef::new(210.0, 306.0));
    }

    #[test]
    fn nothing_known_is_nothing_drawn() {
        let spans = spans(Corners::default());
        assert_eq!(spans.outer(), Rangef::new(0.0, 0.0));
    }

    #[test]
    fn a_day_on_a_scale_of_years_is_still_visible() {
        let spans = Spans::new(&Corners::day(14.0), PLOT, |day| day as f32 * 0.01);
        assert!(spans.outer().span() >= size::MIN_MARK_WIDTH);
    }
}
