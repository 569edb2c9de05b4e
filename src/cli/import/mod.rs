//! `dateline import`: rows of spreadsheets, lists of references and articles become records.

mod arguments;
mod ask;
mod briefing;
mod format;
mod report;

pub(super) use arguments::ImportArguments;

use std::collections::HashSet;
use std::path::Path;

use super::outcome::{Ended, tell};
use crate::document::Document;
use crate::edit::{History, change};
use crate::import::{Aside, ImportPlan, double_visits};
use crate::model::{Key, plural};

pub(super) fn run(asked: &ImportArguments) -> anyhow::Result<Ended> {
    if let Err(why) = ask::refuse_nonsense(asked) {
        tell(&format!("dateline: {why}"));
        return Ok(Ended::Unreadable);
    }
    let Some(mut target) = briefing::Target::open(&asked.into)? else { return Ok(Ended::Unreadable) };
    let mut report = report::Report::default();
    let mut ended = Ended::Well;
    let before = target.document.briefing.clone();
    for file in &asked.files {
        match format::plan(asked, &target.document, file) {
            Ok(plan) => take(file, plan, &mut target.document, &mut report),
            Err(why) => {
                tell(&format!("{}: error: {why}", file.display()));
                ended = Ended::Unreadable;
            }
        }
    }
    report.doubles = double_visits(&target.document.reader(), |key| report.new.contains(&key));
    if !asked.dry_run && target.document.briefing != before {
        if let Some(aside) = &asked.aside {
            report.write_aside(aside)?;
        }
        target.save()?;
    }
    report.tell(asked)?;
    Ok(ended)
}

/// Makes what a plan says, in one step.
fn take(file: &Path, plan: ImportPlan, document: &mut Document, report: &mut report::Report) {
    let label = format!("Import {}", plural(plan.added, "record"));
    let mut plan = plan;
    match change::insert_all(&document.reader(), label, &plan.records) {
        Ok((made, keys)) => {
            let mut briefing = document.briefing.clone();
            if made.is_empty() || History::new().make(made, &mut briefing, false) {
                report.new.extend(keys.iter().copied().collect::<HashSet<Key>>());
                *document = document.changed(briefing);
            }
        }
        Err(refusal) => {
            plan.aside.push(Aside { row: 0, cells: Vec::new(), reason: refusal.to_string() });
            plan.added = 0;
            plan.records.clear();
        }
    }
    report.add(file, plan);
}
