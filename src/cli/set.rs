//! `dateline set`: one edit through the same path as the window's.

use std::path::Path;

use anyhow::Context as _;

use super::arguments::SetArguments;
use super::gone::tell_gone;
use super::input;
use super::outcome::{Ended, keep_version, tell, tell_if_unsure};
use crate::check::{self, Problem};
use crate::document::Document;
use crate::edit::{Change, History, Refusal, change};
use crate::model::{Briefing, Id, Node};
use crate::ron_text::{ScanError, comments, one_value};
use crate::store::{self, SaveError};

pub(super) fn run(asked: &SetArguments) -> anyhow::Result<Ended> {
    let (record, field) = asked
        .field
        .split_once('.')
        .context("name a record and its field: li-xiaoxin.name; the briefing itself is `.title`, `.status`, …")?;
    match &asked.output {
        Some(copy) => {
            let Some(document) = input::open(&asked.file) else { return Ok(Ended::Unreadable) };
            let Some(briefing) = changed(asked, &document, record, field) else { return Ok(Ended::WithErrors) };
            write_copy(asked, copy, &document, &briefing, record)?;
        }
        None => {
            // From the reading to the writing, so that of two edits at once each is in the file.
            let Some((lock, document)) = input::open_locked(&asked.file)? else { return Ok(Ended::Unreadable) };
            let Some(briefing) = changed(asked, &document, record, field) else { return Ok(Ended::WithErrors) };
            if briefing == document.briefing {
                return Ok(Ended::Well);
            }
            let mut base = store::SavedBase::new(&document.text, &document.briefing);
            let replaced = base.clone();
            let durability = store::save_locked(&lock, &mut base, &briefing);
            // The record would have to be printed anew, which nobody asked for.
            if let Err(error @ (SaveError::NotInPlace { .. } | SaveError::NotFaithful)) = durability {
                tell(&format!("{}: {error}", asked.file.display()));
                return Ok(Ended::WithErrors);
            }
            tell_if_unsure(&asked.file, &durability.with_context(|| asked.file.display().to_string())?);
            keep_version(&asked.file, &replaced);
            tell_gone(&asked.file, document.index.key_of(&Id::from(record)), &replaced, &base);
        }
    }
    Ok(Ended::Well)
}

/// The briefing with the edit in it; `None` after telling why it is refused.
fn changed(asked: &SetArguments, document: &Document, record: &str, field: &str) -> Option<Briefing> {
    let value = match asked.value.as_deref().map(one_value).transpose() {
        Ok(value) => value.map(|value| Node::Raw(value.to_owned())),
        Err(error) => {
            tell(&format!("dateline: {}: {}", asked.field, why_no_value(asked, &error)));
            return None;
        }
    };
    if !asked.value.as_deref().map(comments).unwrap_or_default().is_empty() {
        tell(&format!("dateline: {}: the comments in the new value are not written; add them by hand", asked.field));
    }
    if let Some(why) = why_not_one(document, record) {
        tell(&format!("dateline: {}: {why}", asked.field));
        return None;
    }
    let change = match change_of(document, record, field, value) {
        Ok(change) => change,
        Err(refusal) => {
            tell(&format!("dateline: {}: {refusal}", asked.field));
            return None;
        }
    };
    let mut briefing = document.briefing.clone();
    if !change.is_empty() && !History::new().make(change, &mut briefing, false) {
        return None;
    }
    if asked.value.is_some()
        && let Some(problem) = no_date(document, &briefing, record, field)
    {
        tell(&format!("dateline: {}: {}. {}", asked.field, problem.message, problem.hint));
        return None;
    }
    Some(briefing)
}

/// Why what was given is no value, and what to write.
fn why_no_value(asked: &SetArguments, error: &ScanError) -> String {
    let given = asked.value.as_deref().unwrap_or_default();
    match error {
        ScanError::NoValue(_) => "the value is empty; leave it out to take the field away".to_owned(),
        error => {
            let column = given.get(..error.offset()).map_or(0, |before| before.chars().count()) + 1;
            format!("the value, character {column}: {error}")
        }
    }
}

/// Why an id does not name one record that can be changed: it names several, or one that could not be read.
fn why_not_one(document: &Document, id: &str) -> Option<String> {
    if id.is_empty() {
        return None;
    }
    let keys = document.index.keys_of(&Id::from(id));
    if keys.len() > 1 {
        let base = store::SavedBase::new(&document.text, &document.briefing);
        let lines: Vec<String> =
            keys.iter().filter_map(|key| base.line_of(*key)).map(|line| line.to_string()).collect();
        let count = if keys.len() == 2 { "two".to_owned() } else { keys.len().to_string() };
        let lines = match lines.split_last() {
            Some((last, before)) if !before.is_empty() => format!(", lines {} and {last}", before.join(", ")),
            _ => String::new(),
        };
        return Some(format!("`{id}` names {count} records{lines}; give one of them another id first"));
    }
    let is_named = |raw: &str| {
        let quoted = format!("\"{id}\"");
        raw.match_indices(&quoted).any(|(at, _)| {
            let before = raw.get(..at).and_then(|before| before.trim_end().strip_suffix(':')).map(str::trim_end);
            let name = before.and_then(|before| before.strip_suffix("id"));
            name.is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        })
    };
    let bad = document.briefing.unreadable.iter().find(|bad| keys.is_empty() && is_named(&bad.raw))?;
    Some(format!("the record `{id}`, line {}, cannot be read: {}; mend it first", bad.line, bad.message))
}

/// What a check says of a date in the field that is none.
fn no_date(document: &Document, briefing: &Briefing, record: &str, field: &str) -> Option<Problem> {
    let is_in_field = |path: &str| path.split(['.', '[']).next() == field.split(['.', '[']).next();
    let changed = document.changed(briefing.clone());
    changed.problems.into_iter().find(|problem| {
        check::ABOUT_DATES.contains(&problem.rule) && problem.record.as_str() == record && is_in_field(&problem.field)
    })
}

fn write_copy(
    asked: &SetArguments,
    copy: &Path,
    document: &Document,
    briefing: &Briefing,
    record: &str,
) -> anyhow::Result<()> {
    let base = store::SavedBase::new(&document.text, &document.briefing);
    let copied = store::save_copy(copy, Some(&asked.file), &base, briefing, false);
    let copied = copied.with_context(|| copy.display().to_string())?;
    if copied.is_anew {
        tell(&format!("{}: written anew, without the comments of {}", copy.display(), asked.file.display()));
    } else {
        tell_gone(&asked.file, document.index.key_of(&Id::from(record)), &base, &copied.base);
    }
    tell_if_unsure(copy, &copied.durability);
    Ok(())
}

fn change_of(document: &Document, record: &str, field: &str, value: Option<Node>) -> Result<Change, Refusal> {
    let reader = document.reader();
    if record.is_empty() {
        return change::set_header_field(&reader, field, value);
    }
    let key = reader.index.key_of(&Id::from(record)).ok_or_else(|| Refusal::NoRecord(record.to_owned()))?;
    change::set_field(&reader, key, field, value)
}
