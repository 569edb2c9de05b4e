//! All shortcuts, from the one list of commands.

use egui::{Grid, ScrollArea, Ui};

use super::foot::close_ui;
use super::frame::{Fate, title_ui};
use crate::ui::Command;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets;

const HEIGHT: f32 = 460.0;

pub(super) fn ui(ui: &mut Ui) -> Fate {
    title_ui(ui, "Keyboard shortcuts");
    let palette = theme::palette(ui);
    ScrollArea::vertical().max_height(HEIGHT).show(ui, |ui| {
        Grid::new("shortcuts").num_columns(3).spacing([size::S24, size::S4]).show(ui, |ui| {
            for command in Command::ALL.iter().filter(|command| command.shortcut().is_some()) {
                ui.label(Type::Name.text(command.text()).color(palette.text));
                ui.label(Type::Small.text(command.tooltip()).color(palette.text2));
                let keys = command.shortcut_text(ui.ctx());
                widgets::key_cap(ui, &keys);
                ui.end_row();
            }
        });
    });
    close_ui(ui)
}
