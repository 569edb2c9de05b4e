//! Values with names inside a field.

use super::field::choices;
use super::field::{Field, Shape, field};
use crate::model::{ActorKind, RecordKind};

const SOURCE: &[RecordKind] = &[RecordKind::Source];

/// A place in a source.
pub const CITE: &[Field] = &[
    field("source", "Source", Shape::Reference(SOURCE)),
    field("para", "Paragraph", Shape::Number),
    field("exact", "Exact words", Shape::Line),
    field("prefix", "Words before", Shape::Line),
    field("suffix", "Words after", Shape::Line),
    field("credibility", "Credibility (1–6)", Shape::Number),
];

/// A side of a conflict.
pub const SIDE: &[Field] = &[
    field("value", "Value", Shape::Line),
    field("cite", "Stands in", Shape::Cite),
    field("record", "Or said by", Shape::Reference(&[])),
    field("date", "As a date", Shape::Date),
];

pub(super) const NAME: &[Field] =
    &[field("text", "Name in its script", Shape::Line), field("lang", "Language tag", Shape::Line)];

pub(super) const EXCERPT: &[Field] =
    &[field("para", "Paragraph", Shape::Number), field("text", "Words held", Shape::Prose)];

pub(super) const NO_RESPONSE: &[Field] =
    &[field("inquirer", "Who asked", Shape::Actor(ActorKind::Media)), field("inquiry", "What was asked", Shape::Line)];

pub(super) const ORIGINAL: &[Field] = &[
    field("lang", "Language tag", Shape::Line),
    field("text", "Words in the original", Shape::Prose),
    field("translator", "Translator", Shape::Line),
];

pub(super) const COVERAGE: &[Field] = &[
    field("from", "Searched from", Shape::Edtf),
    field("to", "Searched to", Shape::Edtf),
    field("sources", "Sources searched", Shape::References(SOURCE)),
    field("note", "Searched for", Shape::Line),
];

pub(super) const REVISION: &[Field] = &[
    field("on", "Changed on", Shape::Edtf),
    field("by", "Changed by", Shape::Line),
    field("note", "What changed", Shape::Line),
];

pub(super) const WAIVER: &[Field] = &[
    field("rule", "Rule", Shape::Line),
    field("records", "Records", Shape::References(&[])),
    field("record", "Record", Shape::Reference(&[])),
    field("reason", "Reason", Shape::Line),
];

pub(super) const MERGE: &[Field] = &[
    field("record", "Record", Shape::Reference(&[])),
    field("field", "Field", Shape::Line),
    field("base", "Value before", Shape::Line),
    field("theirs", "Their value", Shape::Line),
];

pub(super) const STATUS: super::field::Choices = choices!(crate::model::Status);
