//! What is selected in a text field, by its id.

use egui::text::CCursorRange;
use egui::{Id, TextEdit, Ui};

/// What is selected of the text field of an id.
#[must_use]
pub fn selected(ui: &Ui, id: Id) -> Option<CCursorRange> {
    TextEdit::load_state(ui.ctx(), id).and_then(|state| state.cursor.char_range())
}

/// Selects words of the text field of an id, or puts the cursor somewhere.
pub fn select(ui: &Ui, id: Id, range: CCursorRange) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), id);
}
