//! `dateline import`: rows of spreadsheets, lists of references and articles become records.

mod arguments;
mod ask;
mod briefing;
mod format;
mod report;

pub(super) use arguments::ImportArguments;

use std::path::Path;

use format::{ImportError, Read};
use report::Report;

use super::outcome::{Ended, tell};
use crate::document::Document;
use crate::edit::{History, change};
use crate::import::{ArticleFile, Aside, ImportPlan, double_visits, plan_articles};
use crate::model::{AnyRecord, plural};
use crate::store;

pub(super) fn run(asked: &ImportArguments) -> anyhow::Result<Ended> {
    if let Err(why) = ask::refuse_nonsense(asked) {
        tell(&format!("dateline: {why}"));
        return Ok(Ended::Unreadable);
    }
    let Some(mut target) = briefing::Target::open(&asked.into)? else { return Ok(Ended::Unreadable) };
    let mut report = Report::default();
    let mut ended = Ended::Well;
    let before = target.document.briefing.clone();
    // Articles that follow each other are taken in at once.
    let mut articles = Vec::new();
    for file in &asked.files {
        let planned = match format::read(asked, file) {
            Ok(Read::Article(article)) => {
                articles.push((file.as_path(), article));
                continue;
            }
            Ok(Read::List(list)) => {
                take_articles(std::mem::take(&mut articles), &mut target.document, &mut report);
                list.plan(asked, &target.document).map_err(ImportError::from)
            }
            Err(why) => Err(why),
        };
        match planned {
            Ok(plan) => take(vec![(file, plan)], &mut target.document, &mut report),
            Err(why) => {
                tell(&format!("{}: error: {why}", file.display()));
                ended = Ended::Unreadable;
            }
        }
    }
    take_articles(articles, &mut target.document, &mut report);
    report.doubles = double_visits(&target.document.reader(), |key| report.new.contains(&key));
    if !asked.dry_run {
        if let Some(aside) = &asked.aside {
            report.write_aside(aside)?;
        }
        if target.document.briefing != before {
            target.save()?;
        }
    }
    report.tell(asked)?;
    Ok(ended)
}

/// Holds what the briefing has not of articles.
fn take_articles(articles: Vec<(&Path, ArticleFile)>, document: &mut Document, report: &mut Report) {
    if articles.is_empty() {
        return;
    }
    let (files, articles): (Vec<&Path>, Vec<ArticleFile>) = articles.into_iter().unzip();
    let plans = plan_articles(&document.reader(), &articles, &store::today());
    take(files.into_iter().zip(plans).collect(), document, report);
}

/// Makes what the plans of files say, in one step.
fn take(mut plans: Vec<(&Path, ImportPlan)>, document: &mut Document, report: &mut Report) {
    let label = format!("Import {}", plural(plans.iter().map(|(_, plan)| plan.added).sum(), "record"));
    let records: Vec<AnyRecord> = plans.iter().flat_map(|(_, plan)| plan.records.iter().cloned()).collect();
    match change::insert_all(&document.reader(), label, &records) {
        Ok((made, keys)) => {
            let mut briefing = document.briefing.clone();
            if !made.is_empty() && History::new().make(made, &mut briefing, false) {
                report.new.extend(keys);
                *document = document.changed(briefing);
            }
        }
        Err(refusal) => {
            for (_, plan) in &mut plans {
                plan.aside.push(Aside { row: 0, cells: Vec::new(), reason: refusal.to_string() });
                plan.added = 0;
                plan.records.clear();
            }
        }
    }
    for (file, plan) in plans {
        report.add(file, plan);
    }
}
