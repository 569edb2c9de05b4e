//! The keyboard in a table: arrows, Home, End, page keys, Enter; with Shift they extend the selection.

use egui::{EventFilter, Key, Modifiers, Response, Ui};

/// What the keys of this frame ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::ui::widgets) struct Pressed {
    pub moved_to: Option<usize>,
    /// Shift was held while it moved.
    pub extends: bool,
    pub moved_to_column: Option<usize>,
    pub activated: Option<usize>,
}

/// Where the keys stand before they are pressed, and how far they may go.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::ui::widgets) struct Place {
    pub selected: Option<usize>,
    pub row_count: usize,
    /// The number of rows in sight.
    pub page: usize,
    /// The column that has the keys, and how many there are; `None` where they walk rows alone.
    pub column: Option<(usize, usize)>,
}

/// Reads the keys if `table` has the focus.
pub(in crate::ui::widgets) fn pressed(ui: &Ui, table: &Response, place: Place) -> Pressed {
    if !table.has_focus() || place.row_count == 0 {
        return Pressed::default();
    }
    let horizontal_arrows = place.column.is_some();
    let filter = EventFilter { vertical_arrows: true, horizontal_arrows, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(table.id, filter));
    let mut pressed = Pressed::default();
    ui.input_mut(|input| {
        // With Shift first: a pattern without it fits where Shift is held too.
        for (modifiers, extends) in [(Modifiers::SHIFT, true), (Modifiers::NONE, false)] {
            for key in KEYS {
                if input.consume_key(modifiers, key) {
                    pressed.moved_to = Some(target(key, place.selected, place.row_count, place.page));
                    pressed.extends = extends;
                }
            }
        }
        if let Some((column, count)) = place.column {
            if input.consume_key(Modifiers::NONE, Key::ArrowLeft) {
                pressed.moved_to_column = Some(column.saturating_sub(1));
            }
            if input.consume_key(Modifiers::NONE, Key::ArrowRight) {
                pressed.moved_to_column = Some((column + 1).min(count.saturating_sub(1)));
            }
        }
        if input.consume_key(Modifiers::NONE, Key::Enter) {
            pressed.activated = place.selected;
        }
    });
    pressed
}
const KEYS: [Key; 6] = [Key::ArrowUp, Key::ArrowDown, Key::PageUp, Key::PageDown, Key::Home, Key::End];

/// The row that `key` moves to. `row_count` is not zero.
fn target(key: Key, selected: Option<usize>, row_count: usize, page: usize) -> usize {
    let last = row_count - 1;
    let step = page.saturating_sub(1).max(1);
    let Some(here) = selected else {
        return if key == Key::End { last } else { 0 };
    };
    match key {
        Key::ArrowUp => here.saturating_sub(1),
        Key::ArrowDown => here + 1,
        Key::PageUp => here.saturating_sub(step),
        Key::PageDown => here + step,
        Key::End => last,
        _ => 0,
    }
    .min(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_within_the_rows() {
        let to = |key, selected| target(key, selected, 100, 11);
        assert_eq!(to(Key::ArrowDown, None), 0);
        assert_eq!(to(Key::ArrowDown, Some(4)), 5);
        assert_eq!(to(Key::ArrowDown, Some(99)), 99);
        assert_eq!(to(Key::ArrowUp, Some(0)), 0);
        assert_eq!(to(Key::PageDown, Some(4)), 14);
        assert_eq!(to(Key::PageUp, Some(4)), 0);
        assert_eq!(to(Key::Home, Some(50)), 0);
        assert_eq!(to(Key::End, Some(50)), 99);
    }

    #[test]
    fn a_selection_beyond_the_rows_comes_back() {
        assert_eq!(target(Key::ArrowDown, Some(500), 10, 5), 9);
    }
}
