//! The foot of a dialog: its buttons at the right, the blue one last; Enter presses that one, unless it destroys something.

use egui::{Align, Id, Key, Layout, Response, Ui};

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

/// What the last button does, and so how it looks and what Enter does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    /// It is blue, and Enter presses it; Ctrl+Enter too, from wherever the keys are.
    Usual,
    /// It is blue, and only Ctrl+Enter presses it.
    Wide,
    /// It goes against advice: it is not blue, and Enter does not press it.
    Doubtful,
    /// It is red, and Enter does not press it.
    Destroys,
}

/// The foot of a dialog.
#[must_use = "call show"]
pub(super) struct Foot<'a> {
    primary: &'a str,
    cancel: &'a str,
    others: Vec<(bool, Button<'a>)>,
    is_enabled: bool,
    weight: Weight,
    takes_keys: bool,
}

impl<'a> Foot<'a> {
    /// What the blue button says.
    pub(super) fn new(primary: &'a str) -> Self {
        Self {
            primary,
            cancel: "Cancel",
            others: Vec::new(),
            is_enabled: true,
            weight: Weight::Usual,
            takes_keys: false,
        }
    }

    /// Whether the keys go to the blue button now: what a field was asked for is there to be agreed to.
    pub(super) fn takes_keys(mut self, takes_keys: bool) -> Self {
        self.takes_keys = takes_keys;
        self
    }

    /// Whether the blue button can be pressed.
    pub(super) fn enabled(mut self, is_enabled: bool) -> Self {
        self.is_enabled = is_enabled;
        self
    }

    /// It destroys something: it is red, and Enter does not press it.
    pub(super) fn destroys(mut self) -> Self {
        self.weight = Weight::Destroys;
        self
    }

    /// It changes much at once, while Enter in a field of the dialog means less: Ctrl+Enter presses it.
    pub(super) fn wide(mut self) -> Self {
        self.weight = Weight::Wide;
        self
    }

    /// It goes against advice: it is not blue, and Enter does not press it.
    pub(super) fn doubtful(mut self, is_doubtful: bool) -> Self {
        if is_doubtful {
            self.weight = Weight::Doubtful;
        }
        self
    }

    /// Another button before it.
    pub(super) fn other(self, button: Button<'a>) -> Self {
        self.other_enabled(true, button)
    }

    /// Another one that perhaps cannot be pressed now.
    pub(super) fn other_enabled(mut self, is_enabled: bool, button: Button<'a>) -> Self {
        self.others.push((is_enabled, button));
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
        if self.is_enabled && is_entered(ui, self.weight) {
            pressed = Some(Pressed::Primary);
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = size::S8;
            let spare = ui.available_width() - known.unwrap_or(0.0);
            ui.add_space(spare.max(0.0));
            let shown = ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                for (place, (is_enabled, button)) in self.others.into_iter().enumerate() {
                    if ui.add_enabled(is_enabled, button).clicked() {
                        pressed = Some(Pressed::Other(place));
                    }
                }
                let cancel = (!self.cancel.is_empty()).then(|| ui.add(Button::secondary(self.cancel)));
                let primary = match self.weight {
                    Weight::Usual => Button::primary(self.primary),
                    Weight::Wide => Button::primary(self.primary).detail("Ctrl+Enter").name(self.primary),
                    Weight::Doubtful => Button::secondary(self.primary),
                    Weight::Destroys => Button::danger(self.primary),
                };
                let primary = ui.add_enabled(self.is_enabled, primary);
                if cancel.as_ref().is_some_and(Response::clicked) {
                    pressed = Some(Pressed::Cancel);
                }
                if primary.clicked() {
                    pressed = Some(Pressed::Primary);
                }
                let becomes_ready = matches!(self.weight, Weight::Usual | Weight::Wide);
                let is_safe = self.is_enabled && becomes_ready;
                // Where nothing can be cancelled, the last button is the one that leaves all as it is.
                let first = cancel.as_ref().filter(|_| !is_safe).or(Some(&primary));
                let begins_now = begins(ui);
                if begins_now {
                    first.into_iter().for_each(Response::request_focus);
                }
                if self.takes_keys && (is_safe || cancel.is_none()) {
                    primary.request_focus();
                }
                let not_ready = id.with("not ready");
                let waits = becomes_ready && !primary.enabled();
                if begins_now {
                    ui.data_mut(|data| data.insert_temp(not_ready, waits));
                } else {
                    pass_on_when_ready(ui, not_ready, cancel.as_ref(), &primary);
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

/// Whether Enter presses the last button now.
fn is_entered(ui: &Ui, weight: Weight) -> bool {
    let (is_pressed, has_ctrl) = ui.input(|input| (input.key_pressed(Key::Enter), input.modifiers.command));
    // A field of one line gives the keys away at Enter; who still has them does something else with it.
    let is_free = || ui.memory(|memory| memory.focused().is_none());
    is_pressed
        && match weight {
            // A box of several lines keeps Enter for itself.
            Weight::Usual => has_ctrl || is_free(),
            Weight::Wide => has_ctrl,
            Weight::Doubtful | Weight::Destroys => false,
        }
}

/// Whether the dialog gives out the keys now: it opens, or has what it waited for, and no field of it has taken them.
fn begins(ui: &Ui) -> bool {
    let has_just_opened = ui.memory(egui::Memory::top_modal_layer) != Some(ui.layer_id());
    let waited = ui.data_mut(|data| data.remove_temp::<Option<Id>>(waiting_id(ui)));
    let focused = ui.memory(egui::Memory::focused);
    match waited {
        Some(had_keys) => focused.is_none() || focused == had_keys,
        None => has_just_opened && focused.is_none(),
    }
}

/// Where a dialog remembers the button that had the keys while there was nothing to offer.
fn waiting_id(ui: &Ui) -> Id {
    ui.layer_id().id.with("waiting")
}

/// Where the last button could not be pressed yet when the keys were given out, they go on to it once it can.
fn pass_on_when_ready(ui: &Ui, not_ready: Id, cancel: Option<&Response>, primary: &Response) {
    if primary.enabled() && ui.data(|data| data.get_temp(not_ready)).unwrap_or(false) {
        ui.data_mut(|data| data.insert_temp(not_ready, false));
        if cancel.is_some_and(Response::has_focus) {
            primary.request_focus();
        }
    }
}

/// Whether nothing has the keys any more: what had them is gone, and the dialog stays.
fn has_lost_keys(ui: &Ui) -> bool {
    let is_pressed = ui.input(|input| input.key_pressed(Key::Escape) || input.key_pressed(Key::Enter));
    !is_pressed && ui.memory(egui::Memory::focused).is_none()
}

/// The foot of a dialog that only tells: Enter closes it.
pub(super) fn close_ui(ui: &mut Ui) -> Fate {
    let foot = Foot { cancel: "", ..Foot::new("Close") }.takes_keys(has_lost_keys(ui));
    if foot.show(ui).is_some() { Fate::Close } else { Fate::Stay }
}

/// The foot of a dialog that has nothing to offer yet.
pub(super) fn cancel_ui(ui: &mut Ui) -> Fate {
    let foot = Foot { cancel: "", ..Foot::new("Cancel") }.doubtful(true).takes_keys(has_lost_keys(ui));
    let fate = if foot.show(ui).is_some() { Fate::Close } else { Fate::Stay };
    let had_keys = ui.memory(egui::Memory::focused);
    ui.data_mut(|data| data.insert_temp(waiting_id(ui), had_keys));
    fate
}

#[cfg(test)]
mod tests {
    use egui::{Id, Modal};
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::theme;

    /// The keys go to the same button whether what a dialog waits for is there at once or after some frames, and go on
    /// to the blue one when that can be pressed.
    #[test]
    fn the_keys_go_where_they_go_however_long_a_dialog_waits() {
        for frames_of_waiting in [0, 1, 4] {
            for is_ready_at_once in [true, false] {
                let mut frames = 0;
                let mut harness = Harness::new_ui(move |ui| {
                    if frames == 0 {
                        theme::apply(ui.ctx(), egui::ThemePreference::Light);
                        ui.ctx().request_discard("the fonts serve from the next pass on");
                    }
                    frames += 1;
                    Modal::new(Id::unique("a dialog")).show(ui.ctx(), |ui| {
                        if frames <= frames_of_waiting {
                            cancel_ui(ui);
                        } else {
                            let is_ready = is_ready_at_once || frames > frames_of_waiting + 2;
                            Foot::new("Add").wide().enabled(is_ready).show(ui);
                        }
                    });
                });
                harness.run_steps(8);
                let add = harness.get_by_label("Add");
                assert!(add.is_focused(), "{frames_of_waiting} frames of waiting, ready at once: {is_ready_at_once}");
            }
        }
    }
}
