//! `dateline extract`: the records that an article gives, and nothing written.

use std::path::Path;

use anyhow::{Context as _, bail};

use super::arguments::{ExtractArguments, ExtractFormat};
use super::input;
use super::outcome::{Ended, print, tell};
use crate::edit::likely_publication;
use crate::export::json_of_node;
use crate::extract::{Asked, Extracted, Proposal, extract, html_text};
use crate::import::is_page;
use crate::import::table::decode;
use crate::index::Reader;
use crate::model::{DateBounds, Node, parse_edtf};
use crate::ron_text::print_at;
use crate::store::OpenError;

pub(super) fn run(asked: &ExtractArguments) -> anyhow::Result<Ended> {
    let published = published(asked)?;
    let document = match &asked.into {
        None => None,
        Some(file) if file == Path::new("-") && asked.article == Path::new("-") => {
            bail!("the article and the briefing cannot both be read from standard input")
        }
        Some(file) => match input::open(file) {
            Some(document) => Some(document),
            None => return Ok(Ended::Unreadable),
        },
    };
    let name = input::name_of(&asked.article);
    let text = match input::read_bytes(&asked.article) {
        Ok(bytes) => decoded(&name, &bytes)?,
        Err(OpenError::Empty) => String::new(),
        Err(error) => {
            tell(&input::failure_line(&name, &error));
            return Ok(Ended::Unreadable);
        }
    };
    let text = if is_page(&asked.article.to_string_lossy(), &text) { html_text(&text) } else { text };
    let into = document.as_ref().map(|document| Reader::new(&document.briefing, &document.index));
    let extracted = extract(&text, &Asked { published, lang: asked.lang.as_deref(), into, ..Asked::default() });
    if let Some(likely) = likely_publication(&text).filter(|_| published.is_none() && into.is_none()) {
        let day = likely.day;
        tell(&format!("{name}: likely published {day}; where that is so, say --published {day}"));
    }
    for remark in &extracted.remarks {
        tell(&format!("{name}: {remark}"));
    }
    print(&printed(&extracted, asked.format))?;
    Ok(Ended::Well)
}

/// The text of an article, whatever its encoding; a guess and what is lost are told.
fn decoded(name: &str, bytes: &[u8]) -> anyhow::Result<String> {
    let decoded = decode(bytes, None)?;
    for remark in decoded.read_as.remarks() {
        tell(&format!("{name}: {remark}"));
    }
    Ok(decoded.text)
}

fn published(asked: &ExtractArguments) -> anyhow::Result<Option<DateBounds>> {
    match &asked.published {
        Some(date) => {
            let parsed = parse_edtf(date).with_context(|| format!("--published {date} is no EDTF date"))?;
            Ok(Some(parsed.bounds))
        }
        None => Ok(None),
    }
}

fn printed(extracted: &Extracted, format: ExtractFormat) -> String {
    let proposals = Node::List(extracted.proposals.iter().map(Proposal::to_node).collect());
    let mut text = match format {
        ExtractFormat::Json => json_of_node(&proposals),
        ExtractFormat::Ron => print_at(&proposals, 0, 0),
    };
    text.push('\n');
    text
}
