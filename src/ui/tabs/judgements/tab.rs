//! The tab of judgements, drawn: its bar, and the cards or the table below.

use egui::Ui;

use super::{cards, matrix};

use crate::model::RecordKind;
use crate::ui::Scene;
use crate::ui::shared::choices_bar::choices_bar_ui;
use crate::ui::shared::empty_state::nothing_ui;
use crate::ui::theme::icons;
use crate::ui::widgets::{Segment, Segmented};

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum View {
    #[default]
    Cards,
    Evidence,
}

/// What the tab holds between frames.
#[derive(Debug, Default)]
pub(in crate::ui::tabs) struct State {
    view: View,
    matrix: matrix::State,
}

pub(in crate::ui::tabs) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
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
    choices_bar_ui(
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
