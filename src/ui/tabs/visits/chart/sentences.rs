//! What the frequency says, in words under the chart; a click lists the visits behind a sentence.

use egui::{Rect, Ui, UiBuilder};

use crate::analysis::count::BinUnit;
use crate::analysis::{Finding, findings, in_days};
use crate::model::Key;
use crate::present::chart::{TimeScale, unit_for};
use crate::ui::theme::size;
use crate::ui::widgets::Button;
use crate::ui::{Kept, Scene};

use super::{State, histogram};

/// The sentences of what is shown, and that of the days in sight.
#[derive(Debug, Default)]
pub(super) struct Sentences {
    all: Kept<u64, Vec<Finding>>,
    in_sight: Kept<(u64, i32, i32), Finding>,
}

/// Shows the sentences in `rect`.
pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, rect: Rect, scale: &TimeScale) {
    let mut sentences = std::mem::take(&mut state.sentences);
    let unit = state.unit.unwrap_or_else(|| unit_for(scale));
    let in_sight = in_sight(scene, state, &mut sentences.in_sight, scale, unit);
    let items = &state.lanes(scene).items;
    let all = sentences.all.get(scene.revision, || {
        let visits: Vec<Key> = items.items.iter().map(|item| item.key).collect();
        findings(&scene.reader, &visits, items.as_of)
    });

    let mut row = ui.new_child(UiBuilder::new().id_salt("sentences").max_rect(rect));
    row.shrink_clip_rect(rect);
    row.spacing_mut().item_spacing = egui::vec2(size::S4, 0.0);
    row.horizontal_wrapped(|ui| {
        for finding in std::iter::once(in_sight).chain(all) {
            let response = ui.add(Button::quiet(&finding.words));
            egui::Popup::menu(&response)
                .gap(size::S4)
                .show(|ui| histogram::list_ui(ui, scene, "The visits behind it", &finding.keys));
        }
    });
    state.sentences = sentences;
}

fn in_sight<'a>(
    scene: &Scene,
    state: &mut State,
    kept: &'a mut Kept<(u64, i32, i32), Finding>,
    scale: &TimeScale,
    unit: BinUnit,
) -> &'a Finding {
    let days = scale.days_in_sight();
    kept.get((scene.revision, days.0.0, days.1.0), || {
        let tally = state.tally(scene, unit);
        in_days(tally.starts_in(days), days, tally.total.undated.len())
    })
}
