//! What to export and where to, with the result in sight beside the options.

use std::collections::HashSet;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use egui::{ColorImage, Context, ScrollArea, TextureHandle, Ui, vec2};
use egui_commonmark::{CommonMarkCache, CommonMarkViewer};

use super::frame::{Fate, text_ui, title_ui};
use crate::analysis::count::LaneBy;
use crate::document::{Document, Origin};
use crate::export::{self, NoteOptions, PictureError, SvgOptions};
use crate::index::Reader;
use crate::model::{Key, TlpLevel};
use crate::present::chart::ColourBy;
use crate::present::{Filter, Shown};
use crate::ui::Request;
use crate::ui::background::Job;
use crate::ui::command::Existing;
use crate::ui::session::OpenBriefing;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{Button, Field, MenuItem, Segment, Segmented, select_field};

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
    /// The chart as a picture of lines and text.
    Svg,
    /// The chart as a picture of pixels.
    Png,
}

impl ExportKind {
    fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

/// What decides the text of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Asked {
    kind: ExportKind,
    /// Of a chart, in points.
    width: u16,
    marking: Option<TlpLevel>,
    shown_only: bool,
    /// Of a chart.
    lanes: LaneBy,
    /// Of a chart.
    colour: ColourBy,
}

/// An export as it is written, and as it is shown.
#[derive(Debug, Default)]
struct Made {
    content: Vec<u8>,
    /// The words; of a picture of pixels none.
    text: String,
    picture: Option<ColorImage>,
    /// Why there is none.
    failure: String,
}

/// The widths of a chart, in points: on a page, and on a slide.
const WIDTHS: [u16; 3] = [1_000, 1_400, 1_920];
/// Pixels of a PNG to a point.
const PIXELS_PER_POINT: f32 = 2.0;

/// What to export, and where to.
pub(in crate::ui) struct ExportDialog {
    document: Arc<Document>,
    filter: Filter,
    asked: Asked,
    path: String,
    replace: bool,
    rendered: bool,
    made: Made,
    /// The picture on the screen.
    texture: Option<TextureHandle>,
    /// What is being made, and for what.
    job: Option<(Asked, Job<Made>)>,
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
    pub(super) fn new(open: &OpenBriefing, kind: ExportKind) -> Self {
        Self {
            document: Arc::clone(&open.document),
            filter: open.filter.clone(),
            asked: Asked {
                kind,
                width: WIDTHS[1],
                marking: None,
                shown_only: !open.filter.is_empty(),
                lanes: LaneBy::default(),
                colour: ColourBy::default(),
            },
            path: beside(&open.origin, kind).display().to_string(),
            replace: false,
            rendered: true,
            made: Made::default(),
            texture: None,
            job: None,
            made_for: None,
            cache: CommonMarkCache::default(),
        }
    }

    /// Takes the text that a thread has made.
    pub(in crate::ui) fn poll(&mut self, ctx: &Context) {
        if let Some(((asked, _), made)) = Job::take_done_with(&mut self.job, |(_, job)| job) {
            if let Ok(mut made) = made {
                let options = egui::TextureOptions::LINEAR;
                self.texture = made.picture.take().map(|image| ctx.load_texture("chart preview", image, options));
                self.made = made;
            }
            self.made_for = Some(asked);
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
        let kinds = [Segment::new("Note"), Segment::new("Chart"), Segment::new("JSON")];
        let chosen = match self.asked.kind {
            ExportKind::Markdown => 0,
            ExportKind::Svg | ExportKind::Png => 1,
            ExportKind::Json => 2,
        };
        if let Some(index) = Segmented::new("Format", &kinds).fill().show(ui, chosen) {
            self.choose([ExportKind::Markdown, ExportKind::Svg, ExportKind::Json].get(index).copied());
        }
        match self.asked.kind {
            ExportKind::Markdown => self.reader_options_ui(ui),
            ExportKind::Svg | ExportKind::Png => {
                self.chart_options_ui(ui);
                self.reader_options_ui(ui);
            }
            ExportKind::Json => text_ui(ui, "Every record and field, named as in the file"),
        }
        label_ui(ui, "Write to");
        Field::new("Write to", &mut self.path).show(ui);
        ui.checkbox(&mut self.replace, Type::Body.text("Replace a file that is there already"));
        let mut fate = Fate::Stay;
        let is_made = !self.is_busy() && self.made.failure.is_empty();
        let is_ready = is_made && !self.path.trim().is_empty();
        ui.horizontal(|ui| {
            if ui.add_enabled(is_ready, Button::primary("Write file")).clicked() {
                let path = PathBuf::from(self.path.trim());
                let existing = if self.replace { Existing::Replace } else { Existing::Keep };
                requests.push(Request::Write(path, self.made.content.clone(), existing));
                fate = Fate::Close;
            }
            let is_text = is_made && self.asked.kind != ExportKind::Png;
            if ui.add_enabled(is_text, Button::secondary("Copy").icon(icons::COPY)).clicked() {
                requests.push(Request::Copy(self.made.text.clone(), "the export".to_owned()));
            }
            if ui.add(Button::quiet("Cancel")).clicked() {
                fate = Fate::Close;
            }
        });
        fate
    }

    fn choose(&mut self, kind: Option<ExportKind>) {
        let Some(kind) = kind else { return };
        self.asked.kind = kind;
        self.path = PathBuf::from(&self.path).with_extension(kind.extension()).display().to_string();
    }

    /// As what, and how wide.
    fn chart_options_ui(&mut self, ui: &mut Ui) {
        label_ui(ui, "As");
        let kinds = [Segment::new("SVG"), Segment::new("PNG")];
        let chosen = usize::from(self.asked.kind == ExportKind::Png);
        if let Some(index) = Segmented::new("Kind of picture", &kinds).fill().show(ui, chosen) {
            self.choose([ExportKind::Svg, ExportKind::Png].get(index).copied());
        }
        label_ui(ui, "For");
        let widths = [Segment::new("A page"), Segment::new("A screen"), Segment::new("A wall")];
        let chosen = WIDTHS.iter().position(|width| *width == self.asked.width).unwrap_or(0);
        if let Some(width) = Segmented::new("Width", &widths).fill().show(ui, chosen).and_then(|at| WIDTHS.get(at)) {
            self.asked.width = *width;
        }
        label_ui(ui, "Lanes by");
        select_field(ui, "Lanes by", self.asked.lanes.label(), |ui| {
            for by in LaneBy::ALL {
                if ui.add(MenuItem::new(by.label()).checked(*by == self.asked.lanes)).clicked() {
                    self.asked.lanes = *by;
                }
            }
        });
        label_ui(ui, "Colour by");
        select_field(ui, "Colour by", self.asked.colour.label(), |ui| {
            for by in ColourBy::ALL {
                if ui.add(MenuItem::new(by.label()).checked(*by == self.asked.colour)).clicked() {
                    self.asked.colour = *by;
                }
            }
        });
    }

    fn reader_options_ui(&mut self, ui: &mut Ui) {
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
            text_ui(ui, "What is marked stricter is left out, and the export says how much");
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
            if self.made.content.is_empty() && self.is_busy() {
                ui.spinner();
                return;
            }
            if !self.made.failure.is_empty() {
                text_ui(ui, &self.made.failure);
                return;
            }
            let id = ("export preview", self.rendered, is_note);
            ScrollArea::vertical()
                .id_salt(id)
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink([false, false])
                .show(ui, |ui| match &self.texture {
                    Some(texture) => {
                        let words = "The chart as it will be written";
                        ui.add(egui::Image::new(texture).max_width(ui.available_width()).alt_text(words));
                    }
                    None if is_note && self.rendered => {
                        CommonMarkViewer::new().show(ui, &mut self.cache, &self.made.text);
                    }
                    None => text_preview_ui(ui, &self.made.text),
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
        Origin::SampleHeld => PathBuf::from("river-visits-2023").with_extension(kind.extension()),
        Origin::Sample | Origin::New => PathBuf::from("serbia-china-2024").with_extension(kind.extension()),
    }
}

fn make(document: &Document, filter: &Filter, asked: Asked) -> Made {
    let reader = document.reader();
    let shown = asked.shown_only.then(|| (Shown::new(&reader, filter).keys().collect(), filter.in_words(&reader)));
    let of_text = |text: String| Made { content: text.clone().into_bytes(), text, ..Made::default() };
    match asked.kind {
        ExportKind::Json => of_text(export::to_json(&document.briefing)),
        ExportKind::Markdown => {
            of_text(export::to_markdown(&reader, &NoteOptions { marking: asked.marking, shown, chart: None }))
        }
        ExportKind::Svg | ExportKind::Png => {
            let svg = chart(&reader, shown, asked);
            draw(svg, asked).unwrap_or_else(|error| Made { failure: error.to_string(), ..Made::default() })
        }
    }
}

fn chart(reader: &Reader, shown: Option<(HashSet<Key>, String)>, asked: Asked) -> String {
    let options = SvgOptions {
        width: f32::from(asked.width),
        filter: shown.as_ref().map(|(_, words)| words.clone()),
        marking: asked.marking,
        by: asked.lanes,
        colour: asked.colour,
    };
    export::chart_svg(reader, |key| shown.as_ref().is_none_or(|(keys, _)| keys.contains(&key)), &options)
}

/// The picture, and the same for the preview.
fn draw(svg: String, asked: Asked) -> Result<Made, PictureError> {
    let seen = export::paint(&svg, 1.0)?;
    let size = [seen.width as usize, seen.height as usize];
    let picture = Some(ColorImage::from_rgba_premultiplied(size, &seen.rgba));
    if asked.kind == ExportKind::Png {
        let content = export::paint(&svg, PIXELS_PER_POINT)?.to_png()?;
        return Ok(Made { content, picture, ..Made::default() });
    }
    Ok(Made { content: svg.clone().into_bytes(), text: svg, picture, ..Made::default() })
}
