//! `dateline export`: a briefing in another format.

use std::collections::HashSet;

use anyhow::Context as _;

use crate::index::Reader;
use crate::model::Key;
use crate::present::{Filter, Shown};
use crate::{export, store};

use super::arguments::{ExportArguments, ExportKind, Readers};
use super::filter::filter_of;
use super::input;
use super::outcome::{Ended, print, tell_if_unsure};

pub(super) fn run(asked: &ExportArguments) -> anyhow::Result<Ended> {
    if let Some(path) = asked.output.as_deref().filter(|path| input::is_read_from(&asked.file, path)) {
        anyhow::bail!(
            "{}: this is the briefing itself, which the export would replace; name another file",
            path.display()
        );
    }
    let Some(document) = input::open(&asked.file) else { return Ok(Ended::Unreadable) };
    input::tell_unreadable(&asked.file, &document);
    let reader = document.reader();
    let filter = filter_of(&reader, &asked.filter)?;
    let content = match asked.to {
        ExportKind::Markdown => note(&reader, asked, &filter).into_bytes(),
        ExportKind::Json => export::to_json(&document.briefing).into_bytes(),
        ExportKind::Svg => chart(&reader, asked, &filter).into_bytes(),
        ExportKind::Png => export::paint(&chart(&reader, asked, &filter), asked.picture.scale)?.to_png()?,
    };
    match &asked.output {
        Some(path) => {
            tell_if_unsure(path, &store::replace(path, &content).with_context(|| path.display().to_string())?);
        }
        None => print(&content)?,
    }
    Ok(Ended::Well)
}

/// The records that pass the filter, and its words; `None` where it lets everything through.
fn shown(reader: &Reader, filter: &Filter) -> Option<(HashSet<Key>, String)> {
    (!filter.is_empty()).then(|| (Shown::new(reader, filter).keys().collect(), filter.in_words(reader)))
}

fn note(reader: &Reader, asked: &ExportArguments, filter: &Filter) -> String {
    let marking = asked.marking.map(Readers::level);
    let options = export::NoteOptions { marking, shown: shown(reader, filter), chart: asked.chart.clone() };
    export::to_markdown(reader, &options)
}

fn chart(reader: &Reader, asked: &ExportArguments, filter: &Filter) -> String {
    let shown = shown(reader, filter);
    let options = export::SvgOptions {
        width: f32::from(asked.picture.width),
        by: asked.picture.lanes.by(),
        colour: asked.picture.colour.drawn(),
        filter: shown.as_ref().map(|(_, words)| words.clone()),
        marking: asked.marking.map(Readers::level),
    };
    export::chart_svg(reader, |key| shown.as_ref().is_none_or(|(keys, _)| keys.contains(&key)), &options)
}
