//! `dateline diff`: what changed between two briefings; with `--only`, one of them line by line.

use std::path::Path;

use super::arguments::{DiffArguments, DiffFormat};
use super::input;
use super::outcome::{Ended, print, tell};
use crate::edit::difference;
use crate::export::{differences_to_json, differences_to_text, news_to_markdown, to_flat_text};
use crate::present::visible;
use crate::ron_text::comments;
use crate::store;

pub(super) fn run(asked: &DiffArguments) -> anyhow::Result<Ended> {
    if let Some(file) = &asked.only {
        return flat(file);
    }
    let (Some(old), Some(new)) = (&asked.old, &asked.new) else { return Ok(Ended::Unreadable) };
    let (Some(old), Some(new)) = (input::open(old), input::open(new)) else { return Ok(Ended::Unreadable) };
    let differences = difference(&old.briefing, &new.briefing);
    print(&match asked.format {
        DiffFormat::Text => differences_to_text(&differences),
        DiffFormat::Markdown => news_to_markdown(&old.reader(), &new.reader()),
        DiffFormat::Json => differences_to_json(&differences),
    })?;
    Ok(Ended::Well)
}

/// The comments of a text, in its order, a line for each line of them.
fn flat_comments(text: &str) -> String {
    let lines = comments(text).into_iter().flat_map(str::lines);
    lines.map(|line| format!("comment {}\n", visible(line.trim()))).collect()
}

/// git gives up on a whole comparison where one file cannot be converted: another RON file, or one half written.
fn flat(file: &Path) -> anyhow::Result<Ended> {
    let text = match input::read(file) {
        Ok(text) => text,
        Err(store::OpenError::Empty) => return Ok(Ended::Well),
        Err(error) => {
            tell(&input::failure_line(&input::name_of(file), &error));
            return Ok(Ended::Unreadable);
        }
    };
    match store::load(text) {
        Ok(loaded) if loaded.is_briefing() => {
            let flat = to_flat_text(&loaded.briefing) + &flat_comments(loaded.text.as_str());
            print(&flat)?;
        }
        Ok(other) => print(visible(other.text.as_str()).as_ref())?,
        Err((error, text)) => {
            tell(&input::failure_line(&input::name_of(file), &error));
            print(visible(text.as_str()).as_ref())?;
        }
    }
    Ok(Ended::Well)
}
