//! The stretch of time that is selected on the chart: selecting it, keeping its counts true, and its ring.

use std::sync::Arc;

use egui::{CornerRadius, Rangef, Rect, Stroke, StrokeKind, Ui};

use crate::analysis::count::Bin;
use crate::present::chart::{Period, TimeScale};
use crate::ui::theme::{self, size};
use crate::ui::{Request, Scene};

use super::layer::Canvas;
use super::model::State;

/// Selects a bin of a lane, or of all; the one that is selected is let go of.
pub(super) fn select(scene: &mut Scene, state: &State, bin: Bin, lane: Option<usize>) {
    let period = counted(scene, state, bin, lane);
    let is_selected = scene.period.is_some_and(|selected| selected.is_same_stretch(&period));
    scene.ask(Request::LookAtPeriod((!is_selected).then(|| Arc::new(period))));
}

/// Counts what is selected anew once the briefing, the filter or the lanes have changed.
pub(super) fn follow(scene: &mut Scene, state: &State) {
    let Some(selected) = scene.period else { return };
    let grouped = state.grouped();
    if grouped.key.revision != scene.revision || selected.revision == scene.revision {
        return;
    }
    let place = |id: &str| grouped.lanes.lanes.iter().position(|lane| lane.id == id);
    let lane = selected.lane.as_ref().map(|(id, _)| place(id));
    // A lane that is gone takes its stretch along.
    let period = match lane {
        Some(None) => None,
        lane => Some(Arc::new(counted(scene, state, selected.bin, lane.flatten()))),
    };
    scene.ask(Request::LookAtPeriod(period));
}

fn counted(scene: &Scene, state: &State, bin: Bin, lane: Option<usize>) -> Period {
    Period::new(&scene.reader, state.lanes(), state.tally(), bin, lane, state.grouped().key.revision)
}

/// What is selected, where it is of the lane at a place, or of all lanes together.
pub(super) fn shown_in<'a>(scene: &Scene<'a>, state: &State, lane: Option<usize>) -> Option<&'a Arc<Period>> {
    let id = match lane {
        Some(place) => Some(state.lanes().lanes.get(place)?.id.as_str()),
        None => None,
    };
    scene.period.filter(|period| period.is_of_lane(id))
}

/// Where it lies along time, cut at the edges of the chart; nowhere where none of it is in sight.
pub(super) fn across(period: &Period, scale: &TimeScale) -> Option<Rangef> {
    let (first, after) = (period.bin.first_day()?, period.bin.next().first_day()?);
    let x = Rangef::new(scale.x_of(first).max(scale.left), scale.x_of(after).min(scale.right()));
    (x.min < x.max).then_some(x)
}

/// The ring round what is selected, behind the words of a panel.
pub(super) fn ring_behind(canvas: &mut Canvas, rect: Rect) {
    let stroke = Stroke::new(size::FOCUS, canvas.palette.accent);
    canvas.edge(rect, CornerRadius::same(3), stroke);
}

/// The ring round what is selected.
pub(super) fn ring(ui: &Ui, rect: Rect) {
    let stroke = Stroke::new(size::FOCUS, theme::palette(ui).accent);
    ui.painter().rect_stroke(rect, CornerRadius::same(3), stroke, StrokeKind::Middle);
}
