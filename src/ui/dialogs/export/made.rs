//! Making an export, on a thread.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::ColorImage;

use super::choice::Choice;
use crate::check::Problem;
use crate::document::Document;
use crate::export::{self, Asked, ChartAsked, CopiedNote, Findings, Format, NoteBlock, NoteOptions, Stop};
use crate::present::{Filter, Shown, capitalised};
use crate::store;

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
    pub(super) failure: String,
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

/// Makes what is chosen, and what is seen of it.
pub(super) fn made(
    document: &Document,
    filter: &Filter,
    choice: &Choice,
    house: &[(PathBuf, String)],
    older: Older,
    stop: Stop,
) -> Made {
    let reference = match house_style(choice) {
        Ok(reference) => reference,
        Err(failure) => return Made { failure, ..Made::default() },
    };
    let reader = document.reader();
    let shown = choice.shown_only.then(|| (Shown::new(&reader, filter).keys().collect(), filter.in_words(&reader)));
    let mut asked = Asked {
        format: choice.format,
        note: NoteOptions {
            template: choice.note.template(house, choice.actor.as_ref()),
            marking: choice.marking,
            shown,
            stop,
            ..NoteOptions::default()
        },
        chart: ChartAsked {
            width: f32::from(choice.width),
            lanes: choice.lanes,
            colour: choice.colour,
            ..ChartAsked::default()
        },
        table: choice.table,
        with_bom: choice.with_bom,
        reference,
    };
    let obstacles = export::obstacles(document, &asked.note);
    asked.note.findings = Findings::new(&obstacles, document.weak.warnings);
    asked.note.news = match older {
        Older::None => Vec::new(),
        Older::Document(old) => export::news_for(&old, document, choice.marking),
        Older::Text(text) => {
            Document::from_text(text).map(|old| export::news_for(&old, document, choice.marking)).unwrap_or_default()
        }
    };
    let content = match export::make(document, &asked) {
        Ok(content) => content,
        Err(error) => return Made { failure: capitalised(&error.to_string()), obstacles, ..Made::default() },
    };
    let picture = if choice.format.is_chart() { picture(document, &asked) } else { Ok(None) };
    match picture {
        Ok(picture) => {
            let CopiedNote { text, html } = words(document, &asked, &content);
            let blocks = if choice.format.is_note() { export::note_blocks(&text, MOST_PREVIEWED) } else { Vec::new() };
            Made { content: Arc::new(content), text, blocks, html, picture, failure: String::new(), obstacles }
        }
        Err(error) => Made { failure: capitalised(&error.to_string()), obstacles, ..Made::default() },
    }
}

/// What is shown and copied of an export.
fn words(document: &Document, asked: &Asked, content: &[u8]) -> CopiedNote {
    match asked.format {
        format if format.is_note() => CopiedNote::new(document, &asked.note).unwrap_or_default(),
        Format::Xlsx => CopiedNote { text: export::sheets_as_text(document, asked), ..CopiedNote::default() },
        _ => CopiedNote { text: String::from_utf8(content.to_vec()).unwrap_or_default(), ..CopiedNote::default() },
    }
}

/// The document whose styles a note for Word takes, where one is named.
fn house_style(choice: &Choice) -> Result<Option<Vec<u8>>, String> {
    let path = choice.style.trim();
    if choice.format != Format::Docx || path.is_empty() {
        return Ok(None);
    }
    store::read_bytes(Path::new(path))
        .map(Some)
        .map_err(|error| format!("The styles of {path} cannot be read: {error}"))
}

/// What is seen of a chart: as it is on the screen, a pixel to a point.
fn picture(document: &Document, asked: &Asked) -> Result<Option<ColorImage>, export::ExportError> {
    let svg = export::make(document, &Asked { format: Format::Svg, ..asked.clone() })?;
    let seen = export::paint(&String::from_utf8_lossy(&svg), 1.0)?;
    let size = [seen.width as usize, seen.height as usize];
    Ok(Some(ColorImage::from_rgba_premultiplied(size, &seen.rgba)))
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
