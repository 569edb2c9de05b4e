//! Marks of a strip of time: where visits began, as bars with their doubt, and ticks for what was said.

use egui::{Color32, Painter, Rangef, Rect, Shape, Stroke, pos2};

use super::date_bar::{BarInk, DateBar};
use crate::model::Day;
use crate::present::ActivityMark;
use crate::present::chart::{TimeScale, bar_of};
use crate::ui::theme::Palette;

/// The width of what was said.
pub const SAID_WIDTH: f32 = 2.0;
/// Dash and gap of what was said on a day that is not known.
const SAID_DASH: [f32; 2] = [3.0, 2.0];

/// Where marks stand, one below the other.
#[derive(Debug, Clone, Copy)]
pub struct ActivityRow {
    /// The top and the bottom of visits.
    pub visits: Rangef,
    /// The top and the bottom of what was said.
    pub said: Rangef,
}

/// What is painted of marks in their order, each place once however many share it.
pub fn activity_shapes(
    painter: &Painter,
    palette: &Palette,
    marks: &[ActivityMark],
    scale: &TimeScale,
    row: ActivityRow,
) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let mut before = None;
    // What was said lies behind, since it is higher.
    let is_said = |mark: &&ActivityMark| matches!(mark, ActivityMark::Said(..));
    for mark in marks.iter().filter(is_said).chain(marks.iter().filter(|mark| !is_said(mark))) {
        let place = place_of(mark, scale);
        if before.replace(place) != Some(place) {
            shapes.extend(mark_shapes(painter, palette, mark, scale, row));
        }
    }
    shapes
}

/// What tells a mark from the next on the screen: its kind, and its ends in whole points.
fn place_of(mark: &ActivityMark, scale: &TimeScale) -> (u8, Option<i32>, Option<i32>) {
    let x = |day: Day| scale.x_of(day).round() as i32;
    match *mark {
        ActivityMark::Possible(first, last) => (0, first.map(x), last.map(x)),
        ActivityMark::Qualified(day) => (1, Some(x(day)), None),
        ActivityMark::Certain(day) => (2, Some(x(day)), None),
        ActivityMark::Said(day, is_known) => (3 + u8::from(is_known), Some(x(day)), None),
    }
}

/// What is painted of one mark.
pub fn mark_shapes(
    painter: &Painter,
    palette: &Palette,
    mark: &ActivityMark,
    scale: &TimeScale,
    row: ActivityRow,
) -> Vec<Shape> {
    if let ActivityMark::Said(day, is_known) = *mark {
        let left = scale.x_of(day).round().min(scale.right() - SAID_WIDTH);
        let is_in_sight = left + SAID_WIDTH > scale.left && scale.x_of(day) < scale.right();
        let x = Rangef::new(left, left + SAID_WIDTH);
        return if is_in_sight {
            said(Rect::from_x_y_ranges(x, row.said), is_known, palette.text2)
        } else {
            Vec::new()
        };
    }
    let bar = mark.start().and_then(|start| bar_of(&start, scale));
    let Some(bar) = bar.filter(|bar| bar.left < scale.right() && bar.right > scale.left) else { return Vec::new() };
    let is_possible = matches!(mark, ActivityMark::Possible(..));
    let colour = if is_possible { palette.possible } else { palette.text2 };
    let qualified = matches!(mark, ActivityMark::Qualified(_));
    DateBar { bar: &bar, ink: BarInk::Filled, colours: &[colour], qualified }.shapes(painter, row.visits)
}

fn said(rect: Rect, is_known: bool, colour: Color32) -> Vec<Shape> {
    if is_known {
        return vec![Shape::rect_filled(rect, 0, colour)];
    }
    let ends = [pos2(rect.center().x, rect.bottom()), pos2(rect.center().x, rect.top())];
    let [dash, gap] = SAID_DASH;
    Shape::dashed_line(&ends, Stroke::new(rect.width(), colour), dash, gap)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(marks: &[ActivityMark]) -> Vec<Shape> {
        let day = |day| Day::from_civil(2024, 5, day).unwrap();
        let scale = TimeScale::over(0.0, 310.0, (day(1), day(31)));
        let painter = Painter::new(egui::Context::default(), egui::LayerId::background(), Rect::EVERYTHING);
        let row = ActivityRow { visits: Rangef::new(5.0, 16.0), said: Rangef::new(0.0, 16.0) };
        activity_shapes(&painter, &Palette::LIGHT, marks, &scale, row)
    }

    #[test]
    fn the_last_day_of_a_strip_is_in_sight_and_the_next_is_not() {
        let day = |day| Day::from_civil(2024, 5, 31).map(|last| last.plus_days(day)).unwrap();
        for (mark, is_shown) in [(day(0), true), (day(1), false)] {
            assert_eq!(!shapes(&[ActivityMark::Certain(mark)]).is_empty(), is_shown);
            assert_eq!(!shapes(&[ActivityMark::Said(mark, true)]).is_empty(), is_shown);
        }
        let drawn = shapes(&[ActivityMark::Certain(day(0))]);
        let rect = drawn.iter().map(Shape::visual_bounding_rect).reduce(Rect::union).unwrap();
        assert!(rect.left() >= 299.0 && rect.right() <= 311.0, "{rect:?}");
    }

    #[test]
    fn marks_of_one_place_are_drawn_once() {
        let day = Day::from_civil(2024, 5, 14).unwrap();
        let twice = [ActivityMark::Certain(day), ActivityMark::Certain(day)];
        assert_eq!(shapes(&twice).len(), shapes(&twice[..1]).len());
    }
}
