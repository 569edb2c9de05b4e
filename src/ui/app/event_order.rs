//! What is pressed while the window is busy arrives in one frame; here it is given out so that each key or click acts
//! on what the one before it has opened.
//!
//! A key that opens the palette and the letters typed after it may come together. egui hands all events of a frame to
//! who has the keys in that frame, and the palette has them only in the next: the letters would be lost.

use std::collections::VecDeque;

use egui::{Context, Event, Key, Plugin, RawInput};

/// Frames after an event that may move the keys in which nothing further is given out: what it asked for is carried out
/// at the end of its own frame, and shown in the next, where it takes the keys.
const FRAMES_TO_SETTLE: u8 = 1;

/// Holds back what follows an event that may move the keys, until they have moved.
#[derive(Debug, Default)]
pub(super) struct EventOrder {
    waiting: VecDeque<Event>,
    settling: u8,
}

impl Plugin for EventOrder {
    fn debug_name(&self) -> &'static str {
        "event order"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        self.waiting.extend(input.events.drain(..));
        input.events = self.next(ctx.text_edit_focused());
        if !self.waiting.is_empty() {
            ctx.request_repaint();
        }
    }
}

impl EventOrder {
    /// The events of this frame, in the order in which they came.
    fn next(&mut self, is_typing: bool) -> Vec<Event> {
        let mut events = Vec::new();
        let settles = self.settling > 0;
        self.settling = self.settling.saturating_sub(1);
        while let Some(event) = self.waiting.pop_front() {
            if settles && depends_on_the_keys(&event) {
                self.waiting.push_front(event);
                break;
            }
            let moves_keys = may_move_keys(&event, is_typing);
            let has_letter = types_a_letter(&event);
            events.push(event);
            if moves_keys {
                self.settling = FRAMES_TO_SETTLE;
                // The letter of a key comes behind it and belongs to it.
                if has_letter && matches!(self.waiting.front(), Some(Event::Text(_))) {
                    events.extend(self.waiting.pop_front());
                }
                break;
            }
        }
        events
    }
}

/// Whether it matters who has the keys, or what lies where, when the event arrives.
fn depends_on_the_keys(event: &Event) -> bool {
    match event {
        Event::Key { pressed, .. } | Event::PointerButton { pressed, .. } => *pressed,
        Event::Text(_)
        | Event::Copy
        | Event::Cut
        | Event::Paste(_)
        | Event::Ime(_)
        | Event::AccessKitActionRequest(_) => true,
        _ => false,
    }
}

/// Whether the event may open something, close it, or give the keys to another.
///
/// Keys that are held down repeat faster than frames may come, so that repeats and the keys that walk through rows are
/// given out as they come.
fn may_move_keys(event: &Event, is_typing: bool) -> bool {
    match event {
        Event::Key { pressed: true, repeat: false, key, modifiers, .. } => {
            opens_or_leaves(*key) || modifiers.command || !is_typing && !walks(*key)
        }
        Event::PointerButton { pressed: false, .. } | Event::AccessKitActionRequest(_) => true,
        Event::Paste(_) => !is_typing,
        _ => false,
    }
}

/// Whether a letter comes with the event of the key.
fn types_a_letter(event: &Event) -> bool {
    matches!(event, Event::Key { key, modifiers, .. } if !modifiers.command && !opens_or_leaves(*key) && !walks(*key))
}

fn opens_or_leaves(key: Key) -> bool {
    matches!(key, Key::Tab | Key::Enter | Key::Escape | Key::F1 | Key::F8)
}

fn walks(key: Key) -> bool {
    matches!(
        key,
        Key::ArrowUp
            | Key::ArrowDown
            | Key::ArrowLeft
            | Key::ArrowRight
            | Key::PageUp
            | Key::PageDown
            | Key::Home
            | Key::End
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Modifiers;

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    fn frames(events: Vec<Event>, is_typing: bool) -> Vec<Vec<Event>> {
        let mut order = EventOrder { waiting: events.into(), settling: 0 };
        let mut frames = Vec::new();
        while !order.waiting.is_empty() {
            frames.push(order.next(is_typing));
        }
        frames
    }

    #[test]
    fn letters_wait_until_what_a_shortcut_opens_has_the_keys() {
        let opens = key(Key::K, Modifiers::COMMAND);
        let letters = vec![Event::Text("B".into()), Event::Text("e".into())];
        let came = [vec![opens.clone()], letters.clone()].concat();
        assert_eq!(frames(came, false), [vec![opens], vec![], letters]);
    }

    #[test]
    fn a_plain_key_takes_its_own_letter_along() {
        let statement = vec![key(Key::S, Modifiers::NONE), Event::Text("s".into())];
        let then = vec![Event::Text("x".into())];
        assert_eq!(frames([statement.clone(), then.clone()].concat(), false), [statement, vec![], then]);
    }

    #[test]
    fn what_is_typed_into_a_field_is_given_out_at_once() {
        let typed = vec![key(Key::A, Modifiers::NONE), Event::Text("a".into()), key(Key::B, Modifiers::NONE)];
        assert_eq!(frames(typed.clone(), true), [typed]);
    }

    #[test]
    fn keys_that_walk_through_rows_never_pile_up() {
        let walk = vec![key(Key::ArrowDown, Modifiers::NONE); 40];
        assert_eq!(frames(walk.clone(), false), [walk]);
    }

    #[test]
    fn the_pointer_moves_on_while_a_click_settles() {
        let up = Event::PointerButton {
            pos: egui::Pos2::ZERO,
            button: egui::PointerButton::Primary,
            pressed: false,
            modifiers: Modifiers::NONE,
        };
        let moved = Event::PointerMoved(egui::pos2(4.0, 4.0));
        assert_eq!(frames(vec![up.clone(), moved.clone()], false), [vec![up], vec![moved]]);
    }
}
