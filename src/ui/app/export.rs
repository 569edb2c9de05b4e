//! What leaves the program: exports, copies, addresses for the browser.

use egui::Context;

use super::program::App;
use crate::export::{self, NoteOptions};
use crate::index::Reader;
use crate::model::AnyRecord;
use crate::present::link_host;
use crate::ui::command::Request;
use crate::ui::dialogs::{Dialog, ExportKind, KnownOfExport, Written};
use crate::ui::widgets::Severity;

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
    pub(super) fn ask_export(&mut self, ctx: &Context, kind: ExportKind) {
        if let Some(open) = &self.session.open {
            let known = KnownOfExport {
                house: self.settings_file.templates(),
                last_export: self
                    .last_export
                    .clone()
                    .filter(|(of, _)| *of == open.origin)
                    .map(|(_, document)| document),
                versions: self.versions.clone(),
            };
            self.views.dialog = Some(Dialog::export(ctx, open, kind, known));
        }
    }

    /// Copies the note, made at once.
    pub(super) fn copy_note(&mut self, ctx: &Context) {
        let Some(open) = &self.session.open else { return };
        match export::note(&open.document.reader(), &NoteOptions::default()) {
            Ok(note) => self.handle(ctx, Request::Copy(note, "the note".to_owned())),
            Err(error) => self.notify(ctx, Severity::Error, &format!("Nothing was copied: {error}")),
        }
    }

    /// Opens an address outside; the scheme is looked at here once more, whoever asked.
    pub(super) fn browse(&mut self, ctx: &Context, address: &str) {
        if link_host(address).is_none() || webbrowser::open(address).is_err() {
            self.notify(ctx, Severity::Error, "The address could not be opened; copy it instead");
        }
    }

    /// Tells that an export was written.
    pub(super) fn tell_written(&mut self, ctx: &Context, written: &Written) {
        let path = written.path.display();
        match written.durability.warning() {
            None => self.notify(ctx, Severity::Found, &format!("Written to {path}")),
            Some(warning) => self.notify(ctx, Severity::Warning, &format!("{path}: {warning}")),
        }
    }
}
