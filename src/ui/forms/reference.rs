//! Records, places and countries, picked by typing a part of the name; what is not there can be created in place.

use egui::{Key, Modifiers, PopupCloseBehavior, Response, ScrollArea, TextEdit, Ui};

use super::answer::Answer;
use super::in_sight;
use super::pick::{Among, Candidate, Candidates};
use super::text::text_of;
use crate::edit::fields::{Field, Shape};
use crate::index::Reader;
use crate::model::{Node, count_text};
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::one_line::takes_one_line;
use crate::ui::widgets::{Chip, MenuItem, field_box, menu_heading, menu_popup, menu_separator, scroll_to_focus};

/// The margin and the line round a list, both sides together.
const POPOVER_EDGES: f32 = 10.0;
/// A list is at least as wide.
const LEAST_LIST_WIDTH: f32 = 340.0;
/// So many rows of a list are seen at once.
const ROWS_IN_SIGHT: f32 = 8.5;

/// What is being typed, and which candidate is chosen.
#[derive(Debug, Clone, Default)]
struct Typing {
    text: String,
    /// The row that an arrow has come to.
    chosen: Option<usize>,
    /// Esc closed the list; what was typed stays.
    is_closed: bool,
    /// The chip that Delete takes away: the arrows go back to it from the empty field.
    marked: Option<usize>,
}

/// One record, place or country.
pub(super) fn one_ui(ui: &mut Ui, reader: &Reader, name: &str, among: Among, value: Option<&Node>) -> Answer {
    let now = text_of(value);
    let values: Vec<String> = if now.is_empty() { Vec::new() } else { vec![now] };
    match picker_ui(ui, reader, name, among, &values) {
        Some(Picked::Removed(_)) => Answer::chosen(None),
        Some(Picked::Added(candidate)) => {
            Answer { creates: candidate.creates, ..Answer::chosen(Some(Node::Text(candidate.value))) }
        }
        None => typed(ui, name),
    }
}

/// Several.
pub(super) fn several_ui(ui: &mut Ui, reader: &Reader, name: &str, among: Among, value: Option<&Node>) -> Answer {
    let mut items = Node::items_of(value);
    let values: Vec<String> = items.iter().map(|item| text_of(Some(item))).collect();
    match picker_ui(ui, reader, name, among, &values) {
        Some(Picked::Removed(place)) => {
            items.remove(place);
            Answer::chosen(Node::list_of(items))
        }
        Some(Picked::Added(candidate)) if !values.contains(&candidate.value) => {
            items.push(Node::Text(candidate.value));
            Answer { creates: candidate.creates, ..Answer::chosen(Node::list_of(items)) }
        }
        _ => typed(ui, name),
    }
}

/// What a picker says in which nothing was picked: what is typed in it, and where the keys go to.
pub(super) fn typed(ui: &Ui, name: &str) -> Answer {
    let typing: Option<Typing> = ui.data(|data| data.get_temp(picker_id(ui, name)));
    let is_unfinished = typing.is_some_and(|typing| !typing.text.trim().is_empty());
    Answer { is_unfinished, first: Some(picker_id(ui, name)), ..Answer::default() }
}

/// The text field of a picker, for giving it the focus.
pub(super) fn focus_id(ui: &Ui, field: &Field) -> Option<egui::Id> {
    let is_picker = matches!(
        field.shape,
        Shape::Reference(_)
            | Shape::References(_)
            | Shape::Actor(_)
            | Shape::Actors(_)
            | Shape::Place
            | Shape::Country
            | Shape::Cites
    );
    is_picker.then(|| picker_id(ui, field.label))
}

fn picker_id(ui: &Ui, name: &str) -> egui::Id {
    ui.scope_id().with(("picker", name))
}

/// What a picker says.
pub(super) enum Picked {
    Added(Candidate),
    Removed(usize),
}

/// Chips of what is picked, and a field to pick more.
pub(super) fn picker_ui(ui: &mut Ui, reader: &Reader, name: &str, among: Among, values: &[String]) -> Option<Picked> {
    let id = picker_id(ui, name);
    let mut typing: Typing = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let had_focus = ui.memory(|memory| memory.has_focus(id));
    // Before the field has them: it calls itself changed by a key that deletes nothing.
    let takes_marks = had_focus && typing.text.is_empty() && !values.is_empty();
    let mut picked = if takes_marks { by_marks(ui, &mut typing, values.len()) } else { None };
    let shown = in_sight::range(ui, values.len());
    in_sight::range_ui(ui, name, &shown, values.len());
    let response = field_box(ui, had_focus, false, |ui| {
        for (place, value) in values.iter().enumerate().skip(shown.start).take(shown.len()) {
            let label = among.label_of(reader, value);
            let label: String = label.chars().take(48).collect();
            let remove = format!("Remove {label}");
            let chip = Chip::filled(&label).removable(&remove);
            if chip.in_field(had_focus && typing.marked == Some(place)).show(ui).removed {
                picked = Some(Picked::Removed(place));
            }
        }
        let room = ui.available_size_before_wrap().x;
        let room = if room < 90.0 { ui.max_rect().width() } else { room };
        let hint = if values.is_empty() { "Type a name" } else { "" };
        let edit = TextEdit::singleline(&mut typing.text)
            .id(id)
            .font(egui::FontSelection::FontId(Type::Body.font_id()))
            .hint_text(Type::Body.text(hint).color(theme::palette(ui).text3))
            .frame(egui::Frame::NONE)
            .align(egui::Align2::LEFT_CENTER)
            .min_size(egui::vec2(0.0, size::CHIP))
            .desired_width(room);
        ui.add(edit)
    });
    let edit = response.inner.clone();
    edit.clone().accessible_name(name);
    takes_one_line(&edit);
    scroll_to_focus(ui, &edit);
    if edit.changed() {
        typing = Typing { text: typing.text, ..Typing::default() };
    }
    if let Some(candidate) = completion_ui(ui, reader, among, &response.response, &edit, &mut typing) {
        picked = Some(Picked::Added(candidate));
        typing = Typing::default();
    }
    ui.data_mut(|data| data.insert_temp(id, typing));
    picked
}

/// What the keys do with the chips before an empty field: the arrows mark one, Delete and Backspace take it away; Backspace
/// the last, where none is marked.
fn by_marks(ui: &Ui, typing: &mut Typing, count: usize) -> Option<Picked> {
    let key = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let last = count - 1;
    let marked = typing.marked.map(|place| place.min(last));
    if key(Key::ArrowLeft) {
        typing.marked = Some(marked.map_or(last, |place| place.saturating_sub(1)));
    } else if key(Key::ArrowRight) {
        typing.marked = marked.map(|place| place + 1).filter(|place| *place <= last);
    } else if key(Key::Backspace) || marked.is_some() && key(Key::Delete) {
        typing.marked = None;
        return Some(Picked::Removed(marked.unwrap_or(last)));
    }
    None
}

/// The list below the field while something is typed; arrows choose, Enter and Tab take, Esc closes it.
fn completion_ui(
    ui: &Ui,
    reader: &Reader,
    among: Among,
    around: &Response,
    edit: &Response,
    typing: &mut Typing,
) -> Option<Candidate> {
    if typing.text.trim().is_empty() {
        return None;
    }
    let candidates = among.candidates(reader, &typing.text);
    let was_moved = edit.has_focus() && by_arrows(ui, typing, &candidates);
    let chosen = typing.chosen.or_else(|| candidates.first_choice());
    let taken = || chosen.and_then(|place| candidates.rows.get(place)).cloned();
    let key = |key| ui.input(|input| input.key_pressed(key));
    if edit.lost_focus() && key(Key::Enter) {
        edit.request_focus();
        return taken();
    }
    if edit.lost_focus() && key(Key::Tab) && !typing.is_closed {
        // What fits nothing stays, to be looked at again.
        return taken();
    }
    if edit.lost_focus() && key(Key::Escape) {
        if std::mem::replace(&mut typing.is_closed, true) {
            typing.text.clear();
        } else {
            edit.request_focus();
        }
        return None;
    }
    if typing.is_closed {
        return None;
    }
    // What tells the entries apart is to be read, however narrow the field is beside its label.
    let width = around.rect.width().max(LEAST_LIST_WIDTH) - POPOVER_EDGES;
    let popup = menu_popup(around)
        .id(edit.id.with("completion"))
        .open(true)
        .width(width)
        .close_behavior(PopupCloseBehavior::IgnoreClicks);
    let shown = popup.show(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        rows_ui(ui, &candidates, chosen, was_moved)
    })?;
    if shown.inner.is_none() && shown.response.clicked_elsewhere() && !edit.has_focus() {
        typing.is_closed = true;
    }
    shown.inner
}

/// The arrows go from row to row; whether one was pressed.
fn by_arrows(ui: &Ui, typing: &mut Typing, candidates: &Candidates) -> bool {
    let key = |key| ui.input(|input| input.key_pressed(key));
    let last = candidates.rows.len().saturating_sub(1);
    let now = typing.chosen.map(|place| place.min(last)).or_else(|| candidates.first_choice());
    let next = match (key(Key::ArrowDown), key(Key::ArrowUp)) {
        (true, _) => now.map_or(0, |place| (place + 1).min(last)),
        (_, true) => now.map_or(last, |place| place.saturating_sub(1)),
        _ => {
            typing.chosen = typing.chosen.and(now);
            return false;
        }
    };
    typing.chosen = Some(next);
    true
}

/// The rows, those that exist in a list that scrolls; the one that was clicked.
fn rows_ui(ui: &mut Ui, candidates: &Candidates, chosen: Option<usize>, was_moved: bool) -> Option<Candidate> {
    let mut taken = None;
    if candidates.rows.is_empty() {
        menu_heading(ui, "Nothing fits");
    }
    let mut row_ui = |ui: &mut Ui, place: usize, candidate: &Candidate| {
        let mut row = MenuItem::new(&candidate.label).beside(&candidate.beside).detail(&candidate.detail);
        row = row.matched(candidate.lit.words.clone()).beside_matched(candidate.lit.beside.clone());
        if let Some(icon) = candidate.icon {
            row = row.icon(icon);
        }
        let response = ui.add(row.selected(Some(place) == chosen).in_list().fits());
        if Some(place) == chosen && was_moved {
            response.scroll_to_me(None);
        }
        if response.clicked() {
            taken = Some(candidate.clone());
        }
    };
    let (there, new): (Vec<_>, Vec<_>) =
        candidates.rows.iter().enumerate().partition(|(_, candidate)| candidate.creates.is_none());
    if !there.is_empty() {
        let list = ScrollArea::vertical().max_height(ROWS_IN_SIGHT * size::POPOVER_ROW);
        list.show(ui, |ui| {
            for (place, candidate) in &there {
                row_ui(ui, *place, candidate);
            }
        });
    }
    if candidates.more > 0 {
        menu_heading(ui, &format!("And {} more: type on", count_text(candidates.more)));
    }
    if !there.is_empty() && !new.is_empty() {
        menu_separator(ui);
    }
    for (place, candidate) in &new {
        row_ui(ui, *place, candidate);
    }
    taken
}
