//! A list whose scroll bar stands beside its rows, not over them.

use egui::scroll_area::ScrollAreaOutput;
use egui::{ScrollArea, Ui};

use crate::ui::theme::size;

/// Shows rows in a scroll area; where they are more than it shows, they leave room for its bar. `name` tells lists in one
/// ui apart.
pub fn list_beside_bar<R>(
    ui: &mut Ui,
    name: &str,
    area: ScrollArea,
    rows: impl FnOnce(&mut Ui) -> R,
) -> ScrollAreaOutput<R> {
    let id = ui.scope_id().with(("beside the bar", name));
    let scrolls = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    let shown = area.id_salt(name).auto_shrink([false, true]).show(ui, |ui| {
        if scrolls {
            ui.set_max_width(ui.available_width() - size::BESIDE_BAR);
        }
        rows(ui)
    });
    let is_longer = shown.content_size.y > shown.inner_rect.height() + 0.5;
    if is_longer != scrolls {
        ui.data_mut(|data| data.insert_temp(id, is_longer));
        ui.ctx().request_discard("a scroll bar stands beside the rows");
    }
    shown
}
