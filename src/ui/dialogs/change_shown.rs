//! One field of all records that the filter shows, or of the selected rows, changed in one step.

use std::sync::Arc;

use egui::{ScrollArea, Ui};

use super::foot::{Foot, Pressed};
use super::frame::{Fate, text_ui, title_ui};
use crate::edit::fields::fields_of;
use crate::model::{Key, Node, RecordKind, plural};
use crate::ui::Request;
use crate::ui::command::EditRequest;
use crate::ui::forms;
use crate::ui::session::OpenBriefing;
use crate::ui::widgets::{Button, MenuItem, select_field};

/// Which field, and its value.
#[derive(Debug)]
pub(in crate::ui) struct ChangeShownDialog {
    kind: RecordKind,
    /// The selected rows; without any, all that the filter shows.
    selected: Option<Arc<Vec<Key>>>,
    field: usize,
    value: Option<Node>,
}

impl ChangeShownDialog {
    pub(super) fn new(kind: RecordKind) -> Self {
        let usual = if kind == RecordKind::Visit { "channels" } else { "note" };
        let field = fields_of(kind).iter().position(|field| field.name == usual).unwrap_or(0);
        Self { kind, selected: None, field, value: None }
    }

    pub(super) fn of_selected(kind: RecordKind, keys: Vec<Key>) -> Self {
        Self { selected: Some(Arc::new(keys)), ..Self::new(kind) }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, open: Option<&OpenBriefing>, requests: &mut Vec<Request>) -> Fate {
        let Some(open) = open else { return Fate::Close };
        let selected = self.selected.clone();
        let keys = selected.as_deref().map_or_else(|| open.shown.of(self.kind), Vec::as_slice);
        let what = plural(keys.len(), self.kind.noun());
        title_ui(ui, &format!("Change a field of {what}"));
        let which = if selected.is_some() { "Of all selected rows" } else { "Of all that the filter shows" };
        text_ui(ui, &format!("{which}. One undo takes it back"));
        let fields = fields_of(self.kind);
        let Some(field) = fields.get(self.field) else { return Fate::Close };
        select_field(ui, "Field to change", field.label, |ui| {
            ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
                for (place, other) in fields.iter().enumerate().filter(|(_, field)| field.name != "id") {
                    if ui.add(MenuItem::new(other.label).checked(place == self.field)).clicked() {
                        self.field = place;
                        self.value = None;
                    }
                }
            });
        });
        let reader = open.document.reader();
        ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
            if let Some(value) = forms::value_ui(ui, &reader, field, self.value.as_ref()) {
                self.value = value;
            }
        });
        let set = format!("Set in {what}");
        let clear = format!("Clear “{}” in {what}", field.label);
        // Nothing typed is no wish to empty the field: that is asked for by name, and is never what Enter does.
        let foot = Foot::new(&set).enabled(!keys.is_empty() && self.value.is_some());
        let may_clear = self.value.is_none() && !keys.is_empty();
        match if may_clear { foot.other(Button::danger(&clear)) } else { foot }.show(ui) {
            Some(Pressed::Primary | Pressed::Other(_)) => {
                requests.push(EditRequest::SetFieldOfAll(keys.to_vec(), field.name, self.value.clone(), None).into());
                Fate::Close
            }
            Some(Pressed::Cancel) => Fate::Close,
            None => Fate::Stay,
        }
    }
}
