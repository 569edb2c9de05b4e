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
    /// Somebody asked to stop.
    #[error("the export was stopped")]
    Stopped,
}

/// An export, and what of it is read before it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Export {
    /// The file.
    pub content: Vec<u8>,
    /// The words of a note in Markdown, of which it is made; empty for other formats.
    pub note: String,
}

/// The briefing in the format asked for.
///
/// # Errors
/// Where the template has a fault, the picture would be too large, or somebody asked to stop.
pub fn make(document: &Document, asked: &Asked) -> Result<Vec<u8>, ExportError> {
    Ok(make_export(document, asked)?.content)
}

/// The same with the words of a note.
///
/// # Errors
/// As [`make`] has.
pub fn make_export(document: &Document, asked: &Asked) -> Result<Export, ExportError> {
    let made = made(document, asked);
    // What is left off has an end, and is not the whole.
    if asked.note.progress.is_stopped() { Err(ExportError::Stopped) } else { made }
}

fn made(document: &Document, asked: &Asked) -> Result<Export, ExportError> {
    let view = |write: fn(&View) -> String| with_view(document, &asked.note, write).into_bytes();
    let content = match asked.format {
        Format::Markdown | Format::Html | Format::Docx => return note_made(document, asked),
        Format::Json => view(part_to_json),
        Format::Svg => drawn(document, asked, Fit::Alone).into_bytes(),
        Format::Png => paint(&drawn(document, asked, Fit::Alone), asked.chart.scale)?.to_png()?,
        Format::Csv => with_view(document, &asked.note, |view| to_csv(view, asked.table, asked.with_bom)).into_bytes(),
        Format::Xlsx => with_view(document, &asked.note, to_xlsx)?,
        Format::Ics => view(to_ics),
        Format::Bibtex => view(to_bibtex),
        Format::Ris => view(to_ris),
        Format::CslJson => view(to_csl_json),
        Format::Graphml => view(to_graphml),
        Format::Ftm => view(to_ftm),
    };
    Ok(Export { content, note: String::new() })
}

fn note_made(document: &Document, asked: &Asked) -> Result<Export, ExportError> {
    let note = note(&document.reader(), &asked.note)?;
    let content = match asked.format {
        Format::Html => page(document, asked, &note).into_bytes(),
        Format::Docx => word(document, asked, &note)?,
        _ => note.clone().into_bytes(),
    };
    Ok(Export { content, note })
}

/// What the sheets of a workbook hold, as text to look at: each under its name, its cells parted by commas.
#[must_use]
pub fn sheets_as_text(document: &Document, asked: &Asked) -> String {
    with_view(document, &asked.note, |view| {
        let sheet = |of: TableOf| format!("{}\n\n{}", of.word(), to_csv(view, of, false));
        TableOf::ALL.into_iter().map(sheet).collect::<Vec<_>>().join("\n")
    })
}

fn page(document: &Document, asked: &Asked, note: &str) -> String {
    let has_visits = document.briefing.count(RecordKind::Visit) > 0;
    let chart = if has_visits { drawn(document, asked, Fit::Page) } else { String::new() };
    let told = |view: &View| (view.title(), view.part.marking(), view.reader.briefing.header.lang.clone());
    let (title, marking, lang) = with_view(document, &asked.note, told);
    let progress = &asked.note.progress;
    Page { note, title: &title, lang: &lang, marking: &marking, chart: &chart, progress }.to_html()
}

fn word(document: &Document, asked: &Asked, note: &str) -> Result<Vec<u8>, ExportError> {
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
    let document = WordDocument { note, title: &title, chart, house: &house, progress: &asked.note.progress };
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
    let is_wanted = |key| asked.note.progress.step() && shown.is_none_or(|(keys, _)| keys.contains(&key));
    chart_svg(&document.reader(), is_wanted, &options)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Progress, Template};

    const SOURCES: usize = 60;

    fn document() -> Document {
        let sources: String = (0..SOURCES).map(|n| format!("(id: \"s{n}\", publisher: \"P{n}\"),")).collect();
        let visits: String = (0..SOURCES)
            .map(|n| format!("(id: \"v{n}\", visitors: [\"a\"], to: \"RS\", when: \"2024-03\", cites: [\"s{n}#1\"]),"))
            .collect();
        let statements: String = (0..SOURCES)
            .map(|n| format!("(id: \"w{n}\", speaker: \"a\", content: [Said(\"x\")], cites: [\"s{n}#2\"]),"))
            .collect();
        let actors: String = (0..SOURCES).map(|n| format!("(id: \"a{n}\", kind: Person, name: \"A{n}\"),")).collect();
        Document::from_text(format!(
            "(title: \"T\", sources: [{sources}], actors: [(id: \"a\", kind: Person, name: \"A\"), {actors}],
            visits: [{visits}], statements: [{statements}])"
        ))
        .unwrap()
    }

    /// How an export ends, and after how many steps.
    fn ended(document: &Document, format: Format, template: &Template, progress: Progress) -> (bool, usize) {
        let note = NoteOptions { template: template.clone(), progress: progress.clone(), ..NoteOptions::default() };
        let made = make(document, &Asked { format, note, ..Asked::default() });
        (matches!(made, Err(ExportError::Stopped)), progress.steps())
    }

    #[test]
    fn each_export_shows_how_far_it_is_and_stops_when_asked_to() {
        let document = document();
        let templates = [
            Template::Brief,
            Template::Full,
            Template::Chronology,
            Template::Quotes,
            Template::Profile(crate::model::Id::from("a")),
        ];
        for format in Format::ALL {
            for template in templates.iter().filter(|template| format.is_note() || **template == Template::Brief) {
                let whole = ended(&document, format, template, Progress::default());
                let is_brief = format.is_note() && *template == Template::Brief;
                // A brief is short: what is long is chosen from, not told.
                assert!(!whole.0 && whole.1 >= if is_brief { 1 } else { SOURCES }, "{format:?} {template:?} {whole:?}");
                let stopped = Progress::default();
                stopped.stop();
                assert_eq!(ended(&document, format, template, stopped), (true, 0), "{format:?} {template:?}");
            }
        }
    }
}
