//! A conflict that is settled: in favour of which side, and why.

use egui::Ui;

use super::foot::{Foot, Pressed};
use super::frame::{Fate, text_ui, title_ui};
use crate::edit::change::disputed_field;
use crate::edit::fields::field_label;
use crate::index::Reader;
use crate::model::{AnyRecord, Conflict, Key};
use crate::present::{cite_label, side_words};
use crate::ui::Request;
use crate::ui::command::EditRequest;
use crate::ui::session::OpenBriefing;
use crate::ui::widgets::{Field, MenuItem};

/// Which conflict, the side that is chosen, and the reason that is being typed.
#[derive(Debug)]
pub(in crate::ui) struct ResolveDialog {
    key: Key,
    favoured: Option<usize>,
    reason: Option<String>,
}

impl ResolveDialog {
    pub(super) fn new(key: Key) -> Self {
        Self { key, favoured: None, reason: None }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, open: Option<&OpenBriefing>, requests: &mut Vec<Request>) -> Fate {
        let Some(open) = open else { return Fate::Close };
        let reader = open.document.reader();
        let Some(AnyRecord::Conflict(conflict)) = reader.record(self.key) else { return Fate::Close };
        title_ui(ui, "Resolve the conflict");
        text_ui(ui, &asked(&reader, &conflict));
        ui.spacing_mut().item_spacing.y = 0.0;
        let sides = conflict.sides.iter().zip(side_words(&reader, &conflict));
        for (place, (side, words)) in sides.enumerate() {
            let words = format!("In favour of {words}");
            let cite = side.cite.as_ref().map(|cite| cite_label(&reader, cite)).unwrap_or_default();
            if ui.add(MenuItem::new(&words).detail(&cite).checked(self.favoured == Some(place))).clicked() {
                self.favoured = Some(place);
            }
        }
        if ui.add(MenuItem::new("Of no side: the field stays as it is").checked(self.favoured.is_none())).clicked() {
            self.favoured = None;
        }
        self.reason_ui(ui, &conflict.reason, requests)
    }

    fn reason_ui(&mut self, ui: &mut Ui, known: &str, requests: &mut Vec<Request>) -> Fate {
        ui.add_space(crate::ui::theme::size::S8);
        let is_new = self.reason.is_none();
        let reason = self.reason.get_or_insert_with(|| known.to_owned());
        let field = Field::new("Reason for the resolution", reason).rows(3).hint("What decided it");
        let response = field.show(ui);
        if is_new {
            response.request_focus();
        }
        let given = reason.trim();
        match Foot::new("Resolve").wide().enabled(!given.is_empty()).show(ui) {
            Some(Pressed::Primary) => {
                requests.push(EditRequest::Resolve(self.key, self.favoured, given.to_owned()).into());
                Fate::Close
            }
            Some(_) => Fate::Close,
            None => Fate::Stay,
        }
    }
}

/// `The date of Li Xiaoxin to Belgrade. The field is set, …`
fn asked(reader: &Reader, conflict: &Conflict) -> String {
    let what = match reader.by_id(&conflict.about) {
        Some((_, record)) => {
            let field = field_label(record.kind(), disputed_field(conflict)).to_lowercase();
            format!("The {field} of {}", reader.title(&record))
        }
        None => format!("About {}", conflict.about),
    };
    format!("{what}. The side that is favoured is written into the field, in the same step")
}
