//! `dateline export`: a briefing in another format.

use std::collections::HashSet;

use anyhow::{Context as _, bail};

use crate::check::{self, Problem};
use crate::export::{self, Asked, ChartAsked, Findings, NoteOptions, TableOf, Template};
use crate::index::Reader;
use crate::model::{Id, Key, plural};
use crate::present::{Filter, Shown};
use crate::store;

use super::arguments::{ExportArguments, Of, Readers};
use super::filter::filter_of;
use super::input;
use super::outcome::{Ended, print, tell, tell_if_unsure};

pub(super) fn run(asked: &ExportArguments) -> anyhow::Result<Ended> {
    if let Some(path) = asked.output.as_deref().filter(|path| input::is_read_from(&asked.file, path)) {
        bail!("{}: this is the briefing itself, which the export would replace; name another file", path.display());
    }
    let template = template(asked)?;
    let Some(document) = input::open(&asked.file) else { return Ok(Ended::Unreadable) };
    input::tell_unreadable(&asked.file, &document);
    let mut filter = filter_of(&document.reader(), &asked.filter)?;
    if matches!(template, Template::Profile(_)) {
        // The actor is whom the profile is about; what that actor has no part in is not in it anyway.
        filter.actors.clear();
    }
    let mut wanted = wanted(asked, template, shown(&document.reader(), &filter));
    let obstacles = export::obstacles(&document, &wanted.note);
    if !asked.anyway && !obstacles.is_empty() {
        tell_obstacles(asked, &obstacles);
        return Ok(Ended::WithErrors);
    }
    wanted.note.findings = Findings::new(&obstacles, document.weak.warnings);
    if let Some(old) = &asked.since {
        let Some(old) = input::open(old) else { return Ok(Ended::Unreadable) };
        wanted.note.news = export::news_for(&old, &document, wanted.note.marking);
    }
    if let Some(path) = &asked.reference {
        wanted.reference =
            Some(store::read_bytes(path).map_err(|error| anyhow::anyhow!("--reference {}: {error}", path.display()))?);
    }
    let content = export::make(&document, &wanted)?;
    match &asked.output {
        Some(path) => {
            tell_if_unsure(path, &store::replace(path, &content).with_context(|| path.display().to_string())?);
        }
        None => print(&content)?,
    }
    Ok(Ended::Well)
}

fn wanted(asked: &ExportArguments, template: Template, shown: Option<(HashSet<Key>, String)>) -> Asked {
    Asked {
        format: asked.to,
        note: NoteOptions {
            template,
            marking: asked.marking.map(Readers::level),
            shown,
            chart: asked.chart.clone(),
            ..NoteOptions::default()
        },
        chart: ChartAsked {
            width: f32::from(asked.picture.width),
            scale: asked.picture.scale,
            lanes: asked.picture.lanes.by(),
            colour: asked.picture.colour.drawn(),
        },
        table: match asked.of {
            Of::Visits => TableOf::Visits,
            Of::Actors => TableOf::Actors,
            Of::Statements => TableOf::Statements,
            Of::Sources => TableOf::Sources,
        },
        with_bom: asked.bom,
        reference: None,
    }
}

/// The template asked for: one of the program by its name, else a file.
fn template(asked: &ExportArguments) -> anyhow::Result<Template> {
    Ok(match asked.template.to_str() {
        Some("brief") => Template::Brief,
        Some("full") => Template::Full,
        Some("chronology") => Template::Chronology,
        Some("quotes") => Template::Quotes,
        Some("profile") => match asked.filter.actor.as_slice() {
            [id] => Template::Profile(Id::from(id.as_str())),
            _ => bail!("--template profile: name the one actor that it is about with --actor ID"),
        },
        _ => {
            let name = asked.template.display().to_string();
            let text = store::read_file(&asked.template).map_err(|error| {
                let names = Template::WORDS.join(", ");
                anyhow::anyhow!("--template {name}: {error}; give the file of a template, or one of {names}")
            })?;
            Template::House { name, text }
        }
    })
}

/// Lists what stands against an export.
fn tell_obstacles(asked: &ExportArguments, obstacles: &[Problem]) {
    tell(check::to_text(obstacles, &input::name_of(&asked.file)).trim_end());
    let stand = if obstacles.len() == 1 { "stands" } else { "stand" };
    let words = plural(obstacles.len(), "thing");
    tell(&format!(
        "dateline: {words} {stand} against this export, and nothing was written; mend them, or add --anyway"
    ));
}

/// The records that pass the filter, and its words; `None` where it lets everything through.
fn shown(reader: &Reader, filter: &Filter) -> Option<(HashSet<Key>, String)> {
    (!filter.is_empty()).then(|| (Shown::new(reader, filter).keys().collect(), filter.in_words(reader)))
}
