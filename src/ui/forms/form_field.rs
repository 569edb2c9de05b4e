//! A field of the form: its label, its control, what there is to say of it, and what its answer asks for.

use egui::Ui;

use super::answer::Answer;
use super::context::FieldContext;
use super::findings::problems_ui;
use super::state::{State, has_keys_in};
use super::{choice, control, in_sight, label, reference, row, yardstick};
use crate::edit::fields::{Field, Shape};
use crate::model::{AnyRecord, Key, Node, NodeFields as _};
use crate::ui::command::{Draft, EditRequest};
use crate::ui::{Command, Request, Scene};

/// Shows a field of a record, or of the briefing, with its label and what there is to say of it.
pub(super) fn field_ui(
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
    let is_missing = required && value.is_none();
    row::row_ui(ui, scene, key.zip(record), (field, is_missing), |ui, scene| {
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
    state.note_unfinished(key, field.name, answer.is_unfinished);
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
