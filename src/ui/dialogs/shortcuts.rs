//! All shortcuts by what they are for: those of the commands, from their one list, and those of the reading pane, the chart
//! and the tables.

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use super::foot::close_ui;
use super::frame::{FOOT, Fate, list_height, title_ui};
use crate::ui::command::VIEW_KEYS;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{self, SectionHead};
use crate::ui::{Command, Menu};

const HEIGHT: f32 = 460.0;
/// Kept free at the right, so that the scroll bar lies over no key.
const BESIDE_BAR: f32 = 14.0;
const ROW: f32 = 26.0;

pub(super) fn ui(ui: &mut Ui) -> Fate {
    title_ui(ui, "Keyboard shortcuts");
    let height = list_height(ui, HEIGHT, FOOT);
    ScrollArea::vertical().auto_shrink([false, true]).max_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for menu in Menu::ALL {
            let of_menu = Command::ALL.iter().filter(|command| command.menu() == *menu);
            let with_keys: Vec<&Command> = of_menu.filter(|command| command.shortcut().is_some()).collect();
            if with_keys.is_empty() {
                continue;
            }
            head_ui(ui, menu.label());
            for command in with_keys {
                row_ui(ui, command.text(), &command.shortcut_text(ui.ctx()));
            }
        }
        for (of, keys) in VIEW_KEYS {
            head_ui(ui, of);
            for (what, keys) in *keys {
                row_ui(ui, what, keys);
            }
        }
    });
    close_ui(ui)
}

fn head_ui(ui: &mut Ui, of: &str) {
    ui.add_space(size::S12);
    ui.add(SectionHead::large(of));
    ui.add_space(size::S4);
}

fn row_ui(ui: &mut Ui, what: &str, keys: &str) {
    let palette = theme::palette(ui);
    let width = ui.available_width() - BESIDE_BAR;
    ui.allocate_ui_with_layout(vec2(width, ROW), Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_width(width);
        ui.label(Type::Body.text(what).color(palette.text));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| widgets::key_cap(ui, keys));
    });
}
