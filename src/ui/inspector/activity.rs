//! When an actor took part and spoke: lanes over months, the cut-off drawn.

use egui::accesskit::Role;
use egui::{Rangef, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::model::month_name;
use crate::present::TimeRange;
use crate::present::chart::TimeScale;
use crate::present::inspector::Activity;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{ActivityRow, activity_shapes};

const LANE: f32 = 29.0;
const AXIS: f32 = 20.0;
const MARK: f32 = 13.0;

pub(super) fn ui(ui: &mut Ui, activity: &Activity) {
    let palette = theme::palette(ui);
    let height = LANE * activity.lanes.len() as f32 + AXIS;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &activity.name));
    let names: Vec<_> = activity.lanes.iter().map(|(label, _)| Type::Tiny.galley(ui, *label, palette.text2)).collect();
    // The words of the lanes have a column of their own, so that no mark lies over them.
    let column = names.iter().map(|words| words.size().x).fold(0.0, f32::max) + size::S8;
    let plot = Rect::from_min_max(rect.min + vec2(column, 0.0), pos2(rect.right(), rect.bottom() - AXIS));
    let scale = activity.range.scale(plot.left(), plot.width());
    if let Some(day) = activity.cut_off.filter(|day| *day < activity.range.last) {
        let x = scale.x_of(day.plus_days(1)).max(plot.left());
        let beyond = Rect::from_min_max(pos2(x, plot.top()), plot.max);
        ui.painter().rect_filled(beyond, 0, palette.hover);
    }
    grid_ui(ui, activity.range, &scale, plot);
    if let Some(day) = activity.cut_off.filter(|day| *day >= activity.range.first && *day <= activity.range.last) {
        let x = scale.x_of(day.plus_days(1)).round() + 0.5;
        ui.painter().vline(x, plot.y_range(), Stroke::new(size::LINE, palette.text3));
    }
    for (place, ((_, marks), words)) in activity.lanes.iter().zip(names).enumerate() {
        let top = plot.top() + LANE * place as f32;
        let base = (top + LANE).round() + 0.5;
        ui.painter().hline(rect.x_range(), base, Stroke::new(size::LINE, palette.line_strong));
        let y = (top + (LANE - words.size().y) / 2.0).round();
        ui.painter().galley(pos2(rect.left(), y), words, palette.text2);
        let lane = Rangef::new(base - 0.5 - 7.0 - MARK, base - 0.5 - 7.0);
        let row = ActivityRow { visits: lane, said: lane };
        let painter = ui.painter().with_clip_rect(plot.intersect(ui.clip_rect()));
        painter.extend(activity_shapes(&painter, palette, marks, &scale, row));
    }
    response.on_hover_text(&activity.name);
}

/// Lines and names of months, or of years where there are many.
fn grid_ui(ui: &Ui, range: TimeRange, scale: &TimeScale, plot: Rect) {
    let palette = theme::palette(ui);
    let (first, last) = (range.first.civil(), range.last.civil());
    let months = (last.year - first.year) * 12 + i32::from(last.month) - i32::from(first.month) + 1;
    let step = match months {
        ..=18 => 1,
        19..=120 => 12,
        _ => 120,
    };
    let mut day = range.first;
    if step > 1 {
        day = day.plus_months(1 - i32::from(day.civil().month));
    }
    let mut right_of_last = f32::NEG_INFINITY;
    while day <= range.last {
        let next = day.plus_months(step);
        let (from, to) = (scale.x_of(day), scale.x_of(next).min(plot.right()));
        if from > plot.left() + 1.0 {
            let line = Stroke::new(size::LINE, palette.grid);
            ui.painter().vline(from.round() + 0.5, plot.y_range(), line);
        }
        let civil = day.civil();
        let words = if step == 1 { month_name(civil.month).to_owned() } else { civil.year.to_string() };
        let words = Type::Tiny.galley(ui, words, palette.text2);
        let width = words.size().x;
        let middle = f32::midpoint(from.max(plot.left()), to);
        let left = (middle - width / 2.0).clamp(plot.left(), plot.right() - width);
        if left > right_of_last + size::S4 {
            right_of_last = left + width;
            ui.painter().galley(pos2(left.round(), plot.bottom() + size::S4), words, palette.text2);
        }
        if next <= day {
            break;
        }
        day = next;
    }
}
