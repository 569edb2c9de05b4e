//! `dateline diff`: what changed between two briefings.

use super::arguments::{DiffArguments, DiffFormat};
use super::{Ended, input, print};
use crate::edit::difference;
use crate::export::{differences_to_json, differences_to_markdown, differences_to_text};

pub(super) fn run(asked: &DiffArguments) -> anyhow::Result<Ended> {
    let (Some(old), Some(new)) = (input::open(&asked.old), input::open(&asked.new)) else {
        return Ok(Ended::Unreadable);
    };
    let differences = difference(&old.briefing, &new.briefing);
    print(&match asked.format {
        DiffFormat::Text => differences_to_text(&differences),
        DiffFormat::Markdown => differences_to_markdown(&differences),
        DiffFormat::Json => differences_to_json(&differences),
    })?;
    Ok(Ended::Well)
}
