//! A briefing as the bytes of a file, in any of the formats.

use super::format::Format;
use super::json::to_json;
use super::note::{NoteError, note};
use super::options::NoteOptions;
use super::png::{PictureError, paint};
use super::svg::{SvgOptions, chart_svg};
use crate::analysis::count::LaneBy;
use crate::document::Document;
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
}

/// How the chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChartAsked {
    /// The width, in points.
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
    /// The picture could not be painted.
    #[error(transparent)]
    Picture(#[from] PictureError),
}

/// The briefing in the format asked for.
///
/// # Errors
/// Where the template has a fault, or the picture would be too large.
pub fn make(document: &Document, asked: &Asked) -> Result<Vec<u8>, ExportError> {
    let reader = document.reader();
    Ok(match asked.format {
        Format::Markdown => note(&reader, &asked.note)?.into_bytes(),
        Format::Json => to_json(&document.briefing).into_bytes(),
        Format::Svg => drawn(document, asked).into_bytes(),
        Format::Png => paint(&drawn(document, asked), asked.chart.scale)?.to_png()?,
    })
}

fn drawn(document: &Document, asked: &Asked) -> String {
    let shown = asked.note.shown.as_ref();
    let options = SvgOptions {
        width: asked.chart.width,
        by: asked.chart.lanes,
        colour: asked.chart.colour,
        filter: shown.map(|(_, words)| words.clone()),
        marking: asked.note.marking,
    };
    chart_svg(&document.reader(), |key| shown.is_none_or(|(keys, _)| keys.contains(&key)), &options)
}
