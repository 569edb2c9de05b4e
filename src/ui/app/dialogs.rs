//! Dialogs that begin with something of the program, and what their threads find.

use egui::Context;

use super::program::App;
use crate::model::RecordKind;
use crate::ui::dialogs::{Dialog, ExportDone};
use crate::ui::session::OpenBriefing;
use crate::ui::widgets::Severity;
use crate::ui::{Command, Tab};

impl App {
    /// Asks which file to open.
    pub(super) fn begin_choosing(&mut self, ctx: &Context) {
        self.views.dialog = Some(Dialog::choose(ctx));
    }

    /// Shows the help: at the field that has the keys, at the finding that is looked at, at the proposals of an article.
    pub(super) fn show_help(&mut self, ctx: &Context) {
        let open = self.session.open.as_ref().filter(|open| open.is_editing && self.views.form.has_keys(ctx));
        let field = open.zip(self.views.form.field_in_hand());
        self.views.dialog = Some(match field {
            Some((open, (key, field))) => {
                let kind = key.and_then(|key| open.document.index.place_of(key)).map(|(kind, _)| kind);
                Dialog::help_on_field(ctx, kind, field)
            }
            None => self.help_of_tab(ctx),
        });
    }

    /// The help for what the tab shows.
    fn help_of_tab(&self, ctx: &Context) -> Dialog {
        let tab = self.session.open.as_ref().map(OpenBriefing::tab);
        match tab {
            Some(tab) if self.views.tabs.shows_proposals(tab) => Dialog::help_on_proposals(ctx),
            Some(Tab::Checks) => match self.views.tabs.rule_in_hand() {
                Some(rule) => Dialog::help_on_rule(ctx, rule),
                None => Dialog::help(ctx),
            },
            _ => Dialog::help(ctx),
        }
    }

    /// Shows what rows would be; without any, asks for them.
    pub(super) fn ask_for_rows(&mut self, ctx: &Context, text: String) {
        let Some(kind) = self.session.open.as_ref().and_then(|open| open.tab().kind()) else { return };
        if text.is_empty() {
            ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste);
        }
        // A table of a page may be lines of words in the text that comes with it.
        let table = if text.is_empty() || text.contains('\t') { None } else { self.clipboard.table() };
        let text = table.unwrap_or(text);
        let columns = self.views.tabs.columns(kind);
        self.views.dialog = Some(Dialog::paste(kind, columns, text));
    }

    /// Shows what files would bring; where nothing can be added now, says why.
    pub(super) fn import_files(&mut self, ctx: &Context, paths: Vec<std::path::PathBuf>) {
        if let Some(why) = self.session.why_not(Command::Import) {
            self.notify(ctx, Severity::Note, why);
        } else if let Some(open) = &self.session.open {
            let is_of_rows =
                |kind: &RecordKind| matches!(kind, RecordKind::Actor | RecordKind::Statement | RecordKind::Source);
            let kind = open.tab().kind().filter(is_of_rows).unwrap_or(RecordKind::Visit);
            self.views.dialog = Some(Dialog::import(ctx, open, paths, kind));
        }
    }

    /// Takes what a dialog's thread has found.
    pub(super) fn poll_dialog(&mut self, ctx: &Context) {
        match &mut self.views.dialog {
            Some(Dialog::Choose(dialog)) => {
                if let Some(request) = dialog.poll() {
                    self.views.dialog = None;
                    self.handle(ctx, request);
                }
            }
            Some(Dialog::Export(dialog)) => {
                let document = dialog.document();
                match dialog.poll(ctx) {
                    Some(ExportDone::Written(written, style)) => {
                        self.last_export = self.session.open.as_ref().map(|open| (open.origin.clone(), document));
                        self.views.dialog = None;
                        if let Some(style) = style.filter(|style| *style != self.session.settings.word_style) {
                            self.session.settings.word_style = style;
                            self.write_settings();
                        }
                        self.tell_written(ctx, &written);
                    }
                    Some(ExportDone::Page(path)) => self.show_page(ctx, &path),
                    None => {}
                }
            }
            Some(Dialog::SaveAs(dialog)) => dialog.poll(),
            Some(Dialog::Versions(dialog)) => dialog.poll(),
            _ => {}
        }
    }
}
