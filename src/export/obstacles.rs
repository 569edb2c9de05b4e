//! What stands against handing out a briefing: looked for before a byte is written.

use std::collections::HashSet;

use super::options::NoteOptions;
use super::withhold::is_stricter;
use crate::check::{Problem, Severity};
use crate::document::Document;
use crate::model::{Id, Judgement, Key, RecordKind};

/// The rule that a statement without a source breaks.
const UNCITED: &str = "uncited-record";
/// The name of what is looked for here alone.
const UNSUPPORTED: &str = "unsupported-judgement";

/// The errors that are open, what could not be read, judgements without support and statements without a source, of the
/// records that are to be shown and of the briefing itself; in the order of the file. What is waived, or left out as marked
/// stricter than the readers may see, stands against nothing.
#[must_use]
pub fn obstacles(document: &Document, options: &NoteOptions) -> Vec<Problem> {
    let shown = options.shown.as_ref().map(|(keys, _)| keys);
    let is_seen = |key: Key| {
        let record = document.reader().record(key);
        options.marking.is_none_or(|most| !record.is_some_and(|record| is_stricter(&document.briefing, &record, most)))
    };
    let shows = |key: Key| shown.is_none_or(|keys| keys.contains(&key)) && is_seen(key);
    let is_statement = |problem: &Problem| {
        problem
            .key
            .and_then(|key| document.reader().record(key))
            .is_some_and(|record| record.kind() == RecordKind::Statement)
    };
    let is_open = |problem: &&Problem| {
        let is_shown = problem.key.is_none_or(&shows);
        is_shown && (problem.severity == Severity::Error || (problem.rule == UNCITED && is_statement(problem)))
    };
    let mut found: Vec<Problem> = document.problems.iter().filter(is_open).cloned().collect();
    let mut unsupported = unsupported_judgements(document, shows);
    document.text.locate(&mut unsupported);
    found.append(&mut unsupported);
    found.sort_by_key(|problem| problem.position);
    found
}

/// The judgements that no record of the briefing supports and that cite nothing themselves.
fn unsupported_judgements(document: &Document, shows: impl Fn(Key) -> bool) -> Vec<Problem> {
    let waived: HashSet<Option<Key>> = document
        .waived
        .iter()
        .filter(|(problem, _)| problem.rule == UNSUPPORTED)
        .map(|(problem, _)| problem.key)
        .collect();
    let reader = document.reader();
    let is_there = |id: &Id| reader.by_id(id).is_some();
    let stands = |judgement: &Judgement| judgement.supports.iter().any(is_there) || !judgement.cites.is_empty();
    let judgements = document.briefing.judgements.iter().filter(|entry| shows(entry.key) && !stands(&entry.record));
    judgements
        .filter(|entry| !waived.contains(&Some(entry.key)))
        .map(|entry| Problem {
            rule: UNSUPPORTED,
            severity: Severity::Error,
            key: Some(entry.key),
            record: entry.record.id.clone(),
            others: Vec::new(),
            field: "supports".to_owned(),
            message: format!("the judgement `{}` has no support", entry.record.id),
            hint: "Name the records that it rests on under `supports`".to_owned(),
            remedy: None,
            position: None,
        })
        .collect()
}
