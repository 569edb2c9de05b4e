//! Carrying out what views ask for.

use egui::Context;

use crate::document::Origin;
use crate::model::{Bearing, RecordKind};
use crate::present::inspector::paragraph_path;
use crate::present::{Filter, citation_note, citation_text};

use super::program::{App, NOTICE_SECONDS, preference};
use crate::export::Format;
use crate::ui::command::Leaving;
use crate::ui::dialogs::Dialog;
use crate::ui::session::{History, Notice, Offer, OpenBriefing, ThemeChoice, step_towards};
use crate::ui::theme;
use crate::ui::widgets::Severity;
use crate::ui::{Command, Request, Tab};

/// What is offered where a command needs editing.
const START_EDITING: Offer = Offer { command: Command::ToggleEditing, words: "Start editing" };

impl App {
    /// Carries out what a view asked for.
    pub(super) fn handle(&mut self, ctx: &Context, request: Request) {
        match request {
            Request::Do(command) => self.run(ctx, command),
            Request::Edit(edit) => self.edit(ctx, edit),
            Request::Propose(request) => self.propose(ctx, request),
            Request::OpenFile(path) => self.open_file(ctx, path),
            Request::BeginArticle(article) => self.leave(ctx, Leaving::Article(article)),
            Request::CloseSampleBanner => self.session.is_first_start = false,
            Request::ImportFiles(paths) => self.import_files(ctx, paths),
            Request::CancelOpening => self.session.opening = None,
            Request::CancelChange => self.cancel_change(ctx),
            Request::GoTo(tab) => self.go_to_tab(tab),
            Request::Select(key) => self.select(key),
            Request::LookAtPeriod(period) => self.look_at_period(period),
            Request::Choose(chosen, selected) => self.choose(chosen, selected),
            Request::ChooseInTable(chosen, selected) => {
                self.views.tabs.show_table(Tab::Visits);
                self.choose(chosen, selected);
            }
            Request::PasteRows(text) => match (self.source_without_words(), self.session.why_not(Command::PasteRows)) {
                (Some(source), _) => self.hold_words(ctx, source, &text),
                _ if self.article_in_part().is_some() => self.hold_article_whole(ctx, &text),
                _ if self.is_article_to_hold(&text) => self.offer_article(text),
                (None, Some(why)) => self.notify(ctx, Severity::Note, why),
                (None, None) => self.ask_for_rows(ctx, text),
            },
            Request::OfferArticle(text) => self.offer_article(text),
            Request::ReadAsRows(text) => self.ask_for_rows(ctx, text),
            Request::KeepMapping(mapping) => {
                self.session.settings.keep_mapping(mapping);
                self.write_settings();
            }
            Request::Tell(text) => self.notify(ctx, Severity::Note, &text),
            Request::Show(key) => self.show(key),
            Request::Open(key) => self.open_record(key),
            Request::OpenBriefingField(field) => {
                self.flush_draft(ctx);
                self.edit_briefing(ctx, field);
            }
            Request::OpenRoles(key) => self.open_roles(key),
            Request::AskDelete(keys) => self.ask_delete(ctx, keys),
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
            Request::CopyNote(note) => self.copy_for_word(ctx, *note),
            Request::OpenLink(address) => self.views.dialog = Some(Dialog::link(&address)),
            Request::DismissNotice(text) => self.session.notices.retain(|notice| notice.text != text),
            Request::DismissFailure => self.session.failure = None,
            Request::Browse(address) => self.browse(ctx, &address),
            Request::AskConflict(key, field) => self.ask_conflict(ctx, key, field),
            Request::AskResolve(key) => self.ask_resolve(ctx, key),
            Request::AskWaiver(rule, keys) => self.views.dialog = Some(Dialog::waive(rule, keys)),
            Request::AskMerge(kept, gone) => self.views.dialog = Some(Dialog::merge_two(kept, gone)),
            Request::HelpOnField(kind, field) => self.views.dialog = Some(Dialog::help_on_field(ctx, kind, field)),
            Request::HelpOnRule(rule) => self.views.dialog = Some(Dialog::help_on_rule(ctx, rule)),
            Request::Set(setting) => self.set(ctx, setting),
            Request::Tour(step) => self.move_tour(ctx, step),
            Request::Restore(place) => self.restore_left_behind(ctx, place),
            Request::ThrowAway(place) => self.throw_away_left_behind(place),
            Request::RestoreVersion(kept, text) => self.restore_version(ctx, &kept, text),
            Request::MergeWithFile => self.merge_with_file(ctx),
            Request::SaveAs(path, existing, then) => self.save_as(ctx, path, existing, then),
            Request::SaveAndLeave(leaving) => self.save(ctx, Some(leaving)),
            Request::LeaveUnsaved(leaving) => self.go_on(ctx, leaving),
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

    /// What was typed becomes a step; whether the command waits from now on for the last change.
    fn has_to_wait(&mut self, ctx: &Context, command: Command) -> bool {
        self.flush_draft(ctx);
        let working = self.session.open.as_mut().filter(|open| open.is_working());
        working.is_some_and(|open| {
            open.waiting.push_back(Request::Do(command));
            true
        })
    }

    /// Carries out a command. One that changes the briefing makes a step of what was typed first, and waits while the
    /// last change is still being worked out.
    fn run(&mut self, ctx: &Context, command: Command) {
        let command = if self.session.open.is_none() { command.without_a_briefing() } else { command };
        if command.begins_editing() && self.session.is_missing_editing(command) {
            self.toggle_editing(ctx);
            if self.session.is_missing_editing(command) {
                return;
            }
        }
        // Words in a field that are no value yet change nothing, and are not to be called nothing.
        if command == Command::Save && self.shows_unfinished(ctx) {
            return;
        }
        if let Some(why) = self.session.why_not(command) {
            self.tell_why_not(ctx, command, why);
            return;
        }
        if command.edits() && !command.is_done_by_table() && self.has_to_wait(ctx, command) {
            return;
        }
        match command {
            Command::NewBriefing => self.leave(ctx, Leaving::Open(Origin::New)),
            Command::PasteArticle => self.views.dialog = Some(Dialog::article()),
            Command::Save => self.save(ctx, None),
            Command::SaveAs => self.ask_save_as(),
            Command::Versions => self.show_versions(ctx),
            Command::MergeWithFile => self.merge_with_file(ctx),
            Command::EditHistory => self.views.dialog = Some(Dialog::Steps),
            Command::ToggleEditing => self.toggle_editing(ctx),
            Command::Open => self.begin_choosing(ctx),
            Command::Import => self.views.dialog = Some(Dialog::choose_import(ctx)),
            Command::OpenSample => self.leave(ctx, Leaving::Open(Origin::Sample)),
            Command::OpenSampleHeld => self.leave(ctx, Leaving::Open(Origin::SampleHeld)),
            Command::Reload => self.leave(ctx, Leaving::Reload),
            Command::CloseBriefing => self.leave(ctx, Leaving::Close),
            Command::ExportMarkdown => self.ask_export(ctx, Format::Markdown),
            Command::ExportChart => self.ask_export(ctx, Format::Svg),
            Command::ExportJson => self.ask_export(ctx, Format::Json),
            Command::CopyNote => self.copy_note(ctx, false),
            Command::CopyNoteForWord => self.copy_note(ctx, true),
            Command::Settings => self.views.dialog = Some(Dialog::Settings),
            Command::Quit => self.leave(ctx, Leaving::Quit),
            Command::CopyCitation => self.copy_selected(ctx, "the citation", citation_text),
            Command::CopyCitationNote => self.copy_selected(ctx, "the citation as a note", citation_note),
            Command::CopyId => self.copy_selected(ctx, "the id", |_, record| record.id().to_string()),
            Command::Search => self.views.shell.search.take_keys(),
            Command::Palette => self.views.shell.palette.open(),
            Command::ClearFilter => self.set_filter(ctx, Filter::default()),
            Command::Back => self.step(History::back),
            Command::Forward => self.step(History::forward),
            Command::NextProblem => self.go_to_next_problem(ctx),
            Command::NextDouble => self.go_to_next_double(),
            Command::ToggleInspector => self.toggle_inspector(),
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
            Command::Help => self.show_help(ctx),
            Command::TakeTour => self.begin_tour(ctx),
            Command::Shortcuts => self.views.dialog = Some(Dialog::Shortcuts),
            Command::About => self.views.dialog = Some(Dialog::About),
            Command::Undo => self.go_to_step(ctx, self.count_done().saturating_sub(1)),
            Command::Redo => self.go_to_step(ctx, self.count_done() + 1),
            Command::EditBriefing => self.edit_briefing(ctx, "title"),
            Command::NewRecord => self.create_of_tab(ctx),
            Command::ReadIntoRecords => self.read_into_records(ctx),
            Command::NewActor => self.create_of(ctx, RecordKind::Actor),
            Command::NewRole => self.create_of(ctx, RecordKind::Role),
            Command::NewVisit => self.create_of(ctx, RecordKind::Visit),
            Command::NewStatement => self.create_of(ctx, RecordKind::Statement),
            Command::NewRelation => self.create_of(ctx, RecordKind::Relation),
            Command::NewSource => self.create_of(ctx, RecordKind::Source),
            Command::NewJudgement => self.create_of(ctx, RecordKind::Judgement),
            Command::NewConflict => self.create_of(ctx, RecordKind::Conflict),
            Command::DuplicateRecord => self.duplicate_targets(ctx),
            Command::DeleteRecord => self.delete_targets(ctx),
            Command::ChangeSelected => self.ask_change_of_targets(),
            Command::ChangeShown => self.ask_change_of_shown(),
            Command::PasteRows => self.ask_for_rows(ctx, String::new()),
            Command::MergeRecord => self.ask_merge_of_targets(),
            Command::EvidenceFor => self.add_evidence(ctx, Bearing::Consistent),
            Command::EvidenceAgainst => self.add_evidence(ctx, Bearing::Inconsistent),
            Command::RecordConflict => self.record_conflict_of_selected(ctx),
            Command::ResolveConflict => self.resolve_conflict_of_selected(ctx),
            Command::Repair => self.repair_selected(ctx),
            Command::Replace => self.views.dialog = Some(Dialog::replace()),
            Command::ShowTable => self.show_table(),
            Command::EditCell
            | Command::SelectAll
            | Command::CopyRows
            | Command::MoveUp
            | Command::MoveDown
            | Command::OrderAsInFile => self.ask_table(ctx, command),
        }
    }

    /// Says why a command cannot be done, and offers the step that is missing.
    pub(super) fn tell_why_not(&mut self, ctx: &Context, command: Command, why: &str) {
        let step = || step_towards(why);
        let offers = self.session.is_missing_editing(command).then_some(START_EDITING).or_else(step);
        let until = ctx.input(|input| input.time) + NOTICE_SECONDS;
        self.session.tell(Notice { severity: Severity::Note, text: why.to_owned(), offers, until });
    }

    /// What a table does itself, in the next frame.
    fn ask_table(&mut self, ctx: &Context, command: Command) {
        if let Some(open) = self.session.open.as_mut().filter(|_| self.views.dialog.is_none()) {
            open.asked_of_table = Some(command);
            ctx.request_repaint();
        }
    }

    /// Shows the rows of the tab as a table; where it lists none, those of the visits.
    fn show_table(&mut self) {
        let Some(tab) = self.session.open.as_ref().map(OpenBriefing::tab) else { return };
        if !self.views.tabs.show_table(tab) {
            self.views.tabs.show_table(Tab::Visits);
            self.go_to_tab(Tab::Visits);
        }
    }

    fn ask_save_as(&mut self) {
        if let Some(origin) = self.session.open.as_ref().map(|open| open.origin.clone()) {
            self.views.dialog = Some(Dialog::save_as(&origin, &self.proposed_path(), String::new(), false, None));
        }
    }

    fn show_versions(&mut self, ctx: &Context) {
        let path = self.session.open.as_ref().and_then(|open| open.origin.path().map(std::path::Path::to_owned));
        let folder = self.versions.clone();
        self.views.dialog =
            Some(Dialog::versions(ctx, move || path.map(|path| folder.list(&path)).unwrap_or_default()));
    }

    fn toggle_inspector(&mut self) {
        self.session.settings.inspector_hidden = !self.session.settings.inspector_hidden;
        self.write_settings();
    }

    fn set_theme(&mut self, ctx: &Context, choice: ThemeChoice) {
        self.session.settings.theme = choice;
        theme::set_preference(ctx, preference(choice));
        self.write_settings();
    }
}
