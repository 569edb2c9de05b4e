//! What the frequency says, in words under the chart; a click lists the visits behind a sentence.

use egui::{Rect, Ui, UiBuilder};

use crate::analysis::{Asked, Finding, findings};
use crate::model::Key;
use crate::present::chart::TimeScale;
use crate::ui::theme::size;
use crate::ui::widgets::Button;
use crate::ui::{Kept, Scene};

use super::{State, histogram};

/// The sentences of one state of things: what is shown, and the days in sight.
pub(super) type KeptFindings = Kept<(u64, i32, i32), Vec<Finding>>;

/// Shows the sentences in `rect`.
pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, rect: Rect, scale: &TimeScale) {
    let days = scale.days_in_sight();
    let as_of = state.lanes(scene).items.as_of;
    let visits: Vec<Key> = state.lanes(scene).items.items.iter().map(|item| item.key).collect();
    let key = (scene.revision, days.0.0, days.1.0);
    let found = state.findings.get(key, || findings(&scene.reader, &Asked { visits: &visits, days, as_of })).clone();
    let mut row = ui.new_child(UiBuilder::new().id_salt("sentences").max_rect(rect));
    row.shrink_clip_rect(rect);
    row.spacing_mut().item_spacing = egui::vec2(size::S4, 0.0);
    row.horizontal_wrapped(|ui| {
        for finding in &found {
            let response = ui.add(Button::quiet(&finding.words));
            egui::Popup::menu(&response)
                .gap(size::S4)
                .show(|ui| histogram::list_ui(ui, scene, "The visits behind it", &finding.keys));
        }
    });
}
