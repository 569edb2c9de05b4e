//! What is typed while a row has the keys.

use egui::{Event, Ui};

/// The letters typed in this frame; nobody else gets them.
pub(super) fn take_text(ui: &Ui) -> String {
    let mut typed = String::new();
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Text(text) => {
                typed.push_str(text);
                false
            }
            _ => true,
        });
    });
    typed
}
