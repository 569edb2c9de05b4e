//! The keyboard in a table: arrows, Home, End, page keys, Enter.

use egui::{EventFilter, Key, Modifiers, Response, Ui};

/// What the keys of this frame ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::ui::widgets) struct Pressed {
    pub moved_to: Option<usize>,
    pub activated: Option<usize>,
}

/// Reads the keys if `table` has the focus. `page` is the number of rows in sight.
pub(in crate::ui::widgets) fn pressed(
    ui: &Ui,
    table: &Response,
    selected: Option<usize>,
    row_count: usize,
    page: usize,
) -> Pressed {
    if !table.has_focus() || row_count == 0 {
        return Pressed::default();
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(table.id, filter));
    let mut pressed = Pressed::default();
    ui.input_mut(|input| {
        for key in KEYS {
            if input.consume_key(Modifiers::NONE, key) {
                pressed.moved_to = Some(target(key, selected, row_count, page));
            }
        }
        if input.consume_key(Modifiers::NONE, Key::Enter) {
            pressed.activated = selected;
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
