//! The bar below a table while several rows are selected: how many, and what can be done with them.

use egui::{Align, Layout, Rect, Stroke, Ui, UiBuilder, vec2};

use crate::model::{RecordKind, count_text, plural};
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Button, IconButton};
use crate::ui::{Command, Request, Scene};

/// Its height.
pub(super) const HEIGHT: f32 = 44.0;
/// In less room the buttons have no words.
const WORDS_ABOVE: f32 = 620.0;

pub(super) fn ui(
    ui: &mut Ui,
    area: Rect,
    scene: &Scene,
    kind: RecordKind,
    row_count: usize,
    requests: &mut Vec<Request>,
) {
    let palette = theme::palette(ui);
    ui.painter().hline(area.x_range(), area.top() + 0.5, Stroke::new(size::LINE, palette.line_strong));
    let inner = area.shrink2(vec2(size::S8, 0.0));
    let layout = Layout::left_to_right(Align::Center);
    let mut bar = ui.new_child(UiBuilder::new().id_salt("selected rows").max_rect(inner).layout(layout));
    let ui = &mut bar;
    ui.spacing_mut().item_spacing.x = size::S8;
    let words = format!("{} of {} selected", count_text(scene.chosen.len()), plural(row_count, kind.noun()));
    ui.label(Type::Name.text(words).color(palette.text));
    ui.add_space(size::S8);
    let actions = [
        (Command::ChangeSelected, "Change a field…", icons::PENCIL_SIMPLE),
        (Command::DuplicateRecord, "Duplicate", icons::COPY),
        (Command::DeleteRecord, "Delete…", icons::TRASH),
        (Command::CopyRows, "Copy rows", icons::TABLE),
    ];
    for (command, words, icon) in actions {
        let is_free = scene.is_editing || !command.edits();
        let keys = command.shortcut_text(ui.ctx());
        let response = if inner.width() > WORDS_ABOVE {
            ui.add_enabled(is_free, Button::secondary(words).icon(icon)).on_hover_text(keys)
        } else {
            ui.add_enabled(is_free, IconButton::new(icon, words).shortcut(keys))
        };
        if response.on_disabled_hover_text("Switch to editing first: Ctrl+E").clicked() {
            requests.push(Request::Do(command));
        }
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if ui.add(IconButton::new(icons::X, "Select this row alone")).clicked() {
            requests.push(Request::Choose(std::sync::Arc::default(), scene.selected));
        }
    });
}
