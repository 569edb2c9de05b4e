//! The tab of statements.

use egui::Ui;

use crate::ui::Scene;

/// What the tab holds between frames.
#[derive(Debug, Default)]
pub(super) struct State;

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, _: &mut State) {
    ui.label(scene.document.title());
}
