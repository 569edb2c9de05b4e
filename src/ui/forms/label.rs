//! The label of a field: a click on it tells what the field means, with an example, and offers what can be done with it;
//! and below the field the open conflict about it.

use egui::accesskit::Role;
use egui::{Align, Label, Layout, Popup, Sense, Ui, WidgetInfo, vec2};

use crate::edit::change::{disputed_field, is_disputable};
use crate::edit::fields::Field;
use crate::model::{AnyRecord, Key, RecordKind};
use crate::present::help::about_field;
use crate::present::inspector::conflict_box;
use crate::ui::shared::conflict_box::conflict_ui;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Button, MenuItem, menu_of_either_button, menu_separator};
use crate::ui::{Command, Request, Scene};

/// The width of what is told of a field.
const TOLD_WIDTH: f32 = 320.0;

/// Shows the label. The keys pass it by, so that Tab goes from field to field; they have F1 and the command.
pub(super) fn label_ui(ui: &mut Ui, scene: &mut Scene, record: Option<(Key, &AnyRecord)>, field: &Field, label: &str) {
    let palette = theme::palette(ui);
    let galley = Type::Small.galley(ui, label, palette.text2);
    // No wider than its column, or the boxes would not stand in one.
    let width = (galley.size().x + size::S4 + size::ICON_SMALL).min(ui.available_width());
    let wanted = vec2(width, galley.size().y);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::CLICK | Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), format!("More for {}", field.label)));
    ui.painter().galley(rect.min, galley, palette.text2);
    if response.hovered() || Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response)) {
        let middle = egui::pos2(rect.right() - size::ICON_SMALL / 2.0, rect.center().y);
        icons::CARET_DOWN.paint(ui, middle, 12.0, palette.text2);
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    let kind = record.map(|(_, record)| record.kind());
    let disputed = record.filter(|(_, record)| is_disputed_here(record, field));
    menu_of_either_button(&response, |ui| {
        told_ui(ui, kind, field);
        menu_separator(ui);
        let keys = Command::Help.shortcut_text(ui.ctx());
        if ui.add(MenuItem::new("More in the help").icon(icons::BOOK_OPEN).detail(&keys)).clicked() {
            scene.ask(Request::HelpOnField(kind, field.name));
        }
        let Some((key, _)) = disputed else { return };
        let command = Command::RecordConflict;
        let keys = command.shortcut_text(ui.ctx());
        if ui.add(MenuItem::new(command.text()).icon(icons::NOT_EQUALS).detail(&keys)).clicked() {
            scene.ask(Request::AskConflict(key, Some(field.name)));
        }
    });
}

/// Whether sources may disagree about the field, which says something.
fn is_disputed_here(record: &AnyRecord, field: &Field) -> bool {
    is_disputable(record.kind(), field.name) && record.field_node(field.name).is_some()
}

/// What the field means, and an example.
fn told_ui(ui: &mut Ui, kind: Option<RecordKind>, field: &Field) {
    let palette = theme::palette(ui);
    let Some((_, section)) = about_field(kind, field.name) else { return };
    egui::Frame::NONE.inner_margin(egui::Margin::symmetric(10, 6)).show(ui, |ui| {
        ui.set_width(TOLD_WIDTH);
        ui.spacing_mut().item_spacing.y = size::S4;
        ui.label(Type::Active.text(field.label).color(palette.text));
        // The rows of a menu are as wide as it is; words in them keep their gaps.
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            for line in section.lines() {
                ui.add(Label::new(Type::Body.text(line).color(palette.text2)).wrap());
            }
        });
    });
}

/// The open conflicts about a field, each with a button to resolve it.
pub(super) fn conflicts_ui(ui: &mut Ui, scene: &mut Scene, key: Key, field: &Field) {
    for (conflict_key, conflict) in scene.reader.conflicts_about(key) {
        if !conflict.is_open() || disputed_field(&conflict) != field.name {
            continue;
        }
        ui.push_id(conflict_key, |ui| {
            let shown = conflict_box(&scene.reader, conflict_key, &conflict);
            conflict_ui(ui, &shown, &mut scene.requests);
            if ui.add(Button::quiet(Command::ResolveConflict.text()).icon(icons::CHECK)).clicked() {
                scene.ask(Request::AskResolve(conflict_key));
            }
        });
    }
}
