//! Setting one field of a record, of several records, or of the header; an id is renamed wherever it is named.

use std::collections::HashSet;

use super::fresh_ids::fresh_id;
use super::plan::{Change, replacement};
use super::refusal::Refusal;
use crate::edit::fields::{field_label, header_label};
use crate::edit::step::Edit;
use crate::edit::value::{header_with, record_with};
use crate::index::Reader;
use crate::model::{AnyRecord, Fate, FieldNames as _, Header, Id, Key, Node};

/// Sets a field of a record; without a value the field goes.
///
/// # Errors
/// Where the value does not fit the field, or names a record that is not there.
pub fn set_field(reader: &Reader, key: Key, field: &str, value: Option<Node>) -> Result<Change, Refusal> {
    let record = reader.record(key).ok_or(Refusal::Gone)?;
    let name = known_field(&record, field)?;
    if name == "id" {
        let renamed = record_with(&record, name, value).map_err(Refusal::BadValue)?;
        return rename(reader, key, &record, &renamed);
    }
    let after = record_with(&record, name, value).map_err(Refusal::BadValue)?;
    names_only_what_is_there(reader, &record, &after)?;
    Ok(Change {
        label: format!(
            "Change {} of {}",
            field_label(record.kind(), name).to_lowercase(),
            reader.title_with_kind(&record)
        ),
        edits: replacement(key, &record, after).into_iter().collect(),
        focus: Some((key, name)),
    })
}

/// Sets a field of a record whose id was made for it; the id is made anew from what the record says now, as long as
/// nobody names it.
///
/// # Errors
/// As [`set_field`].
pub fn set_field_of_new(reader: &Reader, key: Key, field: &str, value: Option<Node>) -> Result<Change, Refusal> {
    let change = set_field(reader, key, field, value)?;
    let [Edit::Replace { record, .. }] = change.edits.as_slice() else { return Ok(change) };
    if field == "id" || !reader.index.links_to(key).is_empty() {
        return Ok(change);
    }
    let id = fresh_id(reader, record);
    let base = |id: &Id| id.as_str().trim_end_matches(|c: char| c.is_ascii_digit() || c == '-').to_owned();
    if base(&id) == base(record.id()) {
        return Ok(change);
    }
    let renamed = record_with(record, "id", Some(Node::Text(id.to_string()))).map_err(Refusal::BadValue)?;
    Ok(Change { edits: vec![Edit::Replace { key, record: renamed }], ..change })
}

/// Sets a field of several records of one kind, in one step.
///
/// # Errors
/// As [`set_field`], for the first record that refuses; an id cannot be given to several.
pub fn set_field_of_all(reader: &Reader, keys: &[Key], field: &str, value: Option<&Node>) -> Result<Change, Refusal> {
    if field == "id" {
        return Err(Refusal::NotHere("an id belongs to one record alone"));
    }
    let mut edits = Vec::new();
    let mut focus = None;
    let mut label = String::new();
    for key in keys {
        let one = set_field(reader, *key, field, value.cloned())?;
        edits.extend(one.edits);
        focus = focus.or(one.focus);
        if label.is_empty() {
            label = one.label;
        }
    }
    if edits.len() != 1 {
        let kind = focus.and_then(|(key, _)| reader.record(key)).map(|record| record.kind());
        let noun = kind.map_or("record", crate::model::RecordKind::noun);
        label = format!("Change {} of {} {noun}s", field.replace('_', " "), edits.len());
    }
    Ok(Change { label, edits, focus })
}

/// Sets a field of the header; without a value the field goes.
///
/// # Errors
/// Where the value does not fit the field.
pub fn set_header_field(reader: &Reader, field: &str, value: Option<Node>) -> Result<Change, Refusal> {
    let before = &reader.briefing.header;
    let is_unknown = before.unknown.iter().any(|unknown| unknown.name == field);
    if !Header::FIELDS.contains(&field) && !is_unknown {
        let known = Header::FIELDS.join(", ");
        return Err(Refusal::NoField { kind: "briefing", field: field.to_owned(), known });
    }
    let after = header_with(before, field, value).map_err(Refusal::BadValue)?;
    let edits = header_replacement(reader, after)?.into_iter().collect();
    let label = format!("Change {} of the briefing", header_label(field).to_lowercase());
    Ok(Change { label, edits, focus: None })
}

/// The header in place of the present one, where it is another.
///
/// # Errors
/// Where it names a record that is not there and was not named before.
pub(super) fn header_replacement(reader: &Reader, after: Header) -> Result<Option<Edit>, Refusal> {
    let before = &reader.briefing.header;
    for (_, id) in after.references() {
        let was_named = before.references().any(|(_, other)| other == id);
        if !was_named && reader.index.key_of(id).is_none() {
            return Err(Refusal::NoRecord(id.to_string()));
        }
    }
    Ok((after != *before).then(|| Edit::Header(Box::new(after))))
}

/// Gives a record another id; whatever named it follows.
fn rename(reader: &Reader, key: Key, record: &AnyRecord, renamed: &AnyRecord) -> Result<Change, Refusal> {
    let (old, new) = (record.id().clone(), renamed.id().clone());
    let title = reader.title(record);
    let focus = Some((key, "id"));
    let label = format!("Rename {title} to {new}");
    if old == new {
        return Ok(Change { label, edits: Vec::new(), focus });
    }
    if !new.is_well_formed() {
        return Err(Refusal::BadId(new.to_string()));
    }
    if reader.index.key_of(&new).is_some() {
        return Err(Refusal::IdTaken(new.to_string()));
    }
    // An id that two records share names the first of them; the others are renamed alone.
    let follows = !old.is_empty() && reader.index.key_of(&old) == Some(key);
    let fate_of = |id: &Id| if follows && *id == old { Fate::Become(new.clone()) } else { Fate::Keep };
    let renamed = renamed.with_fates(&fate_of).unwrap_or_else(|| renamed.clone());
    let mut edits = vec![Edit::Replace { key, record: renamed }];
    if follows {
        edits.extend(followed(reader, key, &fate_of));
    }
    Ok(Change { label, edits, focus })
}

/// The edits by which all other records and the header follow the fates of ids.
pub(super) fn followed(reader: &Reader, except: Key, fate_of: &dyn Fn(&Id) -> Fate) -> Vec<Edit> {
    let records = reader.briefing.all_records().filter(|(key, _)| *key != except);
    let mut edits: Vec<Edit> =
        records.filter_map(|(key, record)| Some(Edit::Replace { key, record: record.with_fates(fate_of)? })).collect();
    edits.extend(reader.briefing.header.with_fates(fate_of).map(|header| Edit::Header(Box::new(header))));
    edits
}

/// The field as the model names it; a field that the file alone knows can be changed too, as it stands there.
fn known_field(record: &AnyRecord, field: &str) -> Result<&'static str, Refusal> {
    record.field_names().iter().find(|name| **name == field).copied().ok_or_else(|| Refusal::NoField {
        kind: record.kind().noun(),
        field: field.to_owned(),
        known: record.field_names().join(", "),
    })
}

/// An edit makes no reference that leads nowhere; one that was there already may stay.
pub(super) fn names_only_what_is_there(reader: &Reader, before: &AnyRecord, after: &AnyRecord) -> Result<(), Refusal> {
    known_before(reader, before, after, &HashSet::new())
}

/// The same where further records are made in the same step, by their ids.
pub(super) fn known_before(
    reader: &Reader,
    before: &AnyRecord,
    after: &AnyRecord,
    made: &HashSet<Id>,
) -> Result<(), Refusal> {
    let named_before: HashSet<&Id> = before.references().iter().map(|reference| reference.target).collect();
    for reference in after.references() {
        if !named_before.contains(reference.target)
            && !made.contains(reference.target)
            && reader.index.key_of(reference.target).is_none()
        {
            return Err(Refusal::NoRecord(reference.target.to_string()));
        }
    }
    Ok(())
}
