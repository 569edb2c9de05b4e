//! Sources that disagree: asking for the other side of a field, and for the reason a conflict is settled.

use egui::Context;

use super::program::App;
use crate::edit::change;
use crate::index::Reader;
use crate::model::{AnyRecord, Key};
use crate::ui::dialogs::Dialog;
use crate::ui::widgets::Severity;
use crate::ui::{ConflictingValue, Request};

/// What is said where nothing is selected.
const SELECT_FIRST: &str = "Select a record first";
/// What is said where a conflict about nothing was asked for.
const NOTHING_DISPUTED: &str = "Select a conflict, or a record that one is about";

impl App {
    /// Asks what another source says of the field of the selected record that had the keys last.
    pub(super) fn record_conflict_of_selected(&mut self, ctx: &Context) {
        match self.selected() {
            Some(key) => self.ask_conflict(ctx, key, self.views.form.last_field(key)),
            None => self.notify(ctx, Severity::Note, SELECT_FIRST),
        }
    }

    /// Asks in favour of which side the conflict is settled that is selected, or the first about what is selected.
    pub(super) fn resolve_conflict_of_selected(&mut self, ctx: &Context) {
        let Some(open) = self.session.open.as_ref() else { return };
        let Some(key) = open.history.present().selected else {
            self.notify(ctx, Severity::Note, SELECT_FIRST);
            return;
        };
        match conflict_of(&open.document.reader(), key) {
            Some(conflict) => self.ask_resolve(ctx, conflict),
            None => self.notify(ctx, Severity::Note, NOTHING_DISPUTED),
        }
    }

    /// Asks what another source says of a field.
    pub(super) fn ask_conflict(&mut self, ctx: &Context, key: Key, field: Option<&'static str>) {
        self.flush_draft(ctx);
        let Some(open) = self.session.open.as_ref() else { return };
        match Dialog::conflict(&open.document.reader(), key, field) {
            Some(dialog) => self.views.dialog = Some(dialog),
            None => self.notify(ctx, Severity::Note, "No field of it says anything that a source could dispute"),
        }
    }

    /// Asks in favour of which side a conflict is settled.
    pub(super) fn ask_resolve(&mut self, ctx: &Context, key: Key) {
        self.flush_draft(ctx);
        self.views.dialog = Some(Dialog::resolve(key));
    }

    pub(super) fn record_conflict(&mut self, ctx: &Context, value: ConflictingValue) {
        let asked = value.clone();
        let ConflictingValue { key, field, own_cite, other, other_cite } = value;
        let Some(open) = self.session.open.as_ref() else { return };
        let reader = open.document.reader();
        let conflict = change::record_conflict(&reader, key, field, own_cite, &other, other_cite);
        if let Err(refusal) = &conflict {
            self.views.dialog = Dialog::conflict_again(&reader, asked, refusal.to_string());
            return;
        }
        if self.make(ctx, |_| conflict).is_some() {
            self.handle(ctx, Request::ShowField(key, field.to_owned()));
        }
    }
}

/// The conflict that is meant by a record: itself, or the first open one about it.
fn conflict_of(reader: &Reader, key: Key) -> Option<Key> {
    if matches!(reader.record(key)?, AnyRecord::Conflict(_)) {
        return Some(key);
    }
    reader.conflicts_about(key).into_iter().find(|(_, conflict)| conflict.is_open()).map(|(key, _)| key)
}
