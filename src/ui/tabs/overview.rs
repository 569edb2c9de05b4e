//! The overview.

use egui::Ui;

use crate::ui::Scene;

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene) {
    ui.label(scene.document.title());
}
