//! `dateline set`: one edit through the same path as the window's.

use anyhow::Context as _;

use super::arguments::SetArguments;
use super::input;
use super::outcome::{Ended, tell, tell_if_unsure};
use crate::document::Document;
use crate::edit::{Change, History, Refusal, change};
use crate::model::{Briefing, Id, Node};
use crate::store;

pub(super) fn run(asked: &SetArguments) -> anyhow::Result<Ended> {
    let (record, field) = asked
        .field
        .split_once('.')
        .context("name a record and its field: li-xiaoxin.name; the briefing itself is `.title`, `.status`, …")?;
    let Some(document) = input::open(&asked.file) else { return Ok(Ended::Unreadable) };
    let value = asked.value.as_ref().map(|value| Node::Raw(value.clone()));
    let change = match change_of(&document, record, field, value) {
        Ok(change) => change,
        Err(refusal) => {
            tell(&format!("dateline: {}: {refusal}", asked.field));
            return Ok(Ended::WithErrors);
        }
    };
    let mut briefing = document.briefing.clone();
    if change.is_empty() && asked.output.is_none() {
        return Ok(Ended::Well);
    }
    if !change.is_empty() && !History::new().make(change, &mut briefing, false) {
        return Ok(Ended::WithErrors);
    }
    write(asked, store::SavedBase::new(&document.text, &document.briefing), &briefing)?;
    Ok(Ended::Well)
}

fn write(asked: &SetArguments, mut base: store::SavedBase, briefing: &Briefing) -> anyhow::Result<()> {
    let (path, durability) = match &asked.output {
        None => (&asked.file, store::save_over(&asked.file, &mut base, briefing)),
        Some(copy) => {
            let copied = store::save_copy(copy, Some(&asked.file), &base, briefing, false);
            if copied.as_ref().is_ok_and(|copied| copied.is_anew) {
                tell(&format!("{}: written anew, without the comments of {}", copy.display(), asked.file.display()));
            }
            (copy, copied.map(|copied| copied.durability))
        }
    };
    tell_if_unsure(path, &durability.with_context(|| path.display().to_string())?);
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
