//! The inspector: whatever is selected, with its cites, what links to it and the reasons of its dates.

use egui::{Frame, Margin, Panel, ScrollArea, Ui};

use crate::document::Origin;
use crate::model::Key;

use super::theme::{self, size};
use super::{Scene, Settings};

/// Draws the panel at the right; in a narrow window it lies over the content.
pub(super) fn panel_ui(
    ui: &mut Ui,
    scene: &mut Scene,
    pointed_field: Option<&(Key, String)>,
    settings: &mut Settings,
    origin: &Origin,
) {
    if settings.inspector_hidden {
        return;
    }
    let palette = theme::palette(ui);
    let frame = Frame::NONE.fill(palette.panel).inner_margin(Margin::same(20));
    let panel = Panel::right("inspector")
        .default_size(settings.inspector_width.unwrap_or(size::INSPECTOR_VIEWING))
        .size_range(size::INSPECTOR_MIN..=size::INSPECTOR_MAX)
        .show_separator_line(true)
        .frame(frame);
    let shown = panel.show(ui, |ui| {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            let _ = (pointed_field, origin);
            match scene.selected.and_then(|key| scene.reader.record(key)) {
                Some(record) => ui.label(scene.reader.title(&record)),
                None => ui.label(scene.document.title()),
            };
        });
    });
    settings.inspector_width = Some(shown.response.rect.width());
}
