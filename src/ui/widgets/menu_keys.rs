//! The keys of an open menu, as every desktop has them: arrows, Home and End go through its rows, letters find the row that
//! they begin, Enter or Tab takes it, Esc closes the menu and gives the keys back to what opened it.

use egui::{Event, EventFilter, Id, Key, Modifiers, Response, Ui};

use crate::index::fold;

/// A row of the menu that is being drawn.
#[derive(Debug, Clone)]
struct Row {
    id: Id,
    text: String,
    is_checked: bool,
}

type Rows = Vec<Row>;

fn rows_id() -> Id {
    Id::unique("rows of the menu that is drawn")
}

/// A row was drawn; one that cannot be taken is passed over. Returns whether it stands in a menu, and Tab takes it.
pub(super) fn note(ui: &Ui, response: &Response, text: &str, is_checked: bool) -> bool {
    let Some(mut rows) = ui.data(|data| data.get_temp::<Rows>(rows_id())) else { return false };
    if response.enabled() {
        rows.push(Row { id: response.id, text: fold(text), is_checked });
        ui.data_mut(|data| data.insert_temp(rows_id(), rows));
    }
    response.has_focus() && ui.input(|input| input.key_pressed(Key::Tab))
}

/// Draws the rows of a menu that `opener` opened, and goes through them by key.
pub(super) fn keyed_ui<R>(ui: &mut Ui, opener: &Response, rows: impl FnOnce(&mut Ui) -> R) -> R {
    ui.data_mut(|data| data.insert_temp(rows_id(), Rows::default()));
    let inner = rows(ui);
    let drawn = ui.data_mut(|data| data.remove_temp::<Rows>(rows_id())).unwrap_or_default();
    by_keys(ui, opener, &drawn);
    inner
}

/// Whether an arrow opens the menu of a button that has the keys.
pub(super) fn is_opened_by_arrow(ui: &Ui, opener: &Response) -> bool {
    if !opener.has_focus() {
        return false;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(opener.id, filter));
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown))
}

fn by_keys(ui: &Ui, opener: &Response, rows: &[Row]) {
    let focused = ui.memory(egui::Memory::focused);
    let now = rows.iter().position(|row| Some(row.id) == focused);
    let go = |place: usize| {
        if let Some(row) = rows.get(place) {
            ui.memory_mut(|memory| memory.request_focus(row.id));
            ui.ctx().request_repaint();
        }
    };
    let Some(now) = now else {
        // Opened by a key: the row that stands for the value, or the first.
        if focused == Some(opener.id) {
            go(rows.iter().position(|row| row.is_checked).unwrap_or(0));
        }
        return;
    };
    if let Some(row) = rows.get(now) {
        let filter = EventFilter { tab: true, horizontal_arrows: false, vertical_arrows: true, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(row.id, filter));
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let count = rows.len();
    if pressed(Key::ArrowDown) {
        go((now + 1) % count);
    } else if pressed(Key::ArrowUp) {
        go((now + count - 1) % count);
    } else if pressed(Key::Home) {
        go(0);
    } else if pressed(Key::End) {
        go(count - 1);
    } else if let Some(found) = by_letter(ui, rows, now) {
        go(found);
    }
    let takes = [Key::Enter, Key::Space, Key::Tab].into_iter().any(|key| ui.input(|input| input.key_pressed(key)));
    if pressed(Key::Escape) || takes {
        ui.memory_mut(|memory| memory.request_focus(opener.id));
        ui.close();
    }
}

/// The next row that begins with a letter that is typed.
fn by_letter(ui: &Ui, rows: &[Row], now: usize) -> Option<usize> {
    let letter = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Text(text) if text.chars().any(char::is_alphanumeric) => Some(fold(text)),
            _ => None,
        })
    })?;
    let begins = |place: &usize| rows.get(*place).is_some_and(|row| row.text.starts_with(&letter));
    (now + 1..rows.len()).chain(0..=now).find(begins)
}
