//! What leaves the program: exports, copies, addresses for the browser.

use std::path::Path;

use egui::Context;

use super::program::App;
use crate::export::Format;
use crate::index::Reader;
use crate::model::AnyRecord;
use crate::present::link_host;
use crate::ui::command::Request;
use crate::ui::dialogs::{Dialog, KnownOfExport, Written};
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
    pub(super) fn ask_export(&mut self, ctx: &Context, kind: Format) {
        if let Some(open) = &self.session.open {
            let known = KnownOfExport {
                briefing: open.origin.path().map_or_else(|| self.proposed_path(), Path::to_owned),
                house: self.settings_file.templates(),
                last_export: self
                    .last_export
                    .clone()
                    .filter(|(of, _)| *of == open.origin)
                    .map(|(_, document)| document),
                versions: self.versions.clone(),
                exports: self.settings_file.exports_folder(),
                word_style: self.session.settings.word_style.clone(),
            };
            self.views.dialog = Some(Dialog::export(ctx, open, kind, known));
        }
    }

    /// Shows a page in the browser, which prints it.
    pub(super) fn show_page(&mut self, ctx: &Context, path: &Path) {
        let place = path.display().to_string().replace('\\', "/");
        let address = format!("file://{}{place}", if place.starts_with('/') { "" } else { "/" });
        if webbrowser::open(&address).is_ok() {
            self.notify(ctx, Severity::Found, "The note is shown in the browser; print it there");
        } else {
            self.tell_until_taken(ctx, Severity::Warning, &format!("No browser could be started; the page is {place}"));
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
