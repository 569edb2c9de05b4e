//! What to export and where to, with the result in sight beside the options.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, ScrollArea, Ui, vec2};
use egui_commonmark::{CommonMarkCache, CommonMarkViewer};

use super::{Fate, text_ui, title_ui};
use crate::document::{Document, Origin};
use crate::export::{self, NoteOptions};
use crate::model::TlpLevel;
use crate::present::{Filter, Shown};
use crate::ui::jobs::{Job, Outcome};
use crate::ui::state::OpenBriefing;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Button, Field, MenuItem, Segment, Segmented, select_field};
use crate::ui::{Command, Request};

pub(super) const WIDTH: f32 = 980.0;
const HEIGHT: f32 = 520.0;
const OPTIONS_WIDTH: f32 = 250.0;

/// The format of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum ExportKind {
    /// The note in Markdown.
    Markdown,
    /// The whole model in JSON.
    Json,
}

impl ExportKind {
    fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }
}

/// What decides the text of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Asked {
    kind: ExportKind,
    marking: Option<TlpLevel>,
    shown_only: bool,
}

/// What to export, and where to.
pub(in crate::ui) struct ExportDialog {
    document: Arc<Document>,
    filter: Filter,
    asked: Asked,
    path: String,
    replace: bool,
    rendered: bool,
    text: String,
    /// The text that is being made, and for what.
    job: Option<(Asked, Job<String>)>,
    made_for: Option<Asked>,
    cache: CommonMarkCache,
}

impl fmt::Debug for ExportDialog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExportDialog").field("asked", &self.asked).field("path", &self.path).finish_non_exhaustive()
    }
}

impl ExportDialog {
    /// Offers an export of the open briefing, beside its file.
    pub(in crate::ui) fn new(open: &OpenBriefing, command: Command) -> Self {
        let kind = if command == Command::ExportJson { ExportKind::Json } else { ExportKind::Markdown };
        Self {
            document: Arc::clone(&open.document),
            filter: open.filter.clone(),
            asked: Asked { kind, marking: None, shown_only: !open.filter.is_empty() },
            path: beside(&open.origin, kind).display().to_string(),
            replace: false,
            rendered: true,
            text: String::new(),
            job: None,
            made_for: None,
            cache: CommonMarkCache::default(),
        }
    }

    /// Takes the text that a thread has made.
    pub(super) fn poll(&mut self, ctx: &Context) {
        if let Some((asked, job)) = self.job.take() {
            match job.poll() {
                Outcome::Waiting(job) => self.job = Some((asked, job)),
                Outcome::Done(text) => {
                    self.text = text;
                    self.made_for = Some(asked);
                }
                Outcome::Failed => self.made_for = Some(asked),
            }
        }
        if self.job.is_none() && self.made_for != Some(self.asked) {
            let (document, filter, asked) = (Arc::clone(&self.document), self.filter.clone(), self.asked);
            let job = Job::begin(ctx, "make export", move || make(&document, &filter, asked));
            self.job = job.map(|job| (asked, job));
        }
    }

    /// Whether the text for what is asked is still being made.
    pub(in crate::ui) fn is_busy(&self) -> bool {
        self.made_for != Some(self.asked)
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, requests: &mut Vec<Request>) -> Fate {
        title_ui(ui, "Export");
        let height = HEIGHT.min(ui.ctx().content_rect().height() - 200.0).max(160.0);
        let mut fate = Fate::Stay;
        ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(OPTIONS_WIDTH, height), |ui| {
                ui.set_width(OPTIONS_WIDTH);
                ui.vertical(|ui| fate = self.options_ui(ui, requests));
            });
            ui.add_space(size::S16);
            ui.vertical(|ui| self.preview_ui(ui, height));
        });
        fate
    }

    fn options_ui(&mut self, ui: &mut Ui, requests: &mut Vec<Request>) -> Fate {
        ui.spacing_mut().item_spacing.y = size::S8;
        let kinds = [Segment::new("Note"), Segment::new("JSON")];
        let chosen = usize::from(self.asked.kind == ExportKind::Json);
        if let Some(index) = Segmented::new("Format", &kinds).fill().show(ui, chosen) {
            self.asked.kind = if index == 0 { ExportKind::Markdown } else { ExportKind::Json };
            let path = PathBuf::from(&self.path).with_extension(self.asked.kind.extension());
            self.path = path.display().to_string();
        }
        if self.asked.kind == ExportKind::Markdown {
            self.note_options_ui(ui);
        } else {
            text_ui(ui, "Every record and field, named as in the file");
        }
        label_ui(ui, "Write to");
        Field::new("Write to", &mut self.path).show(ui);
        ui.checkbox(&mut self.replace, Type::Body.text("Replace a file that is there already"));
        let mut fate = Fate::Stay;
        let is_ready = !self.is_busy() && !self.path.trim().is_empty();
        ui.horizontal(|ui| {
            if ui.add_enabled(is_ready, Button::primary("Write file")).clicked() {
                let path = PathBuf::from(self.path.trim());
                requests.push(Request::Write(path, self.text.clone(), self.replace));
                fate = Fate::Close;
            }
            if ui.add_enabled(!self.is_busy(), Button::secondary("Copy").icon(icons::COPY)).clicked() {
                requests.push(Request::Copy(self.text.clone(), "the export".to_owned()));
            }
            if ui.add(Button::quiet("Cancel")).clicked() {
                fate = Fate::Close;
            }
        });
        fate
    }

    fn note_options_ui(&mut self, ui: &mut Ui) {
        label_ui(ui, "For readers up to");
        let words = self.asked.marking.map_or("Whoever may see all of it", TlpLevel::label);
        select_field(ui, "For readers up to", words, |ui| {
            let all = self.asked.marking.is_none();
            if ui.add(MenuItem::new("Whoever may see all of it").checked(all)).clicked() {
                self.asked.marking = None;
            }
            for level in TlpLevel::ALL {
                let checked = self.asked.marking == Some(*level);
                if ui.add(MenuItem::new(level.label()).checked(checked)).clicked() {
                    self.asked.marking = Some(*level);
                }
            }
        });
        if self.asked.marking.is_some() {
            text_ui(ui, "What is marked stricter is left out, and the note says how much");
        }
        if !self.filter.is_empty() {
            ui.checkbox(&mut self.asked.shown_only, Type::Body.text("Only what the filter shows"));
        }
    }

    fn preview_ui(&mut self, ui: &mut Ui, height: f32) {
        let palette = theme::palette(ui);
        let views = [Segment::new("Preview"), Segment::new("Text")];
        let is_note = self.asked.kind == ExportKind::Markdown;
        if is_note && let Some(index) = Segmented::new("View", &views).show(ui, usize::from(!self.rendered)) {
            self.rendered = index == 0;
        }
        ui.add_space(size::S4);
        let frame = egui::Frame::NONE.fill(palette.surface).inner_margin(size::S12).corner_radius(size::RADIUS_CARD);
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            if self.text.is_empty() && self.is_busy() {
                ui.spinner();
                return;
            }
            let id = ("export preview", self.rendered, is_note);
            ScrollArea::vertical().id_salt(id).max_height(height).auto_shrink([false, false]).show(ui, |ui| {
                if is_note && self.rendered {
                    CommonMarkViewer::new().show(ui, &mut self.cache, &self.text);
                } else {
                    text_preview_ui(ui, &self.text);
                }
            });
        });
    }
}

/// How much of a long text is previewed, in bytes.
const MOST_PREVIEWED: usize = 60_000;

fn text_preview_ui(ui: &mut Ui, text: &str) {
    let mut end = text.len().min(MOST_PREVIEWED);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let shown = text.get(..end).unwrap_or("");
    let colour = theme::palette(ui).text;
    ui.add(egui::Label::new(egui::RichText::new(shown).monospace().color(colour)).wrap().selectable(true));
    if end < text.len() {
        text_ui(ui, "The rest is written and copied, and not shown here");
    }
}

fn label_ui(ui: &mut Ui, text: &str) {
    ui.label(Type::Small.text(text).color(theme::palette(ui).text2));
}

/// Where the export goes unless somebody says otherwise: beside the briefing, or into the folder one is in.
fn beside(origin: &Origin, kind: ExportKind) -> PathBuf {
    match origin {
        Origin::File(path) => path.with_extension(kind.extension()),
        Origin::Sample => PathBuf::from("serbia-china-2024").with_extension(kind.extension()),
    }
}

fn make(document: &Document, filter: &Filter, asked: Asked) -> String {
    if asked.kind == ExportKind::Json {
        return export::to_json(&document.briefing);
    }
    let reader = document.reader();
    let shown = asked.shown_only.then(|| (Shown::new(&reader, filter).keys().collect(), filter.in_words(&reader)));
    export::to_markdown(&reader, &NoteOptions { marking: asked.marking, shown })
}
