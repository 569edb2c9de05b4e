//! The foot of a dialog: its buttons at the right, the blue one last; Enter presses that one.

use egui::{Align, Key, Layout, Ui};

use super::frame::Fate;
use crate::ui::theme::size;
use crate::ui::widgets::Button;

/// Which button was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pressed {
    /// The blue one.
    Primary,
    /// One beside it, by its place.
    Other(usize),
    /// The one that changes nothing.
    Cancel,
}

/// The foot of a dialog.
#[must_use = "call show"]
pub(super) struct Foot<'a> {
    primary: &'a str,
    cancel: &'a str,
    others: Vec<Button<'a>>,
    is_enabled: bool,
    destroys: bool,
}

impl<'a> Foot<'a> {
    /// What the blue button says.
    pub(super) fn new(primary: &'a str) -> Self {
        Self { primary, cancel: "Cancel", others: Vec::new(), is_enabled: true, destroys: false }
    }

    /// Whether the blue button can be pressed.
    pub(super) fn enabled(mut self, is_enabled: bool) -> Self {
        self.is_enabled = is_enabled;
        self
    }

    /// It destroys something: it is red, and Enter does not press it.
    pub(super) fn destroys(mut self) -> Self {
        self.destroys = true;
        self
    }

    /// Another button before it.
    pub(super) fn other(mut self, button: Button<'a>) -> Self {
        self.others.push(button);
        self
    }

    /// What the button says that changes nothing.
    pub(super) fn cancel(mut self, words: &'a str) -> Self {
        self.cancel = words;
        self
    }

    /// Shows it; tells which button was pressed.
    pub(super) fn show(self, ui: &mut Ui) -> Option<Pressed> {
        ui.add_space(size::S12);
        let id = ui.scope_id().with("foot");
        let known: Option<f32> = ui.data(|data| data.get_temp(id));
        let mut pressed = None;
        // A field of one line gives the keys away at Enter; who still has them does something else with it.
        let is_entered =
            ui.input(|input| input.key_pressed(Key::Enter)) && ui.memory(|memory| memory.focused().is_none());
        if is_entered && self.is_enabled && !self.destroys {
            pressed = Some(Pressed::Primary);
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = size::S8;
            let spare = ui.available_width() - known.unwrap_or(0.0);
            ui.add_space(spare.max(0.0));
            let shown = ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                for (place, button) in self.others.into_iter().enumerate() {
                    if ui.add(button).clicked() {
                        pressed = Some(Pressed::Other(place));
                    }
                }
                if !self.cancel.is_empty() && ui.add(Button::secondary(self.cancel)).clicked() {
                    pressed = Some(Pressed::Cancel);
                }
                let primary = if self.destroys { Button::danger(self.primary) } else { Button::primary(self.primary) };
                if ui.add_enabled(self.is_enabled, primary).clicked() {
                    pressed = Some(Pressed::Primary);
                }
            });
            let width = shown.response.rect.width();
            if known != Some(width) {
                ui.data_mut(|data| data.insert_temp(id, width));
                ui.ctx().request_discard("the foot of a dialog stands at the right");
            }
        });
        pressed
    }
}

/// The foot of a dialog that only tells: Enter closes it.
pub(super) fn close_ui(ui: &mut Ui) -> Fate {
    let foot = Foot { cancel: "", ..Foot::new("Close") };
    if foot.show(ui).is_some() { Fate::Close } else { Fate::Stay }
}
