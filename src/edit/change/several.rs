//! Setting several fields of several records, in one step.

use std::collections::HashMap;

use super::field::{header_replacement, names_only_what_is_there};
use super::plan::{Change, replacement};
use super::refusal::Refusal;
use crate::edit::value::{header_with, record_with};
use crate::index::Reader;
use crate::model::{AnyRecord, Key, Node};

/// Sets fields of records, each with its value or taken out, in one step of this name.
///
/// # Errors
/// As [`super::set_field`], for the first that refuses; an id is not changed so.
pub fn set_fields(
    reader: &Reader,
    label: String,
    fields: Vec<(Key, &'static str, Option<Node>)>,
) -> Result<Change, Refusal> {
    let mut records: Vec<(Key, AnyRecord)> = Vec::new();
    let mut places: HashMap<Key, usize> = HashMap::new();
    for (key, field, value) in fields {
        let place = match places.get(&key) {
            Some(place) => *place,
            None => {
                records.push((key, reader.record(key).ok_or(Refusal::Gone)?));
                places.insert(key, records.len() - 1);
                records.len() - 1
            }
        };
        if let Some((_, record)) = records.get_mut(place) {
            *record = record_with(record, field, value).map_err(Refusal::BadValue)?;
        }
    }
    let mut whole: Option<Change> = None;
    for (key, record) in records {
        let one = replace_record(reader, key, record, label.clone())?;
        whole = Some(match whole {
            Some(whole) => whole.and(one),
            None => one,
        });
    }
    whole.ok_or(Refusal::Gone)
}

/// Sets fields of records and of the briefing's own header, which has no key, in one step of this name.
///
/// # Errors
/// As [`set_fields`] and [`super::set_header_field`].
pub fn set_fields_anywhere(
    reader: &Reader,
    label: String,
    fields: Vec<(Option<Key>, &'static str, Option<Node>)>,
) -> Result<Change, Refusal> {
    let mut header = reader.briefing.header.clone();
    let mut of_records = Vec::with_capacity(fields.len());
    for (key, field, value) in fields {
        match key {
            Some(key) => of_records.push((key, field, value)),
            None => header = header_with(&header, field, value).map_err(Refusal::BadValue)?,
        }
    }
    let own = Change { label, edits: header_replacement(reader, header)?.into_iter().collect(), focus: None };
    if of_records.is_empty() {
        return Ok(own);
    }
    let records = set_fields(reader, own.label.clone(), of_records)?;
    let focus = records.focus;
    Ok(Change { focus, ..own.and(records) })
}

/// Puts other content into a record, in one step.
///
/// # Errors
/// Where it names a record that is not there, or would take another's id.
fn replace_record(reader: &Reader, key: Key, after: AnyRecord, label: String) -> Result<Change, Refusal> {
    let record = reader.record(key).ok_or(Refusal::Gone)?;
    if record.id() != after.id() || record.kind() != after.kind() {
        return Err(Refusal::BadId(after.id().to_string()));
    }
    names_only_what_is_there(reader, &record, &after)?;
    let edits = replacement(key, &record, after).into_iter().collect();
    Ok(Change { label, edits, focus: Some((key, "id")) })
}
