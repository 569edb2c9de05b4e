//! Carrying out what views ask for.

use std::sync::Arc;

use egui::Context;

use crate::document::Origin;
use crate::export::{self, NoteOptions};
use crate::model::Key;
use crate::present::inspector::paragraph_path;
use crate::present::{Chosen, Filter, citation_note, citation_text, link_host};
use crate::store;

use super::program::{App, preference};
use crate::ui::command::Leaving;
use crate::ui::dialogs::{Dialog, ExportDialog};
use crate::ui::session::{History, Location, ThemeChoice};
use crate::ui::theme;
use crate::ui::widgets::Severity;
use crate::ui::{Command, Request, Tab};

impl App {
    /// Carries out what a view asked for.
    pub(super) fn handle(&mut self, ctx: &Context, request: Request) {
        match request {
            Request::Do(command) => self.run(ctx, command),
            Request::OpenFile(path) => self.leave(ctx, Leaving::Open(Origin::File(path))),
            Request::CancelOpening => self.session.opening = None,
            Request::GoTo(tab) => self.go_to_tab(tab),
            Request::Select(key) => self.select(Some(key)),
            Request::SelectNothing => self.select(None),
            Request::Choose(chosen, selected) => self.choose(chosen, selected),
            Request::ChooseInTable(chosen, selected) => {
                self.views.tabs.show_table_of_visits();
                self.choose(chosen, selected);
            }
            Request::PasteRows(text) => match (self.source_without_words(), self.session.why_not(Command::PasteRows)) {
                (Some(source), _) => self.hold_words(ctx, source, &text),
                (None, Some(why)) => self.notify(ctx, Severity::Note, why),
                (None, None) => self.ask_for_rows(ctx, text),
            },
            Request::Tell(text) => self.notify(ctx, Severity::Note, &text),
            Request::Show(key) => self.show(key),
            Request::Open(key) => self.open_record(key),
            Request::ShowField(key, field) => self.show_field(key, field),
            Request::ShowParagraph(key, para) => self.show_field(key, paragraph_path(para)),
            Request::SetFilter(filter) => self.set_filter(ctx, filter),
            Request::SaveFilter(name) => self.keep_filter(&name),
            Request::ForgetFilter(name) => {
                self.session.settings.filters.retain(|kept| kept.name != name);
                self.write_settings();
            }
            Request::Copy(text, what) => {
                ctx.copy_text(text);
                self.notify(ctx, Severity::Found, &format!("Copied {what}"));
            }
            Request::OpenLink(address) => self.views.dialog = Some(Dialog::link(&address)),
            Request::DismissNotice(text) => self.session.notices.retain(|notice| notice.text != text),
            Request::DismissFailure => self.session.failure = None,
            Request::Browse(address) => self.browse(ctx, &address),
            Request::Write(path, content, replace) => self.write(ctx, &path, &content, replace),
            Request::SetField(..)
            | Request::CloseStep
            | Request::GoToStep(_)
            | Request::Delete(..)
            | Request::MergeActors(..)
            | Request::SetFieldOfAll(..)
            | Request::SetFields(..)
            | Request::Reorder(..)
            | Request::CreateAll(..)
            | Request::Create(_)
            | Request::Decide(..)
            | Request::Repair(_)
            | Request::RepairAll(_)
            | Request::RecordConflict(_)
            | Request::Resolve(..)
            | Request::SetBearing(..)
            | Request::CountEvidence(..)
            | Request::SetCaption(..)
            | Request::Waive(..) => self.edit(ctx, request),
            Request::AskConflict(key, field) => self.ask_conflict(ctx, key, field),
            Request::AskResolve(key) => self.ask_resolve(ctx, key),
            Request::AskWaiver(rule, keys) => self.views.dialog = Some(Dialog::waive(rule, keys)),
            Request::AskMerge(kept, gone) => self.views.dialog = Some(Dialog::merge_two(kept, gone)),
            Request::Restore(place, restores) => self.decide_left_behind(ctx, place, restores),
            Request::RestoreVersion(kept, text) => self.restore_version(ctx, &kept, text),
            Request::MergeWithFile => self.merge_with_file(ctx),
            Request::SaveAs(path, replace) => self.save_as(ctx, path, replace),
            Request::Leave(leaving, true) => self.save(ctx, Some(leaving)),
            Request::Leave(leaving, false) => self.go_on(ctx, leaving),
            Request::ForgetRecent(path) => {
                self.session.settings.recent.retain(|recent| recent.path != path);
                self.write_settings();
            }
            Request::ForgetAllRecent => {
                self.session.settings.recent.clear();
                self.write_settings();
            }
        }
    }

    fn run(&mut self, ctx: &Context, command: Command) {
        if let Some(why) = self.session.why_not(command) {
            self.notify(ctx, Severity::Note, why);
            return;
        }
        if command.is_of_table() && command != Command::PasteRows {
            if let Some(open) = self.session.open.as_mut().filter(|_| self.views.dialog.is_none()) {
                open.asked_of_table = Some(command);
                ctx.request_repaint();
            }
            return;
        }
        if command.edits() {
            self.edit_by(ctx, command);
            return;
        }
        match command {
            Command::NewBriefing => self.leave(ctx, Leaving::Open(Origin::New)),
            Command::Save => self.save(ctx, None),
            Command::SaveAs => {
                if let Some(origin) = self.session.open.as_ref().map(|open| open.origin.clone()) {
                    self.views.dialog = Some(Dialog::save_as(&origin, String::new(), false));
                }
            }
            Command::Versions => {
                let path = self.session.open.as_ref().and_then(|open| open.origin.path());
                let versions = path.map(|path| self.versions.list(path)).unwrap_or_default();
                self.views.dialog = Some(Dialog::versions(versions));
            }
            Command::MergeWithFile => self.merge_with_file(ctx),
            Command::EditHistory => self.views.dialog = Some(Dialog::Steps),
            Command::ToggleEditing => self.toggle_editing(ctx),
            Command::Open => self.begin_choosing(ctx),
            Command::OpenSample => self.leave(ctx, Leaving::Open(Origin::Sample)),
            Command::OpenSampleHeld => self.leave(ctx, Leaving::Open(Origin::SampleHeld)),
            Command::Reload => self.leave(ctx, Leaving::Reload),
            Command::CloseBriefing => self.leave(ctx, Leaving::Close),
            Command::ExportMarkdown | Command::ExportChart | Command::ExportJson | Command::CopyNote => {
                self.export(ctx, command)
            }
            Command::Quit => self.leave(ctx, Leaving::Quit),
            Command::CopyCitation | Command::CopyCitationNote | Command::CopyId => self.copy_selected(ctx, command),
            Command::Search => self.views.shell.search.take_keys(),
            Command::Palette => self.views.shell.palette.open(),
            Command::ClearFilter => self.set_filter(ctx, Filter::default()),
            Command::Back => self.step(History::back),
            Command::Forward => self.step(History::forward),
            Command::NextProblem => self.go_to_next_problem(),
            Command::ToggleInspector => {
                self.session.settings.inspector_hidden = !self.session.settings.inspector_hidden;
                self.write_settings();
            }
            Command::ThemeSystem => self.set_theme(ctx, ThemeChoice::System),
            Command::ThemeLight => self.set_theme(ctx, ThemeChoice::Light),
            Command::ThemeDark => self.set_theme(ctx, ThemeChoice::Dark),
            Command::ZoomIn => egui::gui_zoom::zoom_in(ctx),
            Command::ZoomOut => egui::gui_zoom::zoom_out(ctx),
            Command::ZoomReset => ctx.set_zoom_factor(1.0),
            Command::GoOverview => self.go_to_tab(Tab::Overview),
            Command::GoActors => self.go_to_tab(Tab::Actors),
            Command::GoVisits => self.go_to_tab(Tab::Visits),
            Command::GoStatements => self.go_to_tab(Tab::Statements),
            Command::GoSources => self.go_to_tab(Tab::Sources),
            Command::GoJudgements => self.go_to_tab(Tab::Judgements),
            Command::GoChecks => self.go_to_tab(Tab::Checks),
            Command::Shortcuts => self.views.dialog = Some(Dialog::Shortcuts),
            Command::About => self.views.dialog = Some(Dialog::About),
            Command::Undo
            | Command::Redo
            | Command::NewRecord
            | Command::NewActor
            | Command::NewRole
            | Command::NewVisit
            | Command::NewStatement
            | Command::NewRelation
            | Command::NewSource
            | Command::NewJudgement
            | Command::NewConflict
            | Command::DuplicateRecord
            | Command::DeleteRecord
            | Command::MergeActor
            | Command::ChangeShown
            | Command::EvidenceFor
            | Command::EvidenceAgainst
            | Command::RecordConflict
            | Command::ResolveConflict
            | Command::Replace
            | Command::Repair
            | Command::EditCell
            | Command::SelectAll
            | Command::ChangeSelected
            | Command::CopyRows
            | Command::PasteRows
            | Command::MoveUp
            | Command::MoveDown
            | Command::OrderAsInFile => self.edit_by(ctx, command),
        }
    }

    fn set_theme(&mut self, ctx: &Context, choice: ThemeChoice) {
        self.session.settings.theme = choice;
        theme::set_preference(ctx, preference(choice));
        self.write_settings();
    }

    fn go_to_tab(&mut self, tab: Tab) {
        let Some(open) = &mut self.session.open else { return };
        // The selection goes along only where the tab lists it.
        let selected = open
            .history
            .present()
            .selected
            .filter(|key| open.document.index.place_of(*key).is_some_and(|(kind, _)| Tab::of(kind) == tab));
        open.go(tab, selected);
    }

    fn select(&mut self, key: Option<Key>) {
        if let Some(open) = &mut self.session.open {
            open.pointed_field = None;
            open.go(open.tab(), key);
        }
    }

    /// Selects rows together. Fewer than two are no more than the selected record.
    pub(super) fn choose(&mut self, chosen: Arc<Chosen>, selected: Option<Key>) {
        let Some(open) = &mut self.session.open else { return };
        let alone = if chosen.len() == 1 { chosen.keys().next() } else { None };
        let selected = alone.or(selected);
        if selected.is_some_and(|key| open.document.index.place_of(key).is_none()) {
            return;
        }
        open.chosen = if chosen.len() < 2 { Arc::default() } else { chosen };
        if open.history.present().selected != selected {
            open.pointed_field = None;
        }
        open.go(open.tab(), selected);
    }

    fn show(&mut self, key: Key) {
        let Some(open) = &mut self.session.open else { return };
        if let Some((kind, _)) = open.document.index.place_of(key) {
            open.pointed_field = None;
            open.go(Tab::of(kind), Some(key));
        }
    }

    /// Shows a record in the inspector, wherever that is hidden; while editing its form takes the keys.
    fn open_record(&mut self, key: Key) {
        // In a narrow window, pointing is what slides the inspector in.
        self.show_field(key, String::new());
        self.session.settings.inspector_hidden = false;
        if self.session.open.as_ref().is_some_and(|open| open.is_editing) {
            self.views.form.take_keys(key);
        }
    }

    fn show_field(&mut self, key: Key, field: String) {
        self.show(key);
        if let Some(open) = &mut self.session.open {
            open.pointed_field = Some((key, field));
        }
    }

    fn step(&mut self, way: impl FnOnce(&mut History)) {
        if let Some(open) = &mut self.session.open {
            open.pointed_field = None;
            way(&mut open.history);
            open.let_go_of_rows();
        }
    }

    fn go_to_next_problem(&mut self) {
        let Some(open) = &mut self.session.open else { return };
        let problems = &open.document.problems;
        if problems.is_empty() {
            return;
        }
        let next = open.last_problem.map_or(0, |last| (last + 1) % problems.len());
        open.last_problem = Some(next);
        let spot = problems.get(next).map(|problem| (problem.key, problem.field.clone()));
        match spot {
            Some((Some(key), field)) => {
                self.show_field(key, field);
            }
            _ => self.go_to_tab(Tab::Checks),
        }
    }

    fn copy_selected(&mut self, ctx: &Context, command: Command) {
        let Some(open) = &self.session.open else { return };
        let Location { selected, .. } = open.history.present();
        let reader = open.document.reader();
        let Some(record) = selected.and_then(|key| reader.record(key)) else {
            self.notify(ctx, Severity::Note, "Select a record first");
            return;
        };
        let (text, what) = match command {
            Command::CopyCitation => (citation_text(&reader, &record), "the citation"),
            Command::CopyCitationNote => (citation_note(&reader, &record), "the citation as a note"),
            _ => (record.id().to_string(), "the id"),
        };
        self.handle(ctx, Request::Copy(text, what.to_owned()));
    }
}

/// That an export would go over what is exported.
const OWN_FILE: &str = "This is the file of the briefing itself, which the export would replace; choose another name";

impl App {
    /// Shows what an export would be; the note for the clipboard is made at once.
    fn export(&mut self, ctx: &Context, command: Command) {
        let Some(open) = &self.session.open else { return };
        if command == Command::CopyNote {
            let note = export::to_markdown(&open.document.reader(), &NoteOptions::default());
            self.handle(ctx, Request::Copy(note, "the note".to_owned()));
        } else {
            self.views.dialog = Some(Dialog::Export(Box::new(ExportDialog::new(open, command))));
        }
    }

    /// Opens an address outside; the scheme is looked at here once more, whoever asked.
    fn browse(&mut self, ctx: &Context, address: &str) {
        if link_host(address).is_none() || webbrowser::open(address).is_err() {
            self.notify(ctx, Severity::Error, "The address could not be opened; copy it instead");
        }
    }

    fn write(&mut self, ctx: &Context, path: &std::path::Path, content: &[u8], replace: bool) {
        let open = self.session.open.as_ref().and_then(|open| open.origin.path());
        if open.is_some_and(|open| store::lead_to_one_file(open, path)) {
            self.notify(ctx, Severity::Error, OWN_FILE);
            return;
        }
        let written = if replace { store::replace(path, content) } else { store::create(path, content) };
        match written {
            Ok(durability) => match durability.warning() {
                None => self.notify(ctx, Severity::Found, &format!("Written to {}", path.display())),
                Some(warning) => self.notify(ctx, Severity::Warning, &format!("{}: {warning}", path.display())),
            },
            Err(error) => self.notify(ctx, Severity::Error, &error.to_string()),
        }
    }
}
