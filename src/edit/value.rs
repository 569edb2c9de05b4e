//! A record, or the header, with one field set to another value. The value is read as a file is read.

use std::borrow::Cow;

use crate::model::{AnyRecord, Header, Node, NodeFields, RecordKind};
use crate::ron_text::inline;
use crate::store::{self, ReadPartError};

/// Fields by their names in the file.
pub type Fields = Vec<(Cow<'static, str>, Node)>;

/// Why a value does not fit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// It is none of its field.
    #[error(transparent)]
    Unreadable(#[from] ReadPartError),
    /// The field is a list of records.
    #[error("`{0}` is a list of records; change the records in it")]
    ListOfRecords(String),
    /// It holds more than one value.
    #[error("the value has to be one value of RON")]
    SeveralValues,
}

/// A record of a kind with these fields.
///
/// # Errors
/// What is wrong with one of them, and what to do.
pub fn record_of(kind: RecordKind, fields: Fields) -> Result<AnyRecord, ValueError> {
    // What does not fit, or is not known to the model, is read as a file is: that tells what is wrong, and keeps text.
    match AnyRecord::from_fields(kind, &fields) {
        Some(record) => Ok(record),
        None => Ok(store::read_record(kind, &inline(&Node::Struct(fields)))?),
    }
}

/// The record with a field set, or taken out where there is no value.
///
/// # Errors
/// What is wrong with the value, and what to do.
pub fn record_with(record: &AnyRecord, field: &str, value: Option<Node>) -> Result<AnyRecord, ValueError> {
    let before = record.field_nodes();
    let text = text_with(&before, field, value);
    let changed = store::read_record(record.kind(), &text)?;
    others_stay(&before, &changed.field_nodes(), field)?;
    Ok(changed)
}

/// The header with a field set, or taken out where there is no value.
///
/// # Errors
/// As [`record_with`].
pub fn header_with(header: &Header, field: &str, value: Option<Node>) -> Result<Header, ValueError> {
    if RecordKind::from_list_name(field).is_some() {
        return Err(ValueError::ListOfRecords(field.to_owned()));
    }
    let before = header.field_nodes();
    let text = text_with(&before, field, value);
    let changed = store::read_header(&text)?;
    others_stay(&before, &changed.field_nodes(), field)?;
    Ok(changed)
}

fn text_with(before: &Fields, field: &str, value: Option<Node>) -> String {
    let mut fields: Fields = before.clone();
    fields.retain(|(name, _)| name != field);
    fields.extend(value.map(|value| (field.to_owned().into(), value)));
    inline(&Node::Struct(fields))
}

/// A value that is given as text must not smuggle in other fields.
fn others_stay(before: &Fields, after: &Fields, field: &str) -> Result<(), ValueError> {
    let others = |fields: &Fields| fields.iter().filter(|(name, _)| name != field).cloned().collect::<Fields>();
    if others(before) == others(after) { Ok(()) } else { Err(ValueError::SeveralValues) }
}
