//! The JSON of a briefing, described (JSON Schema, draft 2020-12). Published as `assets/briefing.schema.json`.

use serde_json::{Map, Value, json};

use super::json::pretty;
use crate::edit::fields::{CITE, Field, HEADER, Shape, fields_of};
use crate::model::{AnyRecord, RecordKind, RelationKind, TlpLevel};

/// The description of what `export --to json` prints. What it refuses, the checks report too; fields that it does not
/// know are let through, as the checks do with a warning.
#[must_use]
pub fn json_schema() -> String {
    let mut properties = object_of(HEADER);
    let mut required = vec!["title".to_owned()];
    for kind in RecordKind::ALL {
        properties.insert(kind.list_name().to_owned(), json!({ "type": "array", "items": record(*kind) }));
        required.push(kind.list_name().to_owned());
    }
    let lost = json!({
        "type": "object",
        "properties": { "list": text(), "text": text(), "message": text() },
        "required": ["list", "text", "message"],
    });
    properties.insert("unreadable".to_owned(), json!({ "type": "array", "items": lost, "maxItems": 0 }));
    properties
        .insert("view".to_owned(), json!({ "type": "string", "description": "Says which part of a briefing this is" }));
    required.push("unreadable".to_owned());
    pretty(&json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dateline briefing",
        "description": "A briefing as `dateline export --to json` prints it",
        "type": "object",
        "properties": properties,
        "required": required,
        "$defs": { "when": when(), "cite": cite(), "marking": marking() },
    }))
}

fn record(kind: RecordKind) -> Value {
    let required = crate::store::read_record(kind, "()").map(|record: AnyRecord| record.required_names().to_vec());
    json!({ "type": "object", "properties": object_of(fields_of(kind)), "required": required.unwrap_or_default() })
}

fn object_of(fields: &[Field]) -> Map<String, Value> {
    let property = |field: &Field| {
        let mut value = shape(field.shape);
        if let Some(value) = value.as_object_mut() {
            value.insert("title".to_owned(), json!(field.label));
        }
        (field.name.to_owned(), value)
    };
    fields.iter().map(property).collect()
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

/// The name of a record: what the checks let pass.
fn id() -> Value {
    json!({ "type": "string", "pattern": "^[a-z][a-z0-9-]*$" })
}

fn word(words: Vec<(&'static str, &'static str)>) -> Value {
    json!({ "enum": words.into_iter().map(|(word, _)| word).collect::<Vec<_>>() })
}

fn shape(shape: Shape) -> Value {
    match shape {
        Shape::Id | Shape::Reference(_) | Shape::Actor(_) => id(),
        Shape::Line | Shape::Prose | Shape::Edtf | Shape::Country | Shape::Place => text(),
        Shape::Date => json!({ "$ref": "#/$defs/when" }),
        Shape::Number => json!({ "type": "integer", "minimum": 0 }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Word(words) => word(words()),
        Shape::Words(words) => list(word(words())),
        Shape::References(_) | Shape::Actors(_) => list(id()),
        Shape::OwnFields | Shape::Lines | Shape::Paragraphs => list(text()),
        Shape::Parts(fields) => json!({ "type": "object", "properties": object_of(fields) }),
        Shape::PartsList(fields) => list(json!({ "type": "object", "properties": object_of(fields) })),
        Shape::Content => list(json!({ "oneOf": [variant("Said", text()), variant("Para", text())] })),
        Shape::Cite => json!({ "$ref": "#/$defs/cite" }),
        Shape::Cites => list(json!({ "$ref": "#/$defs/cite" })),
        Shape::RelationKind => {
            let words: Vec<&str> = RelationKind::WORDS.iter().copied().filter(|word| *word != "Other").collect();
            json!({ "oneOf": [{ "enum": words }, variant("Other", text())] })
        }
        Shape::Marking => json!({ "$ref": "#/$defs/marking" }),
    }
}

fn variant(name: &str, content: Value) -> Value {
    json!({ "type": "object", "properties": { name: content }, "required": [name], "additionalProperties": false })
}

fn object(properties: Value, required: &[&str]) -> Value {
    json!({ "type": "object", "properties": properties, "required": required })
}

/// A date: EDTF alone, or with its words and what it rests on.
fn when() -> Value {
    let relative = object(json!({ "to": id(), "offset": text(), "slack": text() }), &["to"]);
    let at_least = object(json!({ "since": id(), "span": text() }), &["since"]);
    let basis = json!({ "oneOf": [
        { "enum": ["Stated", "YearFromPublication"] },
        variant("NearestPast", id()),
        variant("NearestFuture", id()),
        variant("OnOrBefore", id()),
        variant("Relative", relative),
        variant("AtLeast", at_least),
        variant("Analyst", text()),
    ] });
    json!({ "oneOf": [text(), object(json!({ "edtf": text(), "said": text(), "basis": basis }), &["edtf"])] })
}

/// A place in a source: `rferl#3`, or with the words meant.
fn cite() -> Value {
    json!({ "oneOf": [text(), { "type": "object", "properties": object_of(CITE), "required": ["source"] }] })
}

/// A level of the Traffic Light Protocol, or a house's own words.
fn marking() -> Value {
    let levels: Vec<&str> = TlpLevel::ALL.iter().map(|level| level.word()).collect();
    let custom = object(json!({ "label": text(), "like": { "enum": levels } }), &["label"]);
    json!({ "oneOf": [{ "enum": levels }, variant("Custom", custom)] })
}
