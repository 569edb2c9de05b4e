//! The JSON of a briefing, described (JSON Schema, draft 2020-12). Published as `assets/briefing.schema.json`.

use serde_json::{Map, Value, json};

use super::json::pretty;
use crate::edit::fields::{CITE, Field, HEADER, Shape, fields_of};
use crate::model::{
    AnyRecord, AtLeast, CiteLong, Coverage, CustomMarking, Excerpt, FieldNames, Merge, Name, NoResponse, Original,
    RecordKind, RelationKind, Relative, Revision, Side, TlpLevel, WhenLong, countries,
};

/// The characters of EDTF; that they make a date is left to the checks.
const EDTF: &str = r"^[-0-9XYESTZ:+~?%.,/\[\]{}]+$";
/// A length of time (ISO 8601-1).
const PERIOD: &str = r"^[+-]?P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?$";

/// The description of what `export --to json` prints. What it refuses, the checks report as an error; and of what they
/// report it refuses what a description of form can: what is missing or empty, ids, codes, grades and values that are none.
/// Fields that it does not know are let through, as the checks do with a warning.
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
        "$defs": {
            "id": { "type": "string", "pattern": "^[a-z][a-z0-9-]*$" },
            "edtf": { "type": "string", "pattern": EDTF },
            "period": { "type": "string", "pattern": PERIOD },
            "country": { "type": "string", "pattern": format!("^{}$", country_codes()) },
            "code": { "type": "string", "pattern": format!("^{}(-[A-Z0-9]{{1,3}})?$", country_codes()) },
            "when": when(),
            "cite": cite(),
            "marking": marking(),
        },
    }))
}

fn record(kind: RecordKind) -> Value {
    let required = crate::store::read_record(kind, "()").map(|record: AnyRecord| record.required_names().to_vec());
    let mut record = object(Value::Object(object_of(fields_of(kind))), &required.unwrap_or_default());
    if kind == RecordKind::Actor {
        // The code of a country is none of a region.
        record["if"] = json!({ "properties": { "kind": { "const": "Country" } }, "required": ["kind"] });
        record["then"] = json!({ "properties": { "iso": defined("country") } });
    }
    if kind == RecordKind::Statement {
        // Either somebody said something or did not answer.
        record["oneOf"] = json!([{ "required": ["content"] }, { "required": ["no_response"] }]);
    }
    record
}

fn object_of(fields: &[Field]) -> Map<String, Value> {
    let property = |field: &Field| {
        let mut value = match field.name {
            "iso" => defined("code"),
            "credibility" => json!({ "type": "integer", "minimum": 1, "maximum": 6 }),
            // A merge that is open is an error.
            "merges" => json!({ "type": "array", "maxItems": 0 }),
            name => shape(field.shape, required_inside(name)),
        };
        if let Some(value) = value.as_object_mut() {
            value.insert("title".to_owned(), json!(field.label));
        }
        (field.name.to_owned(), value)
    };
    fields.iter().map(property).collect()
}

/// What the structs in a field must have.
fn required_inside(field: &str) -> &'static [&'static str] {
    match field {
        "coverage" => Coverage::REQUIRED,
        "revisions" => Revision::REQUIRED,
        "merges" => Merge::REQUIRED,
        "excerpts" => Excerpt::REQUIRED,
        "names" => Name::REQUIRED,
        "no_response" => NoResponse::REQUIRED,
        "original" => Original::REQUIRED,
        "sides" => Side::REQUIRED,
        _ => &[],
    }
}

/// What is described once, under `$defs`.
fn defined(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// The codes of countries and those that a user may give a meaning of their own, as a group of a regular expression.
fn country_codes() -> String {
    let codes: Vec<&str> = countries().iter().map(|(code, _)| *code).collect();
    format!("({}|AA|Q[M-Z]|X[A-Z]|ZZ)", codes.join("|"))
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

/// Text that is not empty.
fn filled() -> Value {
    json!({ "type": "string", "minLength": 1 })
}

/// Words: more than blanks.
fn said() -> Value {
    json!({ "type": "string", "pattern": r"\S" })
}

/// The name of a record: what the checks let pass.
fn id() -> Value {
    defined("id")
}

fn word(words: Vec<(&'static str, &'static str)>) -> Value {
    json!({ "enum": words.into_iter().map(|(word, _)| word).collect::<Vec<_>>() })
}

/// A value; structs in it must have the fields `required`.
fn shape(shape: Shape, required: &[&str]) -> Value {
    let parts = |fields: &[Field]| object(Value::Object(object_of(fields)), required);
    match shape {
        Shape::Id | Shape::Reference(_) | Shape::Actor(_) => id(),
        Shape::Line | Shape::Prose => text(),
        Shape::Edtf => defined("edtf"),
        Shape::Country => defined("country"),
        Shape::Place => json!({ "anyOf": [id(), defined("code")] }),
        Shape::Date => defined("when"),
        Shape::Number => json!({ "type": "integer", "minimum": 0 }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Word(words) => word(words()),
        Shape::Words(words) => list(word(words())),
        Shape::References(_) | Shape::Actors(_) => list(id()),
        Shape::OwnFields | Shape::Lines => list(filled()),
        // An empty one keeps the numbers of the paragraphs.
        Shape::Paragraphs => list(text()),
        Shape::Parts(fields) => parts(fields),
        Shape::PartsList(fields) => list(parts(fields)),
        Shape::Content => list(json!({ "oneOf": [variant("Said", said()), variant("Para", said())] })),
        Shape::Cite => defined("cite"),
        Shape::Cites => list(defined("cite")),
        Shape::RelationKind => {
            let words: Vec<&str> = RelationKind::WORDS.iter().copied().filter(|word| *word != "Other").collect();
            json!({ "oneOf": [{ "enum": words }, variant("Other", text())] })
        }
        Shape::Marking => defined("marking"),
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
    let relative =
        object(json!({ "to": id(), "offset": defined("period"), "slack": defined("period") }), Relative::REQUIRED);
    let at_least = object(json!({ "since": id(), "span": defined("period") }), AtLeast::REQUIRED);
    let basis = json!({ "oneOf": [
        { "enum": ["Stated", "YearFromPublication"] },
        variant("NearestPast", id()),
        variant("NearestFuture", id()),
        variant("OnOrBefore", id()),
        variant("Relative", relative),
        variant("AtLeast", at_least),
        variant("Analyst", text()),
    ] });
    let long = object(json!({ "edtf": defined("edtf"), "said": text(), "basis": basis }), WhenLong::REQUIRED);
    json!({ "oneOf": [defined("edtf"), long] })
}

/// A place in a source: `rferl#3`, or with the words meant.
fn cite() -> Value {
    json!({ "oneOf": [text(), object(Value::Object(object_of(CITE)), CiteLong::REQUIRED)] })
}

/// A level of the Traffic Light Protocol, or a house's own words.
fn marking() -> Value {
    let levels: Vec<&str> = TlpLevel::ALL.iter().map(|level| level.word()).collect();
    let custom = object(json!({ "label": text(), "like": { "enum": levels } }), CustomMarking::REQUIRED);
    json!({ "oneOf": [{ "enum": levels }, variant("Custom", custom)] })
}
