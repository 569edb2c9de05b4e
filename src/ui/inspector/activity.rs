//! When an actor took part and spoke: lanes over months, the cut-off drawn.

use egui::accesskit::Role;
use egui::{CornerRadius, Rangef, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::model::{Day, month_name};
use crate::present::ActivityMark;
use crate::present::inspector::Activity;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::hatch::{self, Fade, Pitch};

const LANE: f32 = 29.0;
const AXIS: f32 = 20.0;
const MARK: f32 = 13.0;
/// A visit whose day is known; the least that a hatched range takes.
const BAR_WIDTH: f32 = 6.0;
const HATCH_WIDTH: f32 = 9.0;
const SAID_WIDTH: f32 = 2.0;
const FADE: f32 = 28.0;
/// The words of a lane stand over its left end; marks are drawn over them.
const LABEL_LEFT: f32 = 2.0;

pub(super) fn ui(ui: &mut Ui, activity: &Activity) {
    let palette = theme::palette(ui);
    let height = LANE * activity.lanes.len() as f32 + AXIS;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &activity.name));
    let plot = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - AXIS));
    let axis = Axis { plot, first: activity.range.first, last: activity.range.last };
    if let Some(day) = activity.cut_off.filter(|day| *day < activity.range.last) {
        let x = axis.x(day.plus_days(1)).max(plot.left());
        let beyond = Rect::from_min_max(pos2(x, plot.top()), plot.max);
        ui.painter().rect_filled(beyond, 0, palette.hover);
    }
    grid_ui(ui, &axis);
    if let Some(day) = activity.cut_off.filter(|day| *day >= axis.first && *day <= axis.last) {
        let x = axis.x(day.plus_days(1)).round() + 0.5;
        ui.painter().vline(x, plot.y_range(), Stroke::new(size::LINE, palette.text3));
    }
    for (place, (label, marks)) in activity.lanes.iter().enumerate() {
        let top = plot.top() + LANE * place as f32;
        let base = (top + LANE).round() + 0.5;
        ui.painter().hline(plot.x_range(), base, Stroke::new(size::LINE, palette.line_strong));
        let words = Type::Tiny.galley(ui, *label, palette.text2);
        let y = (top + (LANE - words.size().y) / 2.0).round();
        ui.painter().galley(pos2(plot.left() + LABEL_LEFT, y), words, palette.text2);
        let lane = Rangef::new(base - 0.5 - 7.0 - MARK, base - 0.5 - 7.0);
        for mark in marks {
            mark_ui(ui, &axis, lane, mark);
        }
    }
    response.on_hover_text(&activity.name);
}

struct Axis {
    plot: Rect,
    first: Day,
    last: Day,
}

impl Axis {
    fn x(&self, day: Day) -> f32 {
        let days = self.first.days_until(self.last) as f32 + 1.0;
        self.plot.left() + self.first.days_until(day) as f32 / days * self.plot.width()
    }

    fn months(&self) -> i32 {
        let (first, last) = (self.first.civil(), self.last.civil());
        (last.year - first.year) * 12 + i32::from(last.month) - i32::from(first.month) + 1
    }
}

/// Lines and names of months, or of years where there are many.
fn grid_ui(ui: &Ui, axis: &Axis) {
    let palette = theme::palette(ui);
    let months = axis.months();
    let step = match months {
        ..=18 => 1,
        19..=120 => 12,
        _ => 120,
    };
    let mut day = axis.first;
    if step > 1 {
        day = day.plus_months(1 - i32::from(day.civil().month));
    }
    let mut right_of_last = f32::NEG_INFINITY;
    while day <= axis.last {
        let next = day.plus_months(step);
        let (from, to) = (axis.x(day), axis.x(next).min(axis.plot.right()));
        if from > axis.plot.left() + 1.0 {
            let line = Stroke::new(size::LINE, palette.grid);
            ui.painter().vline(from.round() + 0.5, axis.plot.y_range(), line);
        }
        let civil = day.civil();
        let words = if step == 1 { month_name(civil.month).to_owned() } else { civil.year.to_string() };
        let words = Type::Tiny.galley(ui, words, palette.text2);
        let width = words.size().x;
        let middle = f32::midpoint(from.max(axis.plot.left()), to);
        let left = (middle - width / 2.0).clamp(axis.plot.left(), axis.plot.right() - width);
        if left > right_of_last + size::S4 {
            right_of_last = left + width;
            ui.painter().galley(pos2(left.round(), axis.plot.bottom() + size::S4), words, palette.text2);
        }
        if next <= day {
            break;
        }
        day = next;
    }
}

fn mark_ui(ui: &Ui, axis: &Axis, lane: Rangef, mark: &ActivityMark) {
    let palette = theme::palette(ui);
    let is_shown = |first: Day, last: Day| first <= axis.last && last >= axis.first;
    let bar = |day: Day, width: f32| {
        let left = axis.x(day).round().min(axis.plot.right() - width);
        is_shown(day, day).then(|| Rect::from_x_y_ranges(Rangef::new(left, left + width), lane))
    };
    match *mark {
        ActivityMark::Certain(day) => {
            if let Some(rect) = bar(day, BAR_WIDTH) {
                ui.painter().rect_filled(rect, CornerRadius::same(1), palette.text2);
            }
        }
        ActivityMark::Qualified(day) => {
            if let Some(rect) = bar(day, BAR_WIDTH) {
                let edge = Stroke::new(size::LINE, palette.text2);
                let fill = palette.text2.gamma_multiply(0.5);
                ui.painter().rect(rect, CornerRadius::same(1), fill, edge, StrokeKind::Inside);
            }
        }
        ActivityMark::Said(day, is_known) => {
            let Some(rect) = bar(day, SAID_WIDTH) else { return };
            if is_known {
                ui.painter().rect_filled(rect, 0, palette.text2);
            } else {
                let ends = [pos2(rect.center().x, rect.bottom()), pos2(rect.center().x, rect.top())];
                let stroke = Stroke::new(rect.width(), palette.text2);
                ui.painter().extend(Shape::dashed_line(&ends, stroke, 2.5, 2.5));
            }
        }
        ActivityMark::Possible(first, last) => possible_ui(ui, axis, lane, first, last),
    }
}

/// Hatched where it may have begun, fading where nobody knows how far.
fn possible_ui(ui: &Ui, axis: &Axis, lane: Rangef, first: Option<Day>, last: Option<Day>) {
    let colour = theme::palette(ui).possible;
    let (left, right, fade) = match (first, last) {
        (Some(first), Some(last)) if first <= axis.last && last >= axis.first => {
            (axis.x(first), axis.x(last.plus_days(1)), None)
        }
        (None, Some(last)) if last >= axis.first => {
            let solid = axis.x(last.plus_days(1)).min(axis.plot.right());
            (solid - FADE, solid, Some(Fade { solid_x: solid, open_x: solid - FADE }))
        }
        (Some(first), None) if first <= axis.last => {
            let solid = axis.x(first).max(axis.plot.left());
            (solid, solid + FADE, Some(Fade { solid_x: solid, open_x: solid + FADE }))
        }
        _ => return,
    };
    let mut x = Rangef::new(left.max(axis.plot.left()), right.min(axis.plot.right()));
    if x.span() < HATCH_WIDTH {
        x = Rangef::point(x.center().round()).expand(HATCH_WIDTH / 2.0);
    }
    let rect = Rect::from_x_y_ranges(x, lane);
    ui.painter().extend(hatch::possible(ui.painter(), rect, colour, Pitch::CELL, fade));
}
