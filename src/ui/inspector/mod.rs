//! The inspector: whatever is selected, with its cites, what links to it and the reasons of its dates.

mod briefing;
mod dates;
mod record;
mod words;

use egui::{Frame, Margin, Panel, ScrollArea, Ui};

use crate::document::Origin;
use crate::model::Key;

use super::theme::{self, size};
use super::{Scene, Settings};

/// Draws the panel at the right; in a narrow window it takes at most half of it.
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
    let window = ui.ctx().content_rect().width();
    let is_narrow = window < size::NARROW_WINDOW;
    // In a narrow window the content comes first: the inspector is there for a selected record only.
    if is_narrow && scene.selected.is_none() {
        return;
    }
    let palette = theme::palette(ui);
    let frame = Frame::NONE.fill(palette.panel).inner_margin(Margin { left: 20, right: 12, top: 8, bottom: 8 });
    let usual = settings.inspector_width.unwrap_or(size::INSPECTOR_VIEWING);
    let panel = if is_narrow {
        Panel::right("narrow inspector").exact_size(size::INSPECTOR_MIN.max(window * 0.4)).resizable(false)
    } else {
        Panel::right("inspector").default_size(usual).size_range(size::INSPECTOR_MIN..=size::INSPECTOR_MAX)
    };
    let shown = panel.show_separator_line(true).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = size::S4;
        let selected = scene.selected.and_then(|key| Some((key, scene.reader.record(key)?)));
        let id = selected.as_ref().map(|(key, _)| *key);
        ScrollArea::vertical().id_salt(("inspector", id)).auto_shrink([false, false]).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - size::S8);
            match selected {
                Some((key, record)) => {
                    let pointed = pointed_field.filter(|(pointed, _)| *pointed == key).map(|(_, field)| field.as_str());
                    record::ui(ui, scene, key, &record, pointed);
                }
                None => briefing::ui(ui, scene, origin),
            }
        });
    });
    if !is_narrow {
        settings.inspector_width = Some(shown.response.rect.width());
    }
}
