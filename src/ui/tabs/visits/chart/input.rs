//! The hand and the keyboard on the chart: wheel, drag, brush, keys.

use egui::{EventFilter, Key as KeyboardKey, Modifiers, Response, Ui};

use crate::model::Day;
use crate::present::chart::{ShownLane, Step, TimeScale, walk};
use crate::ui::{Request, Scene};

use super::layout::Regions;
use super::model::State;

/// So many points of scrolling double the zoom.
const POINTS_TO_DOUBLE: f32 = 160.0;
/// How much closer one press of `+` goes.
const KEY_ZOOM: f64 = 1.5;

/// The wheel: time closer or farther at the pointer, lanes up and down over their names.
pub(super) fn wheel(ui: &Ui, state: &mut State, regions: &Regions, scale: &TimeScale, lanes_height: f32) {
    let over_plot = ui.rect_contains_pointer(regions.lanes.union(regions.below).union(regions.axis));
    let over_names = ui.rect_contains_pointer(regions.gutter);
    let Some(pointer) = ui.input(|input| input.pointer.hover_pos()) else { return };
    let (scrolled, pinched) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
    if over_names {
        let most = (lanes_height - regions.lanes.height()).max(0.0);
        state.scroll = (state.scroll - scrolled.y).clamp(0.0, most);
    } else if over_plot && (scrolled != egui::Vec2::ZERO || pinched != 1.0) {
        let factor = f64::from(pinched) * f64::from(scrolled.y / POINTS_TO_DOUBLE).exp2();
        let around = scale.day_at(pointer.x.max(regions.lanes.left()));
        let moved = scale.zoomed(factor, around).moved(-f64::from(scrolled.x) / scale.points_per_day());
        state.look_at(moved);
    }
}

/// Dragging: pans, or with Shift draws a range of time that becomes the filter.
pub(super) fn drag(
    ui: &Ui,
    plot: &Response,
    scene: &mut Scene,
    state: &mut State,
    scale: &TimeScale,
    hidden_height: f32,
) {
    let pointer = plot.interact_pointer_pos();
    if plot.drag_started() && ui.input(|input| input.modifiers.shift) {
        let origin = ui.input(|input| input.pointer.press_origin()).or(pointer);
        state.brush_from = origin.map(|origin| scale.day_at(origin.x));
    }
    if plot.dragged() && state.brush_from.is_none() {
        let delta = plot.drag_delta();
        state.scroll = (state.scroll - delta.y).clamp(0.0, hidden_height);
        if delta.x != 0.0 {
            state.look_at(scale.moved(-f64::from(delta.x) / scale.points_per_day()));
        }
    }
    if plot.drag_stopped()
        && let Some((from, pointer)) = state.brush_from.take().zip(pointer)
    {
        let to = scale.day_at(pointer.x);
        set_range(scene, from.min(to), from.max(to));
        state.fit();
    }
    if plot.double_clicked() {
        state.fit();
    } else if plot.clicked() {
        plot.request_focus();
    }
}

/// Makes a range of time, in days, the filter of all tabs.
pub(super) fn set_range(scene: &mut Scene, from: f64, to: f64) {
    let mut filter = scene.filter.clone();
    filter.from = Some(Day(from.floor() as i32).to_string());
    filter.to = Some(Day(to.floor() as i32).to_string());
    scene.ask(Request::SetFilter(filter));
}

/// The keys, while the chart or nothing has the focus.
pub(super) fn keys(
    ui: &Ui,
    plot: &Response,
    scene: &mut Scene,
    state: &mut State,
    shown: &[ShownLane],
    scale: &TimeScale,
) {
    let is_elsewhere = !plot.has_focus() && ui.memory(|memory| memory.focused().is_some());
    let was_elsewhere = std::mem::replace(&mut state.keys_were_elsewhere, is_elsewhere);
    if plot.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(plot.id, filter));
    } else if is_elsewhere || was_elsewhere || egui::Popup::is_any_open(ui.ctx()) {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let steps = [
        (KeyboardKey::ArrowLeft, Step::Before),
        (KeyboardKey::ArrowRight, Step::After),
        (KeyboardKey::ArrowUp, Step::Up),
        (KeyboardKey::ArrowDown, Step::Down),
        (KeyboardKey::Home, Step::First),
        (KeyboardKey::End, Step::Last),
    ];
    for (key, step) in steps {
        if pressed(key)
            && let Some(key) = walk(state.lanes(), shown, scene.selected, step)
        {
            scene.ask(Request::Select(key));
        }
    }
    let middle = f64::midpoint(scale.first, scale.last());
    if pressed(KeyboardKey::Num0) {
        state.fit();
    }
    if pressed(KeyboardKey::Plus) || pressed(KeyboardKey::Equals) {
        state.look_at(scale.zoomed(KEY_ZOOM, middle));
    }
    if pressed(KeyboardKey::Minus) {
        state.look_at(scale.zoomed(1.0 / KEY_ZOOM, middle));
    }
    if pressed(KeyboardKey::Enter)
        && let Some(key) = scene.selected
    {
        scene.ask(Request::Open(key));
    }
}
