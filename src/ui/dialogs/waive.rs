//! A finding that is to be silent for a record, and why.

use egui::Ui;

use super::foot::{Foot, Pressed};
use super::frame::{Fate, text_ui, title_ui};
use crate::model::Key;
use crate::ui::Request;
use crate::ui::command::EditRequest;
use crate::ui::widgets::Field;

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
        let reason = self.reason.trim();
        match Foot::new("Waive").enabled(!reason.is_empty()).show(ui) {
            Some(Pressed::Primary) => {
                requests.push(EditRequest::Waive(self.rule.clone(), self.keys.clone(), reason.to_owned()).into());
                Fate::Close
            }
            Some(_) => Fate::Close,
            None => Fate::Stay,
        }
    }
}
