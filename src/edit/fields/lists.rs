//! The fields of each kind of record, in the order of its form.

use super::field::Field;
use super::header::HEADER;
use super::records;
use crate::model::RecordKind;

/// What can speak for or against a judgement.
pub const EVIDENCE: &[RecordKind] = records::EVIDENCE;

/// The fields of a kind of record, in the order of a form.
#[must_use]
pub fn fields_of(kind: RecordKind) -> &'static [Field] {
    records::fields_of(kind)
}

/// The fields that an author may call a reading of his own: what a record says of the world, not of itself.
#[must_use]
pub fn may_be_our_reading(field: &str) -> bool {
    !matches!(field, "id" | "note" | "our_reading" | "review" | "marking" | "cites")
}

/// The label of a field of a record; its name with spaces where the model does not know it.
#[must_use]
pub fn field_label(kind: RecordKind, name: &str) -> String {
    label_among(fields_of(kind), name)
}

/// The field of the header that a path begins with: `coverage` of `coverage[1].from`.
#[must_use]
pub fn header_field(path: &str) -> Option<&'static Field> {
    let name = path.split(['.', '[']).next()?;
    HEADER.iter().find(|field| field.name == name)
}

/// The label of a field of the header.
#[must_use]
pub fn header_label(name: &str) -> String {
    label_among(HEADER, name)
}

pub(super) fn label_among(fields: &[Field], name: &str) -> String {
    let known = fields.iter().find(|field| field.name == name);
    known.map_or_else(|| name.replace('_', " "), |field| field.label.to_owned())
}
