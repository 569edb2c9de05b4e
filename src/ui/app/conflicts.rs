//! Sources that disagree: asking for the other side of a field, and for the reason a conflict is settled.

use egui::Context;

use super::program::App;
use crate::edit::change;
use crate::index::Reader;
use crate::model::{AnyRecord, Key};
use crate::ui::dialogs::Dialog;
use crate::ui::widgets::Severity;
use crate::ui::{Command, ConflictingValue, Request};

/// What is said where a conflict about nothing was asked for.
const NOTHING_DISPUTED: &str = "Select a conflict, or a record that one is about";

impl App {
    /// Carries out a command about conflicts on the selected record.
    pub(super) fn conflict_by(&mut self, ctx: &Context, command: Command, selected: Option<Key>) {
        let Some(open) = self.session.open.as_ref() else { return };
        let Some(key) = selected else {
            self.notify(ctx, Severity::Note, "Select a record first");
            return;
        };
        if command == Command::RecordConflict {
            let field = self.views.form.last_field(key);
            self.ask_conflict(ctx, key, field);
            return;
        }
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
