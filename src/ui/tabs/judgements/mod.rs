//! The tab of judgements: a card each, or what the evidence says of all of them.

mod cards;
mod matrix;

use egui::Ui;

use crate::model::RecordKind;
use crate::ui::Scene;
use crate::ui::shared::empty_state::nothing_ui;
use crate::ui::tabs::tool_bar::tool_bar_ui;
use crate::ui::theme::icons;
use crate::ui::widgets::{Segment, Segmented};

pub(super) use cards::yardsticks_ui;

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum View {
    #[default]
    Cards,
    Evidence,
}

/// What the tab holds between frames.
#[derive(Debug, Default)]
pub(super) struct State {
    view: View,
    matrix: matrix::State,
}

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let keys = scene.shown.of(RecordKind::Judgement).to_vec();
    if keys.is_empty() {
        nothing_ui(ui, scene, RecordKind::Judgement);
        return;
    }
    bar_ui(ui, state);
    match state.view {
        View::Cards => cards::ui(ui, scene, &keys),
        View::Evidence => matrix::ui(ui, scene, &mut state.matrix, &keys),
    }
}

fn bar_ui(ui: &mut Ui, state: &mut State) {
    let State { view, matrix } = state;
    let mut next = *view;
    tool_bar_ui(
        ui,
        |ui, _| {
            if *view == View::Evidence {
                matrix::bar_ui(ui, matrix);
            }
        },
        |ui, _| {
            let segments = [Segment::new("Cards").icon(icons::ROWS), Segment::new("Evidence").icon(icons::TABLE)];
            if let Some(chosen) = Segmented::new("View", &segments).show(ui, *view as usize) {
                next = if chosen == 0 { View::Cards } else { View::Evidence };
            }
        },
    );
    if next != *view {
        *view = next;
        matrix.sort_anew();
    }
}
