//! What a merge left open, side by side, with the buttons that decide it.

use egui::{Frame, Label, Margin, Ui, vec2};

use super::measure::INDENT;
use super::state::State;
use crate::edit::change::Decision;
use crate::present::OpenMerge;
use crate::ui::command::EditRequest;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Button, link};
use crate::ui::{Request, Scene};

/// Below this width the sides stand one under the other, in points.
const SIDE_BY_SIDE: f32 = 480.0;

/// The list's name.
const LIST: &str = "open merges";

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    let palette = theme::palette(ui);
    let open = state.open_merges(scene);
    if !scene.is_editing {
        let words = "Switch to editing to decide: Ctrl+E";
        Frame::NONE.inner_margin(Margin { left: INDENT, ..Margin::ZERO }).show(ui, |ui| {
            ui.label(Type::Small.text(words).color(palette.text2));
        });
    }
    for place in state.pages.shown(LIST, open.len()) {
        if let Some(item) = open.get(place) {
            ui.push_id(place, |ui| item_ui(ui, scene, item));
        }
    }
    state.pages.ui(ui, LIST, open.len());
}

fn item_ui(ui: &mut Ui, scene: &mut Scene, item: &OpenMerge) {
    let palette = theme::palette(ui);
    ui.add_space(size::S8);
    let frame = Frame::NONE.fill(palette.panel).corner_radius(size::RADIUS_CARD).inner_margin(Margin::same(12));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = size::S8;
        ui.horizontal_wrapped(|ui| {
            ui.label(Type::Active.text(&item.field).color(palette.text));
            ui.label(Type::Body.text("of").color(palette.text2));
            match item.key {
                Some(key) => {
                    if link(ui, &item.title).clicked() {
                        scene.ask(Request::ShowField(key, item.merge.field.clone()));
                    }
                }
                None => {
                    ui.label(Type::Body.text(&item.title).color(palette.text));
                }
            }
        });
        sides_ui(ui, item);
        ui.horizontal_wrapped(|ui| buttons_ui(ui, scene, item));
    });
}

fn sides_ui(ui: &mut Ui, item: &OpenMerge) {
    let sides = [("Before", &item.base), ("Mine", &item.mine), ("Theirs", &item.theirs)];
    if ui.available_width() < SIDE_BY_SIDE {
        for (head, text) in sides {
            side_ui(ui, head, text);
        }
        return;
    }
    let width = (ui.available_width() - 2.0 * size::S16) / 3.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = size::S16;
        for (head, text) in sides {
            ui.allocate_ui_with_layout(vec2(width, 0.0), egui::Layout::top_down(egui::Align::Min), |ui| {
                ui.set_width(width);
                side_ui(ui, head, text);
            });
        }
    });
}

fn side_ui(ui: &mut Ui, head: &str, text: &str) {
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = size::S2;
    ui.label(Type::SmallName.text(head).color(palette.text2));
    let label = ui.add(Label::new(Type::Body.text(text).color(palette.text)).wrap());
    let name = format!("{head}: {text}");
    label.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &name));
}

fn buttons_ui(ui: &mut Ui, scene: &mut Scene, item: &OpenMerge) {
    for decision in &item.decisions {
        let words = match decision {
            Decision::Mine => "Keep mine",
            Decision::Theirs => "Take theirs",
            Decision::Both => "Take both",
        };
        let name = format!("{words}: {} of {}", item.field, item.title);
        if ui.add_enabled(scene.is_editing, Button::secondary(words).name(&name)).clicked() {
            scene.ask(EditRequest::Decide(item.merge.clone(), *decision));
        }
    }
}
