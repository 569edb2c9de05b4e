//! A finding that is to be silent for a record, and why.

use egui::Ui;

use super::foot::{Foot, Pressed};
use super::frame::{Fate, text_ui, title_ui};
use crate::check;
use crate::model::Key;
use crate::present::visible;
use crate::ui::Request;
use crate::ui::command::EditRequest;
use crate::ui::session::OpenBriefing;
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

    pub(super) fn ui(&mut self, ui: &mut Ui, open: Option<&OpenBriefing>, requests: &mut Vec<Request>) -> Fate {
        let Some(open) = open else { return Fate::Close };
        let reader = open.document.reader();
        let called = check::rule(&self.rule).map_or(self.rule.as_str(), |rule| rule.title);
        title_ui(ui, &format!("Waive “{called}”"));
        let records = self.keys.iter().filter_map(|key| reader.record(*key));
        let names: Vec<String> = records.map(|record| reader.title(&record)).collect();
        text_ui(ui, &format!("For {} alone", visible(&names.join(" and "))));
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
