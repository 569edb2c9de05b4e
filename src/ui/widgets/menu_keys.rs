//! The keys of an open menu, as every desktop has them: arrows, Home and End go through its rows, letters find the row that
//! they begin, Enter or Tab takes it, Esc closes the menu and gives the keys back to what opened it.

use egui::{EventFilter, Id, Key, Modifiers, Response, Ui};

use super::typed_letters::TypedLetters;

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

/// What the keys do with a row of a menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ByKeys {
    /// What they do with any control.
    AsElsewhere,
    /// Tab takes it.
    Taken,
    /// Space is a letter of a name that is being typed.
    TypedOn,
}

/// A row was drawn; one that cannot be taken is passed over. Returns what the keys do with it, where it stands in a menu.
pub(super) fn note(ui: &Ui, response: &Response, text: &str, is_checked: bool) -> ByKeys {
    let Some(mut rows) = ui.data(|data| data.get_temp::<Rows>(rows_id())) else { return ByKeys::AsElsewhere };
    if response.enabled() {
        rows.push(Row { id: response.id, text: text.to_owned(), is_checked });
        ui.data_mut(|data| data.insert_temp(rows_id(), rows));
    }
    let pressed = |key| response.has_focus() && ui.input(|input| input.key_pressed(key));
    if pressed(Key::Tab) {
        ByKeys::Taken
    } else if pressed(Key::Space) && typed(ui).goes_on(ui) {
        ByKeys::TypedOn
    } else {
        ByKeys::AsElsewhere
    }
}

/// What was typed in the menu that is open.
fn typed(ui: &Ui) -> TypedLetters {
    ui.data(|data| data.get_temp(typed_id())).unwrap_or_default()
}

fn typed_id() -> Id {
    Id::unique("letters typed in the open menu")
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
        // Whoever has the keys: Esc closes what was opened last, and nothing under it.
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            ui.memory_mut(|memory| memory.request_focus(opener.id));
            ui.close();
        }
        return;
    };
    if let Some(row) = rows.get(now) {
        let filter = EventFilter { tab: true, horizontal_arrows: false, vertical_arrows: true, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(row.id, filter));
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let count = rows.len();
    let goes_on = typed(ui).goes_on(ui);
    if pressed(Key::ArrowDown) {
        go((now + 1) % count);
    } else if pressed(Key::ArrowUp) {
        go((now + count - 1) % count);
    } else if pressed(Key::Home) {
        go(0);
    } else if pressed(Key::End) {
        go(count - 1);
    } else if let Some(found) = by_letters(ui, rows, now) {
        go(found);
    }
    let is_space_letter = goes_on && ui.input(|input| input.key_pressed(Key::Space));
    let takes = [Key::Enter, Key::Space, Key::Tab].into_iter().any(|key| ui.input(|input| input.key_pressed(key)));
    let takes = takes && !is_space_letter;
    if pressed(Key::Escape) || takes {
        ui.memory_mut(|memory| memory.request_focus(opener.id));
        ui.close();
    }
}

/// The row that begins with the letters that are typed.
fn by_letters(ui: &Ui, rows: &[Row], now: usize) -> Option<usize> {
    let mut letters = typed(ui);
    let names: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
    let found = letters.find(ui, &names, Some(now));
    ui.data_mut(|data| data.insert_temp(typed_id(), letters));
    found
}
