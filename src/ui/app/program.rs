//! The program's window: one frame after another.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::Frame;
use egui::{CentralPanel, Context, Panel, ThemePreference, Ui};

use crate::document::{Document, Origin};
use crate::model::Key;
use crate::present::plain_words;
use crate::store::{DecidedFolder, JournalFolder, SettingsFile, VersionsFolder};

use super::clipboard::HtmlClipboard;
use super::held_input::HeldInput;
use super::kept_focus::KeptFocus;
use super::last_focus::LastFocus;
use super::views::Views;
use crate::ui::background::Job;
use crate::ui::session::ThemeChoice;
use crate::ui::session::{Copying, OpenBriefing, Session};
use crate::ui::session::{Notice, Offer};
use crate::ui::shared::scene::Scene;
use crate::ui::theme::{self, size};
use crate::ui::widgets::{Severity, WindowPart, begin_part, name_part};
use crate::ui::{Command, Request, Settings, dialogs, forms, inspector, shell, tabs};

/// What the window opens with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Start {
    /// A file.
    File(PathBuf),
    /// The built-in sample.
    Sample,
    /// The last briefing; on a first start the sample, and the start page where neither is there.
    Last,
    /// The start page.
    Nothing,
}

/// The program.
pub struct App {
    pub(super) session: Session,
    pub(super) views: Views,
    pub(super) settings_file: SettingsFile,
    pub(super) journals: JournalFolder,
    pub(super) versions: VersionsFolder,
    /// What was decided of the proposals of articles.
    pub(super) decided: DecidedFolder,
    /// What was exported last in this session, and of which briefing.
    pub(super) last_export: Option<(Origin, Arc<Document>)>,
    /// Who had the keys below a dialog.
    kept_focus: KeptFocus,
    last_focus: LastFocus,
    /// The note that is being made to be copied.
    pub(super) copying: Option<Copying>,
    /// The system is asked whether it wants nothing to move.
    pub(super) asking_motion: Option<Job<bool>>,
    pub(super) clipboard: HtmlClipboard,
    /// The files that are brought into the new briefing once it is there.
    pub(super) to_import: Vec<PathBuf>,
    /// The title that the window has now.
    window_title: String,
}

/// What a zoom that was remembered may be; egui has these limits too.
const ZOOMS: std::ops::RangeInclusive<f32> = 0.2..=5.0;

/// How long a notice stays, in seconds.
pub(super) const NOTICE_SECONDS: f64 = 8.0;

impl App {
    /// Dresses the window and begins to open what it starts with.
    #[must_use]
    pub fn new(ctx: &Context, start: &Start, settings_file: SettingsFile) -> Self {
        let settings: Settings = settings_file.read();
        theme::apply(ctx, preference(settings.theme));
        if let Some(zoom) = settings.zoom.filter(|zoom| ZOOMS.contains(zoom)) {
            ctx.set_zoom_factor(zoom);
        }
        let origin = match start {
            Start::File(path) if Self::is_no_briefing(path) => None,
            Start::File(path) => Some(Origin::File(path.clone())),
            Start::Sample => Some(Origin::Sample),
            Start::Last if settings.starts_empty => None,
            Start::Last => match &settings.last_file {
                Some(path) if path.exists() => Some(Origin::File(path.clone())),
                None if settings.started_before => None,
                _ => Some(Origin::Sample),
            },
            Start::Nothing => None,
        };
        let is_first_start = *start == Start::Last && !settings.started_before;
        let templates_folder = settings_file.templates_folder();
        let session = Session { settings, is_first_start, templates_folder, ..Session::default() };
        let (journals, versions) = (settings_file.journal_folder(), settings_file.versions_folder());
        let decided = settings_file.decided_folder();
        let views = Views::default();
        let window_title = String::new();
        let mut app = Self {
            session,
            views,
            settings_file,
            journals,
            versions,
            decided,
            last_export: None,
            copying: None,
            asking_motion: None,
            clipboard: HtmlClipboard::default(),
            to_import: Vec::new(),
            kept_focus: KeptFocus::default(),
            last_focus: LastFocus::default(),
            window_title,
        };
        ctx.add_plugin(super::event_order::EventOrder::default());
        app.apply_motion(ctx);
        app.look_for_left_behind(ctx);
        if let Some(origin) = origin {
            app.begin_opening(ctx, origin, false);
        } else if let Start::File(path) = start {
            app.bring_in(ctx, vec![path.clone()]);
        }
        app
    }

    /// Whether something is under way off the window's thread.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        let shows = self.views.dialog.as_ref().is_some_and(dialogs::Dialog::is_busy);
        let works = |open: &OpenBriefing| open.is_at_work() || open.filtering.is_some() || open.autosave.is_busy();
        let watches = self.session.watching.is_busy();
        self.session.opening.is_some()
            || self.session.looking.is_some()
            || self.asking_motion.is_some()
            || self.copying.is_some()
            || shows
            || watches
            || self.views.tabs.is_busy()
            || self.session.open.as_ref().is_some_and(works)
    }

    pub(super) fn notify(&mut self, ctx: &Context, severity: Severity, text: &str) {
        let now = ctx.input(|input| input.time);
        let text = match &self.session.open {
            Some(open) => plain_words(&open.document.reader(), None, text),
            None => text.to_owned(),
        };
        self.session.tell(Notice { severity, text, offers: None, until: now + NOTICE_SECONDS });
    }

    /// Says what is to be read, until the person takes the notice away.
    pub(super) fn tell_until_taken(&mut self, ctx: &Context, severity: Severity, text: &str) {
        self.session.tell(Notice { severity, text: text.to_owned(), offers: None, until: f64::INFINITY });
        ctx.request_repaint();
    }

    /// Offers a command, until it is done or the person takes the notice away.
    pub(super) fn offer(&mut self, ctx: &Context, severity: Severity, text: &str, offer: Offer) {
        self.session.withdraw(offer);
        self.session.tell(Notice { severity, text: text.to_owned(), offers: Some(offer), until: f64::INFINITY });
        ctx.request_repaint();
    }

    /// Settings are a comfort: where they cannot be written the program goes on, and says so once.
    pub(super) fn write_settings(&mut self) {
        if self.settings_file.write(&self.session.settings).is_err() && !self.session.told_of_settings {
            self.session.told_of_settings = true;
            self.session.tell(Notice {
                severity: Severity::Warning,
                text: "The settings could not be written; recent files are forgotten at the end".to_owned(),
                offers: None,
                until: f64::INFINITY,
            });
        }
    }

    /// Whether the form shows a record that was just made, with nothing typed into it.
    pub(super) fn is_new_untouched(&self) -> bool {
        let made = self.session.open.as_ref().filter(|open| open.is_editing && !open.is_working()).and_then(|open| {
            // A role stands in the form of its actor.
            let last = self.views.form.last_in_hand();
            let is_shown = |made: &Key| [open.history.present().selected, last].contains(&Some(*made));
            open.edits.made_last().filter(is_shown)
        });
        made.is_some_and(|key| self.views.form.is_untouched(key))
    }

    /// Whether something lies over the briefing that has the keys.
    pub(super) fn has_dialog(&self) -> bool {
        self.views.dialog.is_some() || self.views.shell.palette.is_open()
    }

    fn set_window_title(&mut self, ctx: &Context) {
        let title = match &self.session.open {
            Some(open) => {
                let mark = if open.is_unsaved() { "● " } else { "" };
                format!("{mark}{} — Dateline", open.document.title())
            }
            None => "Dateline".to_owned(),
        };
        if self.window_title != title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.window_title = title;
        }
    }

    fn bars_ui(&mut self, ui: &mut Ui, requests: &mut Vec<Request>) {
        let bar = |id: &'static str, height: f32| {
            Panel::top(id).exact_size(height).resizable(false).show_separator_line(false).frame(egui::Frame::NONE)
        };
        let (session, views) = (&self.session, &mut self.views);
        let counts_since = views.tabs.busy_since();
        bar("top bar", size::TOP_BAR).show(ui, |ui| {
            name_part(ui, "Menus and search");
            shell::top_bar_ui(ui, session, &mut views.shell.search, requests);
        });
        Panel::bottom("status bar")
            .exact_size(size::STATUS_BAR)
            .resizable(false)
            .show_separator_line(false)
            .frame(egui::Frame::NONE)
            .show(ui, |ui| {
                name_part(ui, "Status");
                shell::status_bar_ui(ui, session, counts_since, requests);
            });
        if session.open.is_some() {
            bar("tabs bar", size::TABS_BAR).show(ui, |ui| {
                name_part(ui, "Tabs");
                begin_part(ui, WindowPart::Tabs);
                shell::tabs_bar_ui(ui, session, requests);
            });
            bar("filter bar", size::FILTER_BAR).show(ui, |ui| {
                name_part(ui, "Filter");
                shell::filter_bar_ui(ui, session, &mut views.shell.filter, requests);
            });
        }
    }

    fn content_ui(&mut self, ui: &mut Ui, requests: &mut Vec<Request>) {
        let palette = theme::palette(ui);
        if let Some(failure) = &self.session.failure {
            shell::failure_ui(ui, failure, requests);
        }
        shell::sample_banner_ui(ui, &self.session, requests);
        let Some(open) = &self.session.open else {
            CentralPanel::default()
                .frame(egui::Frame::NONE.fill(palette.surface))
                .show(ui, |ui| shell::start_page_ui(ui, &self.session, requests));
            return;
        };
        let Views { form, inspector, tabs, .. } = &mut self.views;
        let mut scene = Scene::of(open);
        forms::lead_out_on_escape(ui.ctx(), tabs.shows_form_of_proposal(open.tab()));
        let mut shown_form = open.is_editing.then_some(form);
        let settings = &mut self.session.settings;
        let tab = open.tab();
        if !tabs.hides_inspector(tab) {
            let layout = inspector::panel_ui(ui, &mut scene, inspector, &mut shown_form, settings, &open.origin);
            (settings.inspector_width, settings.inspector_hidden) = (layout.width, layout.is_hidden);
        }
        CentralPanel::default().frame(egui::Frame::NONE.fill(palette.surface)).show(ui, |ui| {
            name_part(ui, tab.label());
            begin_part(ui, WindowPart::Content);
            tabs::ui(ui, tab, &mut scene, tabs);
        });
        let has_table = scene.has_table;
        requests.append(&mut scene.requests);
        if let Some(open) = &mut self.session.open {
            open.has_table = has_table;
            open.asked_of_table = None;
            if !has_table && !open.chosen.is_empty() {
                open.chosen = Arc::default();
            }
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _: &mut Frame) {
        let now = ctx.input(|input| input.time);
        self.session.notices.retain(|notice| notice.until > now);
        self.poll_motion(ctx);
        self.poll_opening(ctx);
        self.poll_proposals(ctx);
        self.poll_dialog(ctx);
        self.poll_copying(ctx);
        self.poll_deriving(ctx);
        self.poll_making(ctx);
        self.poll_filtering();
        self.poll_left_behind(ctx);
        self.poll_saving(ctx);
        self.poll_merging(ctx);
        self.mind_closing(ctx);
        self.keep_unsaved(ctx);
        self.watch(ctx);
        self.note_window(ctx);
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.write_settings();
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut Frame) {
        let ctx = ui.ctx().clone();
        self.take_dropped_files(&ctx);
        let mut requests = self.take_shortcuts(&ctx);
        if !self.has_dialog() {
            self.last_focus.begin(&ctx);
        }
        requests.extend(self.take_tour_keys(&ctx));
        ui.painter().rect_filled(ui.max_rect(), 0, theme::palette(ui).chrome);
        let held = if self.has_dialog() { HeldInput::take(&ctx) } else { HeldInput::default() };
        self.bars_ui(ui, &mut requests);
        self.content_ui(ui, &mut requests);
        // Nobody below took the key: it takes an empty new record back.
        if self.is_new_untouched() && ctx.input(|input| input.key_pressed(egui::Key::Escape)) {
            requests.push(Request::Do(Command::Undo));
        }
        held.give_back(&ctx);
        shell::overlays_ui(&ctx, &self.session, &mut self.views.shell, &mut requests);
        dialogs::ui(&ctx, &self.session, &mut self.views.dialog, &mut requests);
        if !requests.is_empty() {
            // What was asked for shows in the next frame.
            ctx.request_repaint();
        }
        self.follow_tour(&ctx);
        for request in requests {
            self.handle(&ctx, request);
        }
        self.kept_focus.follow(&ctx, self.has_dialog());
        if !self.has_dialog() {
            self.last_focus.note(&ctx);
        }
        self.set_window_title(&ctx);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        theme::Palette::of(visuals).chrome.to_normalized_gamma_f32()
    }
}

/// The theme as egui names it.
pub(super) fn preference(choice: ThemeChoice) -> ThemePreference {
    match choice {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    }
}
