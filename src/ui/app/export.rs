//! What leaves the program: exports, copies, addresses for the browser.

use egui::Context;

use super::program::App;
use crate::export::{self, NoteOptions};
use crate::index::Reader;
use crate::model::AnyRecord;
use crate::present::link_host;
use crate::store;
use crate::ui::command::{Existing, Request};
use crate::ui::dialogs::{Dialog, ExportKind};
use crate::ui::widgets::Severity;

/// That an export would go over what is exported.
const OWN_FILE: &str = "This is the file of the briefing itself, which the export would replace; choose another name";

impl App {
    /// Copies what is said of the selected record.
    pub(super) fn copy_selected(&mut self, ctx: &Context, what: &str, words: fn(&Reader, &AnyRecord) -> String) {
        let Some(open) = &self.session.open else { return };
        let reader = open.document.reader();
        let Some(record) = open.history.present().selected.and_then(|key| reader.record(key)) else {
            self.notify(ctx, Severity::Note, "Select a record first");
            return;
        };
        let text = words(&reader, &record);
        self.handle(ctx, Request::Copy(text, what.to_owned()));
    }

    /// Shows what an export would be.
    pub(super) fn ask_export(&mut self, kind: ExportKind) {
        if let Some(open) = &self.session.open {
            self.views.dialog = Some(Dialog::export(open, kind));
        }
    }

    /// Copies the note, made at once.
    pub(super) fn copy_note(&mut self, ctx: &Context) {
        let Some(open) = &self.session.open else { return };
        let note = export::to_markdown(&open.document.reader(), &NoteOptions::default());
        self.handle(ctx, Request::Copy(note, "the note".to_owned()));
    }

    /// Opens an address outside; the scheme is looked at here once more, whoever asked.
    pub(super) fn browse(&mut self, ctx: &Context, address: &str) {
        if link_host(address).is_none() || webbrowser::open(address).is_err() {
            self.notify(ctx, Severity::Error, "The address could not be opened; copy it instead");
        }
    }

    pub(super) fn write(&mut self, ctx: &Context, path: &std::path::Path, content: &[u8], existing: Existing) {
        let open = self.session.open.as_ref().and_then(|open| open.origin.path());
        if open.is_some_and(|open| store::lead_to_one_file(open, path)) {
            self.notify(ctx, Severity::Error, OWN_FILE);
            return;
        }
        let written = match existing {
            Existing::Replace => store::replace(path, content),
            Existing::Keep => store::create(path, content),
        };
        match written {
            Ok(durability) => match durability.warning() {
                None => self.notify(ctx, Severity::Found, &format!("Written to {}", path.display())),
                Some(warning) => self.notify(ctx, Severity::Warning, &format!("{}: {warning}", path.display())),
            },
            Err(error) => self.notify(ctx, Severity::Error, &error.to_string()),
        }
    }
}
