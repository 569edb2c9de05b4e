//! The form of the selected record, or of the briefing: its head, and a control for each field.

use egui::{ScrollArea, Ui};

use super::answer::Answer;
use super::context::FieldContext;
use super::findings::{has_problem, problems_ui, unknown_ui};
use super::state::{State, has_keys_in};
use super::{choice, control, in_sight, label, reference, row, yardstick};
use crate::edit::fields::{Field, HEADER, Shape, field_label, fields_of};
use crate::model::{AnyRecord, Key, Node, NodeFields as _};
use crate::present::{value_words, visible};
use crate::ui::command::{Draft, EditRequest};
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Chip, IconButton, group_ui};
use crate::ui::{Command, Request, Scene};

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
    if state.is_of_another(key)
        && let Some(draft) = state.take_draft()
    {
        scene.ask(EditRequest::SetField(draft));
    }
    let record = key.and_then(|key| scene.reader.record(key));
    head_ui(ui, scene, record.as_ref());
    begun_ui(ui, scene, state, key.zip(record.as_ref()));
    state.is_unfinished = false;
    state.in_hand = None;
    let fields = record.as_ref().map_or(HEADER, |record| fields_of(record.kind()));
    ScrollArea::vertical().id_salt(("form", key)).auto_shrink([false, false]).show(ui, |ui| {
        egui::Frame::NONE.inner_margin(egui::Margin::symmetric(20, 8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = size::S4;
            let (mut hidden, mut begins, mut has_drawn) = (Vec::new(), false, false);
            for field in fields {
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
        ui.add(egui::Label::new(Type::Heading.text(title).color(palette.text)).truncate());
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

fn field_ui(
    ui: &mut Ui,
    scene: &mut Scene,
    state: &mut State,
    key: Option<Key>,
    record: Option<&AnyRecord>,
    field: &Field,
) {
    let value = match (state.typed(key, field.name), record) {
        (Some(typed), _) => typed.clone(),
        (None, Some(record)) => record.field_node(field.name),
        (None, None) => scene.reader.briefing.header.field_node(field.name),
    };
    let required = record.is_some_and(|record| record.required_names().contains(&field.name));
    let label = if required && value.is_none() { format!("{}, required", field.label) } else { field.label.to_owned() };
    row::row_ui(ui, scene, key.zip(record), field, &label, |ui, scene| {
        value_ui(ui, scene, state, key.zip(record), field, value.as_ref());
    });
}

/// The control of a field, and below it what there is to say of it.
fn value_ui(
    ui: &mut Ui,
    scene: &mut Scene,
    state: &mut State,
    of: Option<(Key, &AnyRecord)>,
    field: &Field,
    value: Option<&Node>,
) {
    let (key, record) = of.unzip();
    let top = ui.cursor().top();
    let is_meant = |name: &str| if name.is_empty() { field.name != "id" } else { field.name == name };
    let is_asked_for = state.focus_field == Some((key, field.name));
    let takes_focus = is_asked_for || state.takes_focus.is_some_and(|(of, name)| Some(of) == key && is_meant(name));
    let answer = match (field.shape, record) {
        (Shape::OwnFields, Some(record)) => choice::own_fields_ui(ui, field.label, record, value),
        _ => {
            let context = FieldContext { reader: &scene.reader, record: key };
            control::control_ui(ui, context, field.label, field.shape, value)
        }
    };
    state.is_unfinished |= answer.is_unfinished;
    let answer = answer.or(yardstick::yardstick_ui(ui, field, value));
    if takes_focus {
        // So that the hands stay on the keys.
        (state.takes_focus, state.focus_field) = (None, None);
        if let Some(id) = answer.first.or_else(|| reference::focus_id(ui, field)) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }
    let controls = egui::Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=ui.cursor().top());
    if has_keys_in(ui.ctx(), controls) {
        state.in_hand = Some((key, field.name));
    }
    if let Some(key) = key {
        if state.in_hand == Some((Some(key), field.name)) {
            state.last_field = Some((key, field.name));
        }
        label::conflicts_ui(ui, scene, key, field);
    }
    problems_ui(ui, scene, state, key, field);
    let pointed = scene
        .pointed_field
        .filter(|(pointed, path)| Some(*pointed) == key && path.split(['.', '[']).next() == Some(field.name));
    if let Some(pointed) = pointed.filter(|pointed| state.scrolled_to.as_ref() != Some(*pointed)) {
        state.scrolled_to = Some(pointed.clone());
        if let Some(item) = item_of(&pointed.1) {
            in_sight::turn_to(ui, item);
        }
        let rect = egui::Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=ui.cursor().top());
        ui.scroll_to_rect(rect, Some(egui::Align::Center));
    }
    if let (Some(key), true) = (key, asks_for_reason(record, field, &answer)) {
        scene.ask(Request::AskResolve(key));
        return;
    }
    take_answer(ui, scene, state, key, field.name, answer);
}

/// The item of a list that a path leads into: 2 in `cites[2].exact`.
fn item_of(path: &str) -> Option<usize> {
    path.split_once('[')?.1.split_once(']')?.0.parse().ok()
}

/// A conflict that is called resolved while nothing says why: the reason is asked for.
fn asks_for_reason(record: Option<&AnyRecord>, field: &Field, answer: &Answer) -> bool {
    let Some(AnyRecord::Conflict(conflict)) = record else { return false };
    let resolves = matches!(&answer.value, Some(Some(Node::Word(word))) if word == "Resolved");
    field.name == "status" && resolves && conflict.reason.trim().is_empty()
}

fn take_answer(ui: &Ui, scene: &mut Scene, state: &mut State, key: Option<Key>, field: &'static str, answer: Answer) {
    if answer.takes_back && state.takes_back(key, field) {
        return;
    }
    let is_drafted = state.is_drafted(key, field);
    if answer.takes_back && is_drafted {
        if state.forget_draft() {
            scene.ask(Request::Do(Command::Undo));
        }
        return;
    }
    if let Some(value) = answer.value {
        if !is_drafted && let Some(draft) = state.take_draft() {
            scene.ask(EditRequest::SetField(draft));
        }
        let draft = Draft { key, field, value, creates: answer.creates };
        if answer.settles {
            state.settle(&draft);
            scene.ask(EditRequest::SetField(draft));
        } else {
            state.type_on(draft, ui.input(|input| input.time));
        }
    } else if answer.settles && is_drafted {
        match state.take_draft() {
            Some(draft) => scene.ask(EditRequest::SetField(draft)),
            None => scene.ask(EditRequest::CloseStep),
        }
    }
}
