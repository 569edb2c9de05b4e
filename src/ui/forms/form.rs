//! The form of the selected record, or of the briefing: its head, and a control for each field.

use egui::{ScrollArea, Ui};

use super::findings::{has_problem, unknown_ui};
use super::form_field::field_ui;
use super::state::State;
use super::{roles, row};
use crate::edit::fields::{Field, HEADER, field_label, fields_of};
use crate::model::{AnyRecord, Key, NodeFields as _};
use crate::present::{value_words, visible};
use crate::ui::command::{Draft, EditRequest};
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Chip, IconButton, group_ui};
use crate::ui::{Command, Request, Scene};

/// The field of an actor before which its roles stand.
const ROLES_BEFORE: &str = "names";

/// Draws the form of the selected record, or of the briefing.
pub(in crate::ui) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    // A control that is too wide is cut; it must not widen the panel.
    let room = ui.available_rect_before_wrap();
    let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(room));
    inside.set_clip_rect(room.intersect(ui.clip_rect()));
    state.room = Some(room);
    form_ui(&mut inside, scene, state);
    ui.advance_cursor_after_rect(room);
}

fn form_ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    let key = scene.selected.filter(|key| scene.reader.record(*key).is_some());
    let record = key.and_then(|key| scene.reader.record(key));
    let belongs = |of: Option<Key>| of == key || of.is_some_and(|of| roles::is_role_of(scene, of, record.as_ref()));
    if state.is_draft_of(|of| !belongs(of))
        && let Some(draft) = state.take_draft()
    {
        scene.ask(EditRequest::SetField(draft));
    }
    head_ui(ui, scene, record.as_ref());
    begun_ui(ui, scene, state, key.zip(record.as_ref()));
    state.is_unfinished = false;
    let in_hand = state.in_hand.take().and_then(|(of, _)| of);
    let fields = record.as_ref().map_or(HEADER, |record| fields_of(record.kind()));
    ScrollArea::vertical().id_salt(("form", key)).auto_shrink([false, false]).show(ui, |ui| {
        egui::Frame::NONE.inner_margin(egui::Margin::symmetric(20, 8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = size::S4;
            let (mut hidden, mut begins, mut has_drawn) = (Vec::new(), false, false);
            for field in fields {
                if field.name == ROLES_BEFORE
                    && let (Some(key), Some(AnyRecord::Actor(actor))) = (key, record.as_ref())
                {
                    roles::roles_ui(ui, scene, state, key, actor, in_hand);
                }
                begins |= field.begins_group;
                if !is_shown(scene, state, key, record.as_ref(), field) {
                    hidden.push(field);
                    continue;
                }
                state.keep_in_sight(key, field.name);
                if std::mem::take(&mut begins) && has_drawn {
                    row::group_line_ui(ui);
                }
                has_drawn = true;
                group_ui(ui, (key, field.name), &format!("{} field", field.label), |ui| {
                    field_ui(ui, scene, state, key, record.as_ref(), field);
                });
                ui.add_space(size::S8);
            }
            row::add_field_ui(ui, state, key, &hidden);
            unknown_ui(ui, record.as_ref());
            ui.add_space(size::S24);
        });
    });
    if let Some(draft) = state.due(ui) {
        scene.ask(EditRequest::SetFieldWhileTyping(draft));
    }
}

/// What kind of record it is, and what can be done with it.
fn head_ui(ui: &mut Ui, scene: &mut Scene, record: Option<&AnyRecord>) {
    let palette = theme::palette(ui);
    let title = record.map_or_else(|| "Briefing".to_owned(), |record| scene.reader.title(record));
    let kind = record.map_or("the briefing itself".to_owned(), |record| record.kind().noun().to_owned());
    egui::Frame::NONE.inner_margin(egui::Margin { left: 20, right: 12, top: 8, bottom: 4 }).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(Type::Body.text(format!("Editing {kind}")).color(palette.text2));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                if record.is_some() {
                    for (icon, command) in
                        [(icons::TRASH, Command::DeleteRecord), (icons::COPY, Command::DuplicateRecord)]
                    {
                        let keys = command.shortcut_text(ui.ctx());
                        if ui.add(IconButton::new(icon, command.text()).shortcut(keys).skipped_by_tab()).clicked() {
                            scene.ask(Request::Do(command));
                        }
                    }
                }
            });
        });
        // It ends where the fields end; the buttons above stand out by their padding.
        ui.set_max_width(ui.available_width() - size::S8);
        ui.add(egui::Label::new(Type::Title.text(title).color(palette.text)).truncate());
    });
}

/// What a new record began with, as chips that can be taken off.
fn begun_ui(ui: &mut Ui, scene: &mut Scene, state: &State, record: Option<(Key, &AnyRecord)>) {
    let (Some((key, record)), Some((of, values))) = (record, &state.begun) else { return };
    let still: Vec<_> = values.iter().filter(|(name, value)| record.field_node(name).as_ref() == Some(value)).collect();
    if *of != key || still.is_empty() {
        return;
    }
    let palette = theme::palette(ui);
    egui::Frame::NONE.inner_margin(egui::Margin { left: 20, right: 12, top: 0, bottom: 8 }).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.label(Type::Small.text("From the filter and the selection").color(palette.text2));
            for (name, value) in still {
                let label = field_label(record.kind(), name);
                let words = visible(&value_words(&scene.reader, record.kind(), name, value)).into_owned();
                let take_off = format!("Take off {label} {words}");
                if Chip::filter(&label, &words).removable(&take_off).show(ui).removed {
                    scene.ask(EditRequest::SetField(Draft { key: Some(key), field: name, value: None, creates: None }));
                }
            }
        });
    });
}

/// Whether a field is filled, or usual, or asked for, or something is to be said of it.
fn is_shown(scene: &Scene, state: &State, key: Option<Key>, record: Option<&AnyRecord>, field: &Field) -> bool {
    let is_filled = match record {
        Some(record) => record.field_node(field.name).is_some(),
        None => scene.reader.briefing.header.field_node(field.name).is_some(),
    };
    let is_required = || record.is_some_and(|record| record.required_names().contains(&field.name));
    let is_pointed = || {
        let pointed = scene.pointed_field.filter(|(pointed, _)| Some(*pointed) == key);
        pointed.is_some_and(|(_, path)| path.split(['.', '[']).next() == Some(field.name))
    };
    field.is_usual
        || is_filled
        || is_required()
        || is_pointed()
        || state.is_in_sight(key, field.name)
        || state.takes_focus.is_some_and(|(of, name)| Some(of) == key && name == field.name)
        || state.typed(key, field.name).is_some()
        || has_problem(scene, key, field)
}
