//! A finding that is to be silent for a record, or for records that are not one, and why.

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

/// The reason where two records were told apart and nothing else was typed.
const THEY_ARE_TWO: &str = "They are two";

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
        let are_two = self.keys.len() > 1;
        let (waive, hint) = if are_two {
            title_ui(ui, "These are two");
            text_ui(ui, &format!("{} are not asked about again; a third that is like them is", self.names(open)));
            (THEY_ARE_TWO, THEY_ARE_TWO)
        } else {
            let called = check::rule(&self.rule).map_or(self.rule.as_str(), |rule| rule.title);
            title_ui(ui, &format!("Waive “{called}”"));
            let of = self.names(open);
            let of = of.trim_end_matches('.');
            text_ui(ui, &format!("For {of} alone: the finding is then listed among the waived, and counts no longer"));
            ("Waive", "Why it is right as it is")
        };
        let response = Field::new("Reason for the waiver", &mut self.reason).hint(hint).show(ui);
        if !std::mem::replace(&mut self.is_shown, true) {
            response.request_focus();
        }
        let reason = match self.reason.trim() {
            "" if are_two => THEY_ARE_TWO,
            typed => typed,
        };
        match Foot::new(waive).enabled(!reason.is_empty()).show(ui) {
            Some(Pressed::Primary) => {
                requests.push(EditRequest::Waive(self.rule.clone(), self.keys.clone(), reason.to_owned()).into());
                Fate::Close
            }
            Some(_) => Fate::Close,
            None => Fate::Stay,
        }
    }

    /// The records, as a sentence begins with them.
    fn names(&self, open: Option<&OpenBriefing>) -> String {
        let Some(open) = open else { return String::new() };
        let reader = open.document.reader();
        let records = self.keys.iter().filter_map(|key| reader.record(*key));
        let names = records.map(|record| visible(&reader.title(&record)).into_owned());
        names.collect::<Vec<_>>().join(" and ")
    }
}
