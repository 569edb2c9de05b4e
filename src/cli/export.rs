//! `dateline export`: a briefing in another format.

use anyhow::Context as _;

use crate::{export, store};

use super::arguments::{ExportArguments, ExportKind};
use super::{Ended, input, print};

pub(super) fn run(asked: &ExportArguments) -> anyhow::Result<Ended> {
    let Some(document) = input::open(&asked.file) else { return Ok(Ended::Unreadable) };
    let text = match asked.to {
        ExportKind::Markdown => export::to_markdown(&document.reader(), &export::NoteOptions::default()),
        ExportKind::Json => export::to_json(&document.briefing),
        ExportKind::Svg => export::chart_svg(&document.reader(), |_| true, &export::SvgOptions::default()),
    };
    match &asked.output {
        Some(path) => store::replace(path, &text).with_context(|| path.display().to_string())?,
        None => print(&text)?,
    }
    Ok(Ended::Well)
}
