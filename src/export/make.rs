//! A briefing as the bytes of a file, in any of the formats.

use super::chart_in_note;
use super::data::{TableOf, to_bibtex, to_csl_json, to_csv, to_ftm, to_graphml, to_ics, to_ris, to_xlsx};
use super::docx::{Document as WordDocument, House, StyleError, to_docx};
use super::format::Format;
use super::json::part_to_json;
use super::note::{NoteError, note};
use super::options::NoteOptions;
use super::page::Page;
use super::png::{PictureError, paint};
use super::svg::{Fit, SvgOptions, chart_svg};
use super::view::{View, with_view};
use crate::analysis::count::LaneBy;
use crate::document::Document;
use crate::model::RecordKind;
use crate::present::chart::ColourBy;

/// What to make.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// In which format.
    pub format: Format,
    /// What is shown, to whom, by which template.
    pub note: NoteOptions,
    /// How the chart is drawn.
    pub chart: ChartAsked,
    /// A document of the house, whose styles, page, header and footer a document for Word takes.
    pub reference: Option<Vec<u8>>,
    /// What a table is of.
    pub table: TableOf,
    /// Whether a table begins with a byte order mark, by which some spreadsheets know UTF-8.
    pub with_bom: bool,
}

/// How the chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChartAsked {
    /// The width, in points; in a note it is that of the page.
    pub width: f32,
    /// Pixels of a PNG to a point.
    pub scale: f32,
    /// What the lanes have in common.
    pub lanes: LaneBy,
    /// What colours and shapes tell apart.
    pub colour: ColourBy,
}

impl Default for ChartAsked {
    fn default() -> Self {
        Self { width: 1200.0, scale: 2.0, lanes: LaneBy::default(), colour: ColourBy::default() }
    }
}

/// Why nothing was made.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A fault of the template.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// The styles of the house cannot be used.
    #[error(transparent)]
    Styles(#[from] StyleError),
    /// The files could not be packed.
    #[error("the file could not be packed: {0}. Choose another format")]
    Unpacked(#[from] std::io::Error),
    /// The picture could not be painted.
    #[error(transparent)]
    Picture(#[from] PictureError),
}

/// The briefing in the format asked for.
///
/// # Errors
/// Where the template has a fault, or the picture would be too large.
pub fn make(document: &Document, asked: &Asked) -> Result<Vec<u8>, ExportError> {
    let view = |write: fn(&View) -> String| with_view(document, &asked.note, write);
    let text = match asked.format {
        Format::Markdown => note(&document.reader(), &asked.note)?,
        Format::Html => page(document, asked)?,
        Format::Docx => return word(document, asked),
        Format::Json => view(part_to_json),
        Format::Svg => drawn(document, asked, Fit::Alone),
        Format::Png => return Ok(paint(&drawn(document, asked, Fit::Alone), asked.chart.scale)?.to_png()?),
        Format::Csv => with_view(document, &asked.note, |view| to_csv(view, asked.table, asked.with_bom)),
        Format::Xlsx => return Ok(with_view(document, &asked.note, to_xlsx)?),
        Format::Ics => view(to_ics),
        Format::Bibtex => view(to_bibtex),
        Format::Ris => view(to_ris),
        Format::CslJson => view(to_csl_json),
        Format::Graphml => view(to_graphml),
        Format::Ftm => view(to_ftm),
    };
    Ok(text.into_bytes())
}

/// What the sheets of a workbook hold, as text to look at: each under its name, its cells parted by commas.
#[must_use]
pub fn sheets_as_text(document: &Document, asked: &Asked) -> String {
    with_view(document, &asked.note, |view| {
        let sheet = |of: TableOf| format!("{}\n\n{}", of.word(), to_csv(view, of, false));
        TableOf::ALL.into_iter().map(sheet).collect::<Vec<_>>().join("\n")
    })
}

fn page(document: &Document, asked: &Asked) -> Result<String, ExportError> {
    let note = note(&document.reader(), &asked.note)?;
    let has_visits = document.briefing.count(RecordKind::Visit) > 0;
    let chart = if has_visits { drawn(document, asked, Fit::Page) } else { String::new() };
    let told = |view: &View| (view.title(), view.part.marking(), view.reader.briefing.header.lang.clone());
    let (title, marking, lang) = with_view(document, &asked.note, told);
    Ok(Page { note: &note, title: &title, lang: &lang, marking: &marking, chart: &chart }.to_html())
}

fn word(document: &Document, asked: &Asked) -> Result<Vec<u8>, ExportError> {
    let text = note(&document.reader(), &asked.note)?;
    let (title, marking) = with_view(document, &asked.note, |view| (view.title(), view.part.marking()));
    let house = match &asked.reference {
        Some(reference) => House::of(reference, &marking)?,
        None => House::of_the_program(&marking),
    };
    let picture = if document.briefing.count(RecordKind::Visit) > 0 {
        Some(paint(&drawn(document, asked, Fit::Page), asked.chart.scale)?)
    } else {
        None
    };
    let chart = match &picture {
        Some(picture) => {
            let words = format!("Chart of the visits in time; the note lists them ({title})");
            Some((picture, picture.to_png()?, words))
        }
        None => None,
    };
    let document = WordDocument { note: &text, title: &title, chart, house: &house };
    Ok(to_docx(&document)?)
}

fn drawn(document: &Document, asked: &Asked, fit: Fit) -> String {
    let shown = asked.note.shown.as_ref();
    let options = SvgOptions {
        width: if fit == Fit::Page { chart_in_note::WIDTH } else { asked.chart.width },
        by: asked.chart.lanes,
        colour: asked.chart.colour,
        filter: shown.map(|(_, words)| words.clone()),
        marking: asked.note.marking,
        fit,
    };
    chart_svg(&document.reader(), |key| shown.is_none_or(|(keys, _)| keys.contains(&key)), &options)
}
