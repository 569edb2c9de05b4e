//! The tab of visits, drawn: its bar, and the chart or the table below.

use egui::{Rect, Ui, UiBuilder, pos2};

use super::{chart, table};

use crate::model::RecordKind;
use crate::ui::Scene;
use crate::ui::shared::choices_bar::WORDS_INSET;
use crate::ui::shared::empty_state::nothing_ui;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::{Segment, Segmented};

/// How the visits are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum View {
    #[default]
    Chart,
    Table,
}

/// What the tab holds between frames.
#[derive(Debug, Default)]
pub(in crate::ui::tabs) struct State {
    view: View,
    chart: chart::State,
    pub(in crate::ui::tabs) table: table::State,
}

impl State {
    /// Lets it show its table.
    pub(in crate::ui::tabs) fn show_table(&mut self) {
        self.view = View::Table;
    }

    /// Lets it show its chart.
    pub(in crate::ui::tabs) fn show_chart(&mut self) {
        self.view = View::Chart;
    }

    /// What its table holds between frames.
    pub(in crate::ui::tabs) fn records(&mut self) -> &mut crate::ui::tabs::record_table::State {
        &mut self.table.records
    }

    /// Takes what was worked out on a thread.
    pub(in crate::ui::tabs) fn take_done(&mut self) {
        self.chart.take_done();
        self.table.take_done();
    }

    /// Since when something of it is being worked out on a thread.
    pub(in crate::ui::tabs) fn busy_since(&self) -> Option<f64> {
        self.chart.busy_since().or(self.table.busy_since())
    }
}

pub(in crate::ui::tabs) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    if scene.shown.count(RecordKind::Visit) == 0 {
        nothing_ui(ui, scene, RecordKind::Visit);
        return;
    }
    let whole = ui.max_rect();
    let bar = Rect::from_min_max(
        pos2(whole.left() + size::CONTENT_LEFT - WORDS_INSET, whole.top()),
        pos2(whole.right() - size::S16, whole.top() + size::TOOL_BAR),
    );
    let below = Rect::from_min_max(pos2(whole.left(), bar.bottom()), whole.max);
    let mut bar_ui = ui.new_child(UiBuilder::new().id_salt("visits bar").max_rect(bar));
    bar_ui.horizontal_centered(|ui| {
        match state.view {
            View::Chart => chart::bar_ui(ui, scene, &mut state.chart),
            View::Table => table::bar_ui(ui, scene, &mut state.table),
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| view_ui(ui, &mut state.view));
    });
    let mut below_ui = ui.new_child(UiBuilder::new().id_salt("visits below").max_rect(below));
    match state.view {
        View::Chart => chart::ui(&mut below_ui, scene, &mut state.chart),
        View::Table => table::ui(&mut below_ui, scene, &mut state.table),
    }
}

fn view_ui(ui: &mut Ui, view: &mut View) {
    let segments = [Segment::new("Chart").icon(icons::CHART_BAR_HORIZONTAL), Segment::new("Table").icon(icons::TABLE)];
    let chosen = usize::from(*view == View::Table);
    if let Some(index) = Segmented::new("View", &segments).show(ui, chosen) {
        *view = if index == 0 { View::Chart } else { View::Table };
    }
}
