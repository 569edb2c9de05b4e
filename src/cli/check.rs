//! `dateline check`: what is weak in a briefing.

use super::arguments::{CheckArguments, CheckFormat};
use super::input;
use super::outcome::{Ended, print, tell};
use crate::check::{self, Severity};

pub(super) fn run(asked: &CheckArguments) -> anyhow::Result<Ended> {
    let Some(document) = input::open(&asked.file) else { return Ok(Ended::Unreadable) };
    input::tell_unreadable(&asked.file, &document);
    match asked.format {
        CheckFormat::Json => print(&check::to_json(&document.problems))?,
        CheckFormat::Text => {
            let lines = check::to_text(&document.problems, &input::name_of(&asked.file));
            if !lines.is_empty() {
                print(&format!("{}\n", lines.trim_end()))?;
            }
            tell(&check::summary(&document.problems, document.waived.len()));
        }
    }
    let has_errors = document.problems.iter().any(|problem| problem.severity == Severity::Error);
    Ok(if has_errors { Ended::WithErrors } else { Ended::Well })
}
