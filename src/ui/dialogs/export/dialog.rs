//! The dialog of an export: options at the left, what it will be at the right.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, TextureHandle, Ui, vec2};

use super::super::foot::{Foot, Pressed};
use super::super::frame::{Fate, text_ui, title_ui};
use super::choice::{Choice, NoteChoice, Since, WIDTHS, beside};
use super::failure::{MakeFailure, WriteFailure, in_window};
use super::label::label_ui;
use super::made::{self, Made, MakeJob, Older, ToMake};
use super::obstacles;
use super::writing::{self, ToWrite, Writing, Written};
use crate::analysis::count::LaneBy;
use crate::document::Document;
use crate::export::{CopiedNote, Format, Progress, TableOf};
use crate::model::{AnyRecord, plural};
use crate::present::Filter;
use crate::present::chart::ColourBy;
use crate::store::{self, Version, VersionsFolder};
use crate::ui::Request;
use crate::ui::background::Job;
use crate::ui::session::OpenBriefing;
use crate::ui::theme::{Type, icons, size};
use crate::ui::widgets::{Button, Field};

pub(in crate::ui::dialogs) const WIDTH: f32 = 980.0;
const HEIGHT: f32 = 520.0;
const OPTIONS_WIDTH: f32 = 250.0;

/// What the program knows that an export may need.
#[derive(Debug, Default)]
pub(in crate::ui) struct Known {
    /// The file of the briefing, or where it would be saved.
    pub(in crate::ui) briefing: PathBuf,
    /// The templates of the house.
    pub(in crate::ui) house: Vec<(PathBuf, String)>,
    /// What was exported last.
    pub(in crate::ui) last_export: Option<Arc<Document>>,
    /// Where versions are kept.
    pub(in crate::ui) versions: VersionsFolder,
    /// Where it is kept what was exported last.
    pub(in crate::ui) exports: VersionsFolder,
    /// The document whose styles a note for Word took last.
    pub(in crate::ui) word_style: String,
}

/// What a dialog of an export has done.
#[derive(Debug)]
pub(in crate::ui) enum ExportDone {
    /// The file is written; and the document whose styles it took, where it is one for Word.
    Written(Written, Option<String>),
    /// A page stands in this file, to be shown by the browser.
    Page(PathBuf),
}

/// What to export, and where to.
pub(in crate::ui) struct ExportDialog {
    pub(super) document: Arc<Document>,
    pub(super) filter: Filter,
    /// The templates of the house, by path.
    pub(super) house: Arc<Vec<(PathBuf, String)>>,
    pub(super) choice: Choice,
    pub(super) path: String,
    replace: bool,
    pub(super) rendered: bool,
    pub(super) made: Made,
    /// The picture on the screen.
    pub(super) texture: Option<TextureHandle>,
    /// What is being made, and for what.
    job: Option<(Choice, MakeJob)>,
    /// How far the thread has come; tells it when nobody waits for what it makes any more.
    progress: Progress,
    made_for: Option<Choice>,
    writing: Option<Writing>,
    /// Why it could not be written.
    failure: Option<WriteFailure>,
    /// The file of the briefing itself.
    own: Option<PathBuf>,
    /// What was exported last.
    pub(super) last_export: Option<Arc<Document>>,
    /// The versions that saves replaced, once they are found.
    pub(super) versions: Arc<Vec<Version>>,
    /// What was exported last, by another run of the program.
    pub(super) last_version: Option<Version>,
    exports: VersionsFolder,
    listing: Option<Job<(Vec<Version>, Option<Version>)>>,
    /// The page that is being written for the browser.
    page: Option<Job<Result<PathBuf, WriteFailure>>>,
    /// What is typed as the path of the document whose styles are taken.
    pub(super) style: String,
}

impl fmt::Debug for ExportDialog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExportDialog").field("choice", &self.choice).field("path", &self.path).finish_non_exhaustive()
    }
}

impl Drop for ExportDialog {
    fn drop(&mut self) {
        self.progress.stop();
    }
}

impl ExportDialog {
    /// Offers an export of the open briefing, beside its file.
    pub(in crate::ui::dialogs) fn new(ctx: &Context, open: &OpenBriefing, format: Format, known: Known) -> Self {
        let selected = open.history.present().selected.and_then(|key| open.document.reader().record(key));
        let first = open.document.briefing.actors.front().map(|entry| entry.record.id.clone());
        let actor = match selected {
            Some(AnyRecord::Actor(actor)) => Some(actor.id.clone()),
            _ => first,
        };
        Self {
            document: Arc::clone(&open.document),
            filter: open.filter.clone(),
            house: Arc::new(known.house),
            choice: Choice {
                format,
                note: NoteChoice::default(),
                actor,
                width: WIDTHS[1],
                marking: None,
                shown_only: !open.filter.is_empty(),
                lanes: LaneBy::default(),
                colour: ColourBy::default(),
                since: Since::default(),
                table: TableOf::default(),
                with_bom: false,
                style: known.word_style.clone(),
            },
            path: beside(&known.briefing, format).display().to_string(),
            replace: false,
            rendered: true,
            made: Made::default(),
            texture: None,
            job: None,
            progress: Progress::default(),
            made_for: None,
            writing: None,
            failure: None,
            listing: open.origin.path().map(std::path::Path::to_owned).and_then(|path| {
                let (versions, exports) = (known.versions, known.exports.clone());
                Job::begin(ctx, "list versions", move || (versions.list(&path), exports.list(&path).into_iter().next()))
            }),
            last_version: None,
            exports: known.exports,
            page: None,
            style: known.word_style,
            own: open.origin.path().map(std::path::Path::to_owned),
            last_export: known.last_export,
            versions: Arc::default(),
        }
    }

    /// Takes what threads have made and written.
    pub(in crate::ui) fn poll(&mut self, ctx: &Context) -> Option<ExportDone> {
        if let Some(listed) = Job::take_done(&mut self.listing) {
            let (versions, last) = listed.unwrap_or_default();
            self.versions = Arc::new(versions);
            self.last_version = last;
        }
        match Job::take_done(&mut self.page) {
            Some(Ok(Ok(path))) => return Some(ExportDone::Page(path)),
            Some(Ok(Err(why))) => self.failure = Some(why),
            Some(Err(_)) => self.failure = Some(WriteFailure::Unended),
            None => {}
        }
        if let Some(((choice, _), made)) = Job::take_done_with(&mut self.job, |(_, job)| job) {
            let unended = || Made { failure: Some(MakeFailure::Unended), ..Made::default() };
            // What was stopped leaves what is shown as it is; another is made for the choice of now.
            if let Some(mut made) = made.unwrap_or_else(|_| Some(unended())) {
                let options = egui::TextureOptions::LINEAR;
                self.texture = made.picture.take().map(|image| ctx.load_texture("chart preview", image, options));
                self.made = made;
                self.made_for = Some(choice);
            }
        }
        if self.made_for.as_ref() != Some(&self.choice) {
            self.make(ctx);
        }
        match writing::done(&mut self.writing)? {
            Ok(written) => {
                let style = (self.choice.format == Format::Docx).then(|| self.choice.style.clone());
                Some(ExportDone::Written(written, style))
            }
            Err(why) => {
                self.failure = Some(why);
                None
            }
        }
    }

    /// Begins to make what is chosen; what was begun for another choice is told to stop, and waited for.
    fn make(&mut self, ctx: &Context) {
        if let Some((choice, _)) = &self.job {
            if *choice != self.choice {
                self.progress.stop();
            }
            return;
        }
        self.progress = Progress::default();
        let older = match self.choice.since {
            Since::Never => Older::None,
            Since::LastExport => match (&self.last_export, &self.last_version) {
                (Some(document), _) => Older::Document(Arc::clone(document)),
                (None, Some(version)) => Older::Text(version.text.clone()),
                (None, None) => Older::None,
            },
            Since::Version(place) => {
                self.versions.get(place).map_or(Older::None, |version| Older::Text(version.text.clone()))
            }
        };
        let wanted = ToMake {
            document: Arc::clone(&self.document),
            filter: self.filter.clone(),
            choice: self.choice.clone(),
            house: Arc::clone(&self.house),
            older,
            progress: self.progress.clone(),
        };
        self.job = made::begin(ctx, wanted).map(|job| (self.choice.clone(), job));
    }

    pub(super) fn is_being_made(&self) -> bool {
        self.made_for.as_ref() != Some(&self.choice)
    }

    /// What is exported.
    pub(in crate::ui) fn document(&self) -> Arc<Document> {
        Arc::clone(&self.document)
    }

    /// Whether something is still being made or written.
    pub(in crate::ui) fn is_busy(&self) -> bool {
        self.is_being_made() || self.writing.is_some() || self.listing.is_some() || self.page.is_some()
    }

    pub(in crate::ui::dialogs) fn ui(&mut self, ui: &mut Ui, requests: &mut Vec<Request>) -> Fate {
        title_ui(ui, "Export");
        let height = HEIGHT.min(ui.ctx().content_rect().height() - 204.0).max(160.0);
        let mut fate = Fate::Stay;
        ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(OPTIONS_WIDTH, height), |ui| {
                ui.set_width(OPTIONS_WIDTH);
                ui.vertical(|ui| fate = self.options_ui(ui, requests));
            });
            ui.add_space(size::S16);
            ui.vertical(|ui| self.preview_ui(ui, height));
        });
        match self.foot_ui(ui, requests) {
            Fate::Stay => fate,
            Fate::Close => Fate::Close,
        }
    }

    fn options_ui(&mut self, ui: &mut Ui, requests: &mut Vec<Request>) -> Fate {
        ui.spacing_mut().item_spacing.y = size::S8;
        if self.writing.is_some() {
            ui.disable();
        }
        self.format_ui(ui);
        label_ui(ui, "Write to");
        Field::new("Write to", &mut self.path).show(ui);
        ui.checkbox(&mut self.replace, Type::Body.text("Replace a file that is there already"));
        if self.is_made()
            && !self.made.obstacles.is_empty()
            && obstacles::ui(ui, &self.document.reader(), &self.made.obstacles, requests)
        {
            return Fate::Close;
        }
        if let Some(failure) = &self.failure {
            text_ui(ui, &in_window(failure));
        }
        if self.is_being_made() || self.writing.is_some() {
            ui.horizontal(|ui| {
                ui.spinner();
                label_ui(ui, &self.under_way());
            });
        }
        Fate::Stay
    }

    /// What is going on, and how far it has come.
    fn under_way(&self) -> String {
        match self.progress.steps() {
            _ if self.writing.is_some() => "Writing the file…".to_owned(),
            0 => "Making the export…".to_owned(),
            steps => format!("Making the export… {} done", plural(steps, "step")),
        }
    }

    fn is_made(&self) -> bool {
        !self.is_being_made() && self.made.failure.is_none()
    }

    fn foot_ui(&mut self, ui: &mut Ui, requests: &mut Vec<Request>) -> Fate {
        let is_made = self.is_made();
        let is_ready = is_made && !self.path.trim().is_empty() && self.writing.is_none();
        let is_doubtful = !self.made.obstacles.is_empty();
        let words = if is_doubtful { "Write anyway" } else { "Write file" };
        let is_text = is_made && !self.made.text.is_empty();
        let copy = Button::secondary("Copy").icon(icons::COPY);
        let is_note = self.choice.format.is_note();
        let is_page = self.choice.format == Format::Html;
        let mut foot = Foot::new(words).enabled(is_ready).doubtful(is_doubtful).other_enabled(is_text, copy);
        if is_note {
            let copies = is_made && !self.made.html.is_empty();
            foot = foot.other_enabled(copies, Button::secondary("Copy for Word").icon(icons::COPY));
        }
        if is_page {
            foot = foot.other_enabled(is_made && self.page.is_none(), Button::secondary("Print…"));
        }
        match foot.show(ui) {
            Some(Pressed::Primary) => self.write(ui),
            Some(Pressed::Other(0)) => {
                requests.push(Request::Copy(self.made.text.clone(), "the export".to_owned()));
            }
            Some(Pressed::Other(1)) if is_note => {
                let note = CopiedNote { text: self.made.text.clone(), html: self.made.html.clone() };
                requests.push(Request::CopyNote(Box::new(note)));
            }
            Some(Pressed::Other(_)) => self.print(ui),
            Some(Pressed::Cancel) => return Fate::Close,
            None => {}
        }
        Fate::Stay
    }

    fn write(&mut self, ui: &Ui) {
        self.failure = None;
        let asked = ToWrite {
            path: PathBuf::from(self.path.trim()),
            content: Arc::clone(&self.made.content),
            replace: self.replace,
            own: self.own.clone(),
            document: Arc::clone(&self.document),
            exports: self.exports.clone(),
        };
        self.writing = writing::begin(ui.ctx(), asked);
        if self.writing.is_none() {
            self.failure = Some(WriteFailure::NoThread);
        }
    }

    /// Writes the page for the browser, which prints it.
    fn print(&mut self, ui: &Ui) {
        let content = Arc::clone(&self.made.content);
        self.page = Job::begin(ui.ctx(), "write page", move || Ok(store::write_page(&content)?));
        if self.page.is_none() {
            self.failure = Some(WriteFailure::NoThread);
        }
    }
}
