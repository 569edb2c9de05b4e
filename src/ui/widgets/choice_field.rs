//! A choice in a form by mouse and keyboard, as every desktop has it: Enter or Tab takes and closes, Esc closes and keeps
//! the keys, the arrows open a closed one, letters find the entry that they begin.

use egui::accesskit::Role;
use egui::{EventFilter, Id, Key, Modifiers, PopupCloseBehavior, Response, ScrollArea, Ui, WidgetInfo};

use super::dropdown::field_ui;
use super::menu::{MenuItem, menu_popup};
use super::typed_letters::TypedLetters;
use crate::ui::theme::size;

const HEIGHT: f32 = 320.0;

/// What a field of choices remembers between frames.
#[derive(Debug, Clone, Default)]
struct State {
    is_open: bool,
    /// The row that Enter takes while it is open.
    chosen: usize,
    typed: TypedLetters,
}

/// Shows the field and, while it is open, its rows; tells which row was taken. `checked` is the row that stands for the
/// value, where one does.
pub fn choice_field(
    ui: &mut Ui,
    name: &str,
    value: &str,
    rows: &[&str],
    checked: Option<usize>,
) -> (Response, Option<usize>) {
    choice_field_with(ui, name, value, rows, checked, |_| String::new())
}

/// The same, where `detail` says what each row would lead to; it is asked while the rows are shown.
pub fn choice_field_with(
    ui: &mut Ui,
    name: &str,
    value: &str,
    rows: &[&str],
    checked: Option<usize>,
    detail: impl Fn(usize) -> String,
) -> (Response, Option<usize>) {
    let (rect, response) = field_ui(ui, value);
    let id = response.id.with("choices");
    let mut state: State = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), name);
        info.current_text_value = Some(value.to_owned());
        info
    });
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(state.is_open));
    let goes_on = state.typed.goes_on(ui);
    let mut picked = by_keys(ui, &response, &mut state, rows, checked);
    let pressed = |key| response.has_focus() && ui.input(|input| input.key_pressed(key));
    // A space within a name is a letter of it.
    let is_of_list = pressed(Key::Enter) && state.is_open || pressed(Key::Space) && goes_on;
    if response.clicked() && picked.is_none() && !is_of_list {
        response.request_focus();
        state.is_open = !state.is_open;
        state.chosen = checked.unwrap_or(0);
    }
    if state.is_open {
        let clicked = list_ui(ui, &response, rect.width(), &mut state, &Below { rows, checked, detail: &detail });
        if clicked.is_some() {
            response.request_focus();
            picked = clicked;
        }
    }
    if picked.is_some() {
        state.is_open = false;
    }
    ui.data_mut(|data| data.insert_temp(id, state));
    (response, picked)
}

/// What the keys take, and how they move the choice.
fn by_keys(ui: &Ui, response: &Response, state: &mut State, rows: &[&str], checked: Option<usize>) -> Option<usize> {
    if response.lost_focus() && state.is_open {
        let takes = ui.input(|input| input.key_pressed(Key::Tab));
        state.is_open &= !takes;
        return takes.then_some(state.chosen);
    }
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter { vertical_arrows: true, escape: state.is_open, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let now = if state.is_open { Some(state.chosen) } else { checked };
    if let Some(found) = state.typed.find(ui, rows, now) {
        if !state.is_open {
            return Some(found);
        }
        state.chosen = found;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if !state.is_open {
        let opens = pressed(Key::ArrowDown) | pressed(Key::ArrowUp);
        if opens {
            state.is_open = true;
            state.chosen = checked.unwrap_or(0);
        }
        return None;
    }
    let last = rows.len().saturating_sub(1);
    if pressed(Key::ArrowDown) {
        state.chosen = (state.chosen + 1).min(last);
    }
    if pressed(Key::ArrowUp) {
        state.chosen = state.chosen.saturating_sub(1);
    }
    if pressed(Key::Home) {
        state.chosen = 0;
    }
    if pressed(Key::End) {
        state.chosen = last;
    }
    if pressed(Key::Escape) {
        state.is_open = false;
    }
    ui.input(|input| input.key_pressed(Key::Enter)).then_some(state.chosen)
}

/// What stands below the field while it is open.
struct Below<'a> {
    rows: &'a [&'a str],
    checked: Option<usize>,
    detail: &'a dyn Fn(usize) -> String,
}

/// The rows below the field; gives the one that was clicked.
fn list_ui(
    ui: &Ui,
    response: &Response,
    width: f32,
    state: &mut State,
    Below { rows, checked, detail }: &Below,
) -> Option<usize> {
    let before: Option<usize> = ui.data(|data| data.get_temp(moved_id(response)));
    let popup = menu_popup(response)
        .id(response.id.with("choices below"))
        .open(true)
        .gap(size::S4)
        .width(width - 8.0)
        .close_behavior(PopupCloseBehavior::IgnoreClicks);
    let shown = popup.show(|ui| {
        let mut clicked = None;
        ui.set_min_width(width - 16.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().max_height(HEIGHT).show(ui, |ui| {
            for (place, row) in rows.iter().enumerate() {
                let detail = detail(place);
                let mut item = MenuItem::new(row).detail(&detail).selected(place == state.chosen).in_list();
                if checked.is_some() {
                    item = item.checked(*checked == Some(place));
                }
                let row = ui.add(item);
                if place == state.chosen && before != Some(place) {
                    row.scroll_to_me(None);
                }
                if row.clicked() {
                    clicked = Some(place);
                }
            }
        });
        clicked
    })?;
    ui.data_mut(|data| data.insert_temp(moved_id(response), state.chosen));
    if shown.response.clicked_elsewhere() && !response.clicked() {
        state.is_open = false;
    }
    shown.inner
}

fn moved_id(response: &Response) -> Id {
    response.id.with("row in sight")
}
