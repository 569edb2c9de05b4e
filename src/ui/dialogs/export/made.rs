//! Making an export, on a thread.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{ColorImage, Context};

use super::choice::Choice;
use super::failure::MakeFailure;
use crate::check::Problem;
use crate::document::Document;
use crate::export::{
    self, Asked, ChartAsked, CopiedNote, Export, ExportError, Findings, Format, NoteBlock, NoteOptions, Progress,
};
use crate::present::{Filter, Shown};
use crate::store;
use crate::ui::background::Job;

/// An export as it is written, and as it is shown.
#[derive(Debug, Default)]
pub(super) struct Made {
    pub(super) content: Arc<Vec<u8>>,
    /// The words as they are shown and copied: of a note in Markdown, of a workbook its sheets.
    pub(super) text: String,
    /// Of a note the begin of them, as they will be read.
    pub(super) blocks: Vec<NoteBlock>,
    /// Of a note the same as HTML, for Word.
    pub(super) html: String,
    pub(super) picture: Option<ColorImage>,
    /// Why there is none.
    pub(super) failure: Option<MakeFailure>,
    /// What stands against handing it out.
    pub(super) obstacles: Vec<Problem>,
}

/// An older state of the briefing, to tell what is new since.
#[derive(Debug)]
pub(super) enum Older {
    None,
    Document(Arc<Document>),
    Text(String),
}

/// What is chosen to be made, and of what.
#[derive(Debug)]
pub(super) struct ToMake {
    pub(super) document: Arc<Document>,
    pub(super) filter: Filter,
    pub(super) choice: Choice,
    /// The templates of the house.
    pub(super) house: Arc<Vec<(PathBuf, String)>>,
    pub(super) older: Older,
    pub(super) progress: Progress,
}

/// What is made; the other is that nobody waits for it any more.
pub(super) type MakeJob = Job<Option<Made>>;

/// Begins to make what is chosen, and what is seen of it. `None` where the system gives no thread.
pub(super) fn begin(ctx: &Context, wanted: ToMake) -> Option<MakeJob> {
    Job::begin(ctx, "make export", move || made(wanted))
}

/// `None` where nobody waits for it any more.
fn made(wanted: ToMake) -> Option<Made> {
    let document = Arc::clone(&wanted.document);
    let (asked, obstacles) = match asked(wanted) {
        Ok(asked) => asked,
        Err(failure) => return Some(Made { failure: Some(failure), ..Made::default() }),
    };
    match exported(&document, &asked) {
        Ok(made) => Some(Made { obstacles, ..made }),
        Err(MakeFailure::Export(ExportError::Stopped)) => None,
        Err(failure) => Some(Made { failure: Some(failure), obstacles, ..Made::default() }),
    }
}

/// What is asked for, and what stands against handing it out.
fn asked(wanted: ToMake) -> Result<(Asked, Vec<Problem>), MakeFailure> {
    let ToMake { document, filter, choice, house, older, progress } = wanted;
    let reader = document.reader();
    let shown = choice.shown_only.then(|| (Shown::new(&reader, &filter).keys().collect(), filter.in_words(&reader)));
    let mut note = NoteOptions {
        template: choice.note.template(&house, choice.actor.as_ref()),
        marking: choice.marking,
        shown,
        progress,
        ..NoteOptions::default()
    };
    let obstacles = export::obstacles(&document, &note);
    note.findings = Findings::new(&obstacles, document.weak.warnings);
    note.news = match older {
        Older::None => Vec::new(),
        Older::Document(old) => export::news_for(&old, &document, choice.marking),
        Older::Text(text) => {
            Document::from_text(text).map(|old| export::news_for(&old, &document, choice.marking)).unwrap_or_default()
        }
    };
    let asked = Asked {
        format: choice.format,
        note,
        chart: ChartAsked {
            width: f32::from(choice.width),
            lanes: choice.lanes,
            colour: choice.colour,
            ..ChartAsked::default()
        },
        table: choice.table,
        with_bom: choice.with_bom,
        reference: house_style(&choice)?,
    };
    Ok((asked, obstacles))
}

/// The export and what is seen of it.
fn exported(document: &Document, asked: &Asked) -> Result<Made, MakeFailure> {
    let Export { content, note } = export::make_export(document, asked)?;
    let picture = if asked.format.is_chart() { Some(picture(document, asked)?) } else { None };
    let (blocks, copied) = match asked.format {
        format if format.is_note() => {
            (export::note_blocks(&note, MOST_PREVIEWED), CopiedNote::new(note, &asked.note.progress))
        }
        Format::Xlsx => {
            (Vec::new(), CopiedNote { text: export::sheets_as_text(document, asked), ..CopiedNote::default() })
        }
        _ => {
            let text = String::from_utf8(content.clone()).unwrap_or_default();
            (Vec::new(), CopiedNote { text, ..CopiedNote::default() })
        }
    };
    if asked.note.progress.is_stopped() {
        return Err(ExportError::Stopped.into());
    }
    let CopiedNote { text, html } = copied;
    Ok(Made { content: Arc::new(content), text, blocks, html, picture, ..Made::default() })
}

/// The document whose styles a note for Word takes, where one is named.
fn house_style(choice: &Choice) -> Result<Option<Vec<u8>>, MakeFailure> {
    let path = choice.style.trim();
    if choice.format != Format::Docx || path.is_empty() {
        return Ok(None);
    }
    let bytes = store::read_bytes(Path::new(path));
    bytes.map(Some).map_err(|error| MakeFailure::Styles { path: path.to_owned(), error })
}

/// What is seen of a chart: as it is on the screen, a pixel to a point.
fn picture(document: &Document, asked: &Asked) -> Result<ColorImage, ExportError> {
    let svg = export::make(document, &Asked { format: Format::Svg, ..asked.clone() })?;
    let seen = export::paint(&String::from_utf8_lossy(&svg), 1.0)?;
    let size = [seen.width as usize, seen.height as usize];
    Ok(ColorImage::from_rgba_premultiplied(size, &seen.rgba))
}

/// How much of a long text is previewed, in bytes.
pub(super) const MOST_PREVIEWED: usize = 60_000;

/// The begin of a text, up to a line's end where it is long.
pub(super) fn begin_of(text: &str) -> &str {
    if text.len() <= MOST_PREVIEWED {
        return text;
    }
    let mut end = MOST_PREVIEWED;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let begin = text.get(..end).unwrap_or("");
    begin.rsplit_once('\n').map_or(begin, |(whole, _)| whole)
}
