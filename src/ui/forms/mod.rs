//! The form: the inspector in editing mode, for every field of whatever is selected.
//!
//! A control shows a value and says what it should be; it never changes the briefing. What is typed is a draft for a
//! short pause, then an open step of the history; when the focus leaves, the step is closed.

mod answer;
mod choice;
mod cites;
mod content;
mod control;
mod date;
mod label;
mod list;
mod parts;
mod pick;
mod reference;
mod text;
mod yardstick;

use std::collections::BTreeSet;
use std::time::Duration;

use egui::{ScrollArea, Ui};

use super::command::Draft;
use super::theme::{self, Type, icons, size};
use super::widgets::{Button, Chip, IconButton, Severity, severity_label};
use super::{Command, Request, Scene};
use crate::check;
use crate::edit::fields::{Field, HEADER, Shape, field_label, fields_of};
use crate::model::{AnyRecord, Key, Node, NodeFields as _};
use crate::present::{value_words, visible};
pub(super) use answer::Answer;

/// So long after the last letter what was typed becomes a step.
const PAUSE_SECONDS: f64 = 0.4;

/// What the form holds between frames.
#[derive(Debug, Default)]
pub(super) struct State {
    draft: Option<(Draft, f64)>,
    /// The draft is a step already, which may still grow.
    is_step: bool,
    /// What was refused, and why.
    refused: Option<(Option<Key>, &'static str, String)>,
    scrolled_to: Option<(Key, String)>,
    /// The record whose first field is to take the focus.
    focus_first: Option<Key>,
    /// Records whose ids were made for them, and follow what they say.
    made_ids: BTreeSet<Key>,
    /// What the newest record began with from the filter and the selection: its fields and their values.
    begun: Option<(Key, Vec<(&'static str, Node)>)>,
    /// Where it was drawn in the last frame.
    room: Option<egui::Rect>,
    /// The field that had the keys last.
    last_field: Option<(Key, &'static str)>,
}

impl State {
    /// What was typed and is no step yet; it is one now.
    pub(super) fn take_draft(&mut self) -> Option<Draft> {
        let taken = self.draft.take().map(|(draft, _)| draft);
        if std::mem::take(&mut self.is_step) { None } else { taken }
    }

    /// Whether one of its controls has the keys: then a plain key is for that control, and deletes no record.
    pub(super) fn has_keys(&self, ctx: &egui::Context) -> bool {
        let Some(room) = self.room else { return false };
        has_keys_in(ctx, egui::Rect::from_x_y_ranges(room.x_range(), f32::NEG_INFINITY..=f32::INFINITY))
    }

    /// A new record is shown: the keys go to its first field, its id follows what it says.
    pub(super) fn begin(&mut self, key: Key) {
        self.focus_first = Some(key);
        self.made_ids.insert(key);
    }

    /// A new record has these values from the filter and from what was selected.
    pub(super) fn begins_with(&mut self, key: Key, values: Vec<(&'static str, Node)>) {
        self.begun = Some((key, values));
    }

    /// The keys go to the first field of a record that is shown.
    pub(super) fn take_keys(&mut self, key: Key) {
        self.focus_first = Some(key);
    }

    /// Whether the id of a record was made for it.
    pub(super) fn has_made_id(&self, key: Key) -> bool {
        self.made_ids.contains(&key)
    }

    /// The field of a record that had the keys last.
    pub(super) fn last_field(&self, key: Key) -> Option<&'static str> {
        self.last_field.filter(|(of, _)| *of == key).map(|(_, field)| field)
    }

    /// A person has chosen the id of a record.
    pub(super) fn id_is_given(&mut self, key: Key) {
        self.made_ids.remove(&key);
    }

    /// Forgets what was typed: something else changed the briefing.
    pub(super) fn forget(&mut self) {
        self.draft = None;
        self.is_step = false;
        self.refused = None;
    }

    /// Remembers why a value was refused.
    pub(super) fn refuse(&mut self, key: Option<Key>, field: &'static str, why: String) {
        self.refused = Some((key, field, why));
    }
}

/// Draws the form of the selected record, or of the briefing.
pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
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
    if state.draft.as_ref().is_some_and(|(draft, _)| draft.key != key)
        && let Some(draft) = state.take_draft()
    {
        scene.ask(Request::SetField(draft, false));
    }
    let record = key.and_then(|key| scene.reader.record(key));
    date::tell_record(ui, key);
    head_ui(ui, scene, record.as_ref());
    begun_ui(ui, scene, state, key.zip(record.as_ref()));
    let fields = record.as_ref().map_or(HEADER, |record| fields_of(record.kind()));
    ScrollArea::vertical().id_salt(("form", key)).auto_shrink([false, false]).show(ui, |ui| {
        egui::Frame::NONE.inner_margin(egui::Margin::symmetric(20, 8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = size::S4;
            for field in fields {
                ui.push_id((key, field.name), |ui| field_ui(ui, scene, state, key, record.as_ref(), field));
                ui.add_space(size::S8);
            }
            unknown_ui(ui, record.as_ref());
            ui.add_space(size::S24);
        });
    });
    commit_after_pause(ui, scene, state);
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
                        if ui.add(IconButton::new(icon, command.text()).shortcut(keys)).clicked() {
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
                    scene.ask(Request::SetField(
                        Draft { key: Some(key), field: name, value: None, creates: None },
                        false,
                    ));
                }
            }
        });
    });
}

fn field_ui(
    ui: &mut Ui,
    scene: &mut Scene,
    state: &mut State,
    key: Option<Key>,
    record: Option<&AnyRecord>,
    field: &Field,
) {
    let drafted = state.draft.as_ref().filter(|(draft, _)| draft.key == key && draft.field == field.name);
    let value = match (drafted, record) {
        (Some((draft, _)), _) => draft.value.clone(),
        (None, Some(record)) => record.field_node(field.name),
        (None, None) => scene.reader.briefing.header.field_node(field.name),
    };
    let top = ui.cursor().top();
    let required = record.is_some_and(|record| record.required_names().contains(&field.name));
    let label = if required && value.is_none() { format!("{}, required", field.label) } else { field.label.to_owned() };
    label::label_ui(ui, scene, key.zip(record), field, &label);
    let is_first = state.focus_first.is_some() && state.focus_first == key && field.name != "id";
    let answer = match (field.shape, record) {
        (Shape::OwnFields, Some(record)) => choice::own_fields_ui(ui, field.label, record, value.as_ref()),
        _ => control::control_ui(ui, &scene.reader, field.label, field.shape, value.as_ref()),
    };
    let answer = answer.or(yardstick::yardstick_ui(ui, field, value.as_ref()));
    if is_first {
        // The first control of a new record takes the focus, so that the hands stay on the keys.
        state.focus_first = None;
        if let Some(id) = answer.first.or_else(|| reference::focus_id(ui, field)) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }
    if let Some(key) = key {
        let controls = egui::Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=ui.cursor().top());
        if has_keys_in(ui.ctx(), controls) {
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
        let rect = egui::Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=ui.cursor().top());
        ui.scroll_to_rect(rect, Some(egui::Align::Center));
    }
    if let (Some(key), true) = (key, asks_for_reason(record, field, &answer)) {
        scene.ask(Request::AskResolve(key));
        return;
    }
    take_answer(ui, scene, state, key, field.name, answer);
}

/// Whether what has the keys stands in an area.
fn has_keys_in(ctx: &egui::Context, area: egui::Rect) -> bool {
    let focused = ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id));
    focused.is_some_and(|response| area.contains(response.rect.center()))
}

/// A conflict that is called resolved while nothing says why: the reason is asked for.
fn asks_for_reason(record: Option<&AnyRecord>, field: &Field, answer: &Answer) -> bool {
    let Some(AnyRecord::Conflict(conflict)) = record else { return false };
    let resolves = matches!(&answer.value, Some(Some(Node::Word(word))) if word == "Resolved");
    field.name == "status" && resolves && conflict.reason.trim().is_empty()
}

/// What was refused here, and what the checks found here.
fn problems_ui(ui: &mut Ui, scene: &mut Scene, state: &State, key: Option<Key>, field: &Field) {
    if let Some((_, _, why)) = state.refused.as_ref().filter(|(k, name, _)| *k == key && *name == field.name) {
        ui.horizontal_wrapped(|ui| severity_label(ui, Severity::Error, why));
    }
    let is_here = |problem: &&check::Problem| {
        // That a field is required is said by its label, as long as it is empty.
        let is_said = problem.rule == "required-field" && problem.field == field.name;
        let is_of_record = !is_said && (key.is_some() || problem.record.is_empty());
        is_of_record && problem.field.split(['.', '[']).next() == Some(field.name)
    };
    for problem in scene.document.problems_of(key).filter(is_here) {
        let severity = match problem.severity {
            check::Severity::Error => Severity::Error,
            check::Severity::Warning => Severity::Warning,
            check::Severity::Info => Severity::Note,
        };
        ui.horizontal_wrapped(|ui| severity_label(ui, severity, &problem.message));
        if let Some(remedy) = &problem.remedy {
            let name = format!("{}, {}", remedy.label, field.label.to_lowercase());
            if ui.add(Button::quiet(&visible(&remedy.label)).icon(icons::CHECK_CIRCLE).name(&name)).clicked() {
                scene.requests.push(Request::Repair(Box::new(problem.clone())));
            }
        }
    }
}

fn take_answer(ui: &Ui, scene: &mut Scene, state: &mut State, key: Option<Key>, field: &'static str, answer: Answer) {
    let is_drafted = state.draft.as_ref().is_some_and(|(draft, _)| draft.key == key && draft.field == field);
    if answer.takes_back && is_drafted {
        let was_step = state.is_step;
        state.forget();
        if was_step {
            scene.ask(Request::Do(Command::Undo));
        }
        return;
    }
    if let Some(value) = answer.value {
        if !is_drafted && let Some(draft) = state.take_draft() {
            scene.ask(Request::SetField(draft, false));
        }
        state.refused = None;
        let draft = Draft { key, field, value, creates: answer.creates };
        if answer.settles {
            state.forget();
            scene.ask(Request::SetField(draft, false));
        } else {
            state.is_step = false;
            state.draft = Some((draft, ui.input(|input| input.time)));
        }
    } else if answer.settles && is_drafted {
        match state.take_draft() {
            Some(draft) => scene.ask(Request::SetField(draft, false)),
            None => scene.ask(Request::CloseStep),
        }
    }
}

fn commit_after_pause(ui: &Ui, scene: &mut Scene, state: &mut State) {
    let Some((draft, since)) = state.draft.as_ref().filter(|_| !state.is_step) else { return };
    let waited = ui.input(|input| input.time) - since;
    if waited < PAUSE_SECONDS {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(PAUSE_SECONDS - waited));
        return;
    }
    scene.ask(Request::SetField(draft.clone(), true));
    state.is_step = true;
}

/// Fields that the model does not know: kept in the file, shown as they stand there.
fn unknown_ui(ui: &mut Ui, record: Option<&AnyRecord>) {
    let palette = theme::palette(ui);
    for field in record.map_or(&[][..], AnyRecord::unknown_fields) {
        let text = format!("{}: {}", field.name, visible(&field.raw));
        ui.add(egui::Label::new(Type::Small.text(text).color(palette.text3)).wrap())
            .on_hover_text("A field that this program does not know; it stays in the file as it is");
    }
}

/// A control outside a form: gives back the value once it is another.
#[expect(clippy::option_option, reason = "nothing said, taken away, and set are three things")]
pub(super) fn value_ui(
    ui: &mut Ui,
    reader: &crate::index::Reader,
    field: &Field,
    value: Option<&Node>,
) -> Option<Option<Node>> {
    // A record that would have to be made first is made in a form.
    let answer = control_ui(ui, reader, field, value);
    answer.value.filter(|_| answer.creates.is_none())
}

/// The control of a field, and all that it says.
pub(super) fn control_ui(ui: &mut Ui, reader: &crate::index::Reader, field: &Field, value: Option<&Node>) -> Answer {
    let answer = control::control_ui(ui, reader, field.label, field.shape, value);
    let first = answer.first.or_else(|| reference::focus_id(ui, field));
    Answer { first, ..answer }
}
