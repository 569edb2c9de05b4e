//! The range of the filter on the calendar: a handle at either end, and a cross to clear it.

use egui::accesskit::Role;
use egui::{CornerRadius, CursorIcon, Rangef, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::model::Day;
use crate::present::FilterPart;
use crate::present::chart::TimeScale;
use crate::ui::theme::{self, icons, size};
use crate::ui::{Request, Scene};

use super::layout::Regions;

const HANDLE: egui::Vec2 = vec2(8.0, 16.0);
const CROSS: f32 = 18.0;

/// Shows the range of the filter, if it has one.
pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, regions: &Regions, scale: &TimeScale) {
    if !scene.filter.has(FilterPart::Dates) {
        return;
    }
    let (first, last) = (scene.filter.first_day(), scene.filter.last_day());
    let plot = regions.lanes.x_range();
    let y = regions.axis.top();
    let left = first.map(|day| scale.x_of(day));
    let right = last.map(|day| scale.x(f64::from(day.0) + 1.0));
    let x = Rangef::new(plot.clamp(left.unwrap_or(plot.min)), plot.clamp(right.unwrap_or(plot.max)));
    let palette = theme::palette(ui);
    ui.painter().hline(x, y + 0.5, Stroke::new(size::FOCUS, palette.accent));

    let (from, to) = (
        handle_ui(ui, "First day of the filter", left, plot, y),
        handle_ui(ui, "Last day of the filter", right, plot, y),
    );
    let day = |x: f32| Day(scale.day_at(x).round() as i32);
    let mut filter = scene.filter.clone();
    if let Some(moved) = from.map(day).filter(|day| last.is_none_or(|last| *day <= last)) {
        filter.from = Some(moved.to_string());
    }
    if let Some(moved) = to.map(|x| day(x).plus_days(-1)).filter(|day| first.is_none_or(|first| *day >= first)) {
        filter.to = Some(moved.to_string());
    }
    if cross_ui(ui, x.max - CROSS, y) {
        filter.clear(FilterPart::Dates);
    }
    if filter != *scene.filter {
        scene.ask(Request::SetFilter(filter));
    }
}

/// A handle; where it was let go, once it was.
fn handle_ui(ui: &Ui, name: &str, x: Option<f32>, plot: Rangef, y: f32) -> Option<f32> {
    let x = x.filter(|x| plot.expand(1.0).contains(*x))?;
    let id = ui.scope_id().with(name);
    let response = ui.interact(Rect::from_center_size(pos2(x, y), HANDLE + vec2(6.0, 6.0)), id, Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, name));
    let at = response.interact_pointer_pos().filter(|_| response.dragged()).map_or(x, |pointer| plot.clamp(pointer.x));
    let palette = theme::palette(ui);
    let edge = Stroke::new(size::WHISKER, palette.accent);
    let rect = Rect::from_center_size(pos2(at, y), HANDLE);
    ui.painter().rect(rect, CornerRadius::same(3), palette.raised, edge, StrokeKind::Inside);
    let stopped = response.drag_stopped();
    let let_go = response.interact_pointer_pos();
    response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    if stopped { let_go.map(|pointer| plot.clamp(pointer.x)) } else { None }
}

fn cross_ui(ui: &Ui, right: f32, y: f32) -> bool {
    let rect = Rect::from_center_size(pos2(right, y + CROSS / 2.0 + 1.0), vec2(CROSS, CROSS));
    let response = ui.interact(rect, ui.scope_id().with("clear range"), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Clear the range of dates"));
    let palette = theme::palette(ui);
    let colour = if response.hovered() { palette.text } else { palette.text2 };
    icons::X.paint(ui, rect.center(), 11.0, colour);
    response.on_hover_text("Clear the range of dates").clicked()
}
