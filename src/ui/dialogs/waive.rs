//! A finding that is to be silent for a record, and why.

use egui::Ui;

use super::frame::{Fate, text_ui, title_ui};
use crate::model::Key;
use crate::ui::Request;
use crate::ui::widgets::{Button, Field};

/// Which finding, and the reason that is being typed.
#[derive(Debug)]
pub(in crate::ui) struct WaiveDialog {
    rule: String,
    keys: Vec<Key>,
    reason: String,
    is_shown: bool,
}

impl WaiveDialog {
    pub(super) fn new(rule: String, keys: Vec<Key>) -> Self {
        Self { rule, keys, reason: String::new(), is_shown: false }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, requests: &mut Vec<Request>) -> Fate {
        let what = if self.keys.len() > 1 { "just these records" } else { "this record" };
        title_ui(ui, &format!("Waive {} for {what}", self.rule));
        text_ui(ui, "The finding is then listed among the waived, with the reason, and counts no longer");
        let response = Field::new("Reason for the waiver", &mut self.reason).hint("Why it is right as it is").show(ui);
        if !std::mem::replace(&mut self.is_shown, true) {
            response.request_focus();
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let reason = self.reason.trim();
        let mut fate = Fate::Stay;
        ui.horizontal(|ui| {
            let clicked = ui.add_enabled(!reason.is_empty(), Button::primary("Waive")).clicked();
            if (clicked || entered) && !reason.is_empty() {
                requests.push(Request::Waive(self.rule.clone(), self.keys.clone(), reason.to_owned()));
                fate = Fate::Close;
            }
            if ui.add(Button::quiet("Cancel")).clicked() {
                fate = Fate::Close;
            }
        });
        fate
    }
}
