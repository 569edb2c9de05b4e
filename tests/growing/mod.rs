//! Briefings of which one list grows: every list of every record and of the header, taken from the table of fields, each
//! with items that are sound and with items of every kind of fault.

use std::fmt::Write as _;

use dateline::edit::fields::{CITE, Field, HEADER, Shape, fields_of};
use dateline::model::RecordKind;

/// A briefing of any length.
pub struct Growing {
    /// Which list grows, and what its items are.
    pub name: String,
    /// The text of the briefing with so many items.
    pub text: Box<dyn Fn(usize) -> String>,
}

/// What is wrong with an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// Nothing; items name the same few records.
    Sound,
    /// Values that do not fit, names that lead nowhere.
    Faulty,
    /// Values that say nothing.
    Empty,
    /// A field that the format does not have, in each item that has fields.
    UnknownField,
}

const MANNERS: [Manner; 4] = [Manner::Sound, Manner::Faulty, Manner::Empty, Manner::UnknownField];

/// The id of the record that the list is in.
pub const OWNER: &str = "big";

/// Every list that there is, each in every manner.
pub fn all() -> Vec<Growing> {
    let mut all = Vec::new();
    for kind in RecordKind::ALL {
        for field in fields_of(*kind) {
            grow_field(Some(*kind), field, &mut all);
        }
        for manner in MANNERS {
            let text = move |n: usize| records_of(*kind, n, manner);
            all.push(Growing { name: format!("{}, {manner:?}", kind.list_name()), text: Box::new(text) });
        }
        let text = move |n: usize| with_owner(Some(*kind), &listed(n, |i| format!("house{i}: {i}"), ", "));
        all.push(Growing { name: format!("unknown fields of a {}", kind.noun()), text: Box::new(text) });
    }
    for field in HEADER {
        grow_field(None, field, &mut all);
    }
    let text = |n: usize| {
        let paragraphs = listed(n, |i| format!("\"The {i} mills of town{i} grind fine\""), ", ");
        let said = listed(n, |i| format!("Said(\"{i} mills of town{i}\")"), ", ");
        let cites = listed(n, |i| format!("(source: \"s\", para: {i}, exact: \"town{i} grind\")"), ", ");
        format!(
            "(title: \"T\", sources: [(id: \"s\", publisher: \"P\", text: [{paragraphs}])], \
             statements: [(id: \"{OWNER}\", speaker: \"a\", content: [{said}], cites: [{cites}])])"
        )
    };
    all.push(Growing { name: "quotes and cites of a statement".to_owned(), text: Box::new(text) });
    let text = |n: usize| with_owner(None, &listed(n, |i| format!("house{i}: {i}"), ", "));
    all.push(Growing { name: "unknown fields of the briefing".to_owned(), text: Box::new(text) });
    all
}

/// A field as a list that grows, where it is one, and the lists within its items; a text as one that grows.
fn grow_field(owner: Option<RecordKind>, field: &'static Field, all: &mut Vec<Growing>) {
    let named = |what: String| format!("{}.{}, {what}", owner.map_or("briefing", RecordKind::noun), field.name);
    for manner in MANNERS {
        if let Some(item) = item_of(field.shape, manner) {
            let text = move |n: usize| {
                let items = listed(n, &item, ", ");
                with_owner(owner, &format!("{}: [{items}]", field.name))
            };
            all.push(Growing { name: named(format!("{manner:?}")), text: Box::new(text) });
        }
    }
    match as_written(field.shape) {
        Shape::PartsList(parts) => {
            for (part, manner) in parts.iter().flat_map(|part| MANNERS.map(|manner| (part, manner))) {
                let Some(item) = item_of(part.shape, manner) else { continue };
                let text = move |n: usize| {
                    let items = listed(n, &item, ", ");
                    let inner = format!("{}: [({}{}: [{items}])]", field.name, others(parts, part.name), part.name);
                    with_owner(owner, &inner)
                };
                all.push(Growing { name: named(format!("{}, {manner:?}", part.name)), text: Box::new(text) });
            }
        }
        // Of its own, the many records that one record names.
        Shape::References(kinds) => {
            let kind = kinds.first().copied().unwrap_or(RecordKind::Visit);
            let text = move |n: usize| {
                let ids = listed(n, |i| format!("\"{}-{i}\"", kind.noun()), ", ");
                let records = listed(n, |i| record(kind, &format!("{}-{i}", kind.noun()), i, Manner::Sound), ",\n");
                let more = [(kind, records)];
                briefing(owner, &format!("{}: [{ids}]", field.name), &more)
            };
            all.push(Growing { name: named("of records of their own".to_owned()), text: Box::new(text) });
        }
        Shape::Line | Shape::Prose => {
            let text = move |n: usize| {
                let words =
                    listed(n, |i| format!("word{} goes on", i % 97), if i_is_prose(field) { "\n" } else { " " });
                with_owner(owner, &format!("{}: \"{words}\"", field.name))
            };
            all.push(Growing { name: named("a long text".to_owned()), text: Box::new(text) });
        }
        _ => {}
    }
}

fn i_is_prose(field: &Field) -> bool {
    matches!(field.shape, Shape::Prose)
}

/// So many items with what parts them.
fn listed(n: usize, item: impl Fn(usize) -> String, between: &str) -> String {
    let mut text = String::new();
    for i in 0..n {
        if i > 0 {
            text.push_str(between);
        }
        text.push_str(&item(i));
    }
    text
}

type Item = Box<dyn Fn(usize) -> String>;

/// Shapes that are written alike are one.
fn as_written(shape: Shape) -> Shape {
    const ACTORS: &[RecordKind] = &[RecordKind::Actor];
    match shape {
        Shape::Actor(_) => Shape::Reference(ACTORS),
        Shape::Actors(_) => Shape::References(ACTORS),
        Shape::OwnFields => Shape::Lines,
        other => other,
    }
}

/// How the items of a list of this shape are written; `None` where it is no list.
fn item_of(shape: Shape, manner: Manner) -> Option<Item> {
    let item: Item = match (as_written(shape), manner) {
        (Shape::Lines | Shape::Paragraphs, Manner::UnknownField) => return None,
        (Shape::Lines, Manner::Faulty) => Box::new(|i| format!("\"AB{i}\u{200b} mіxed\"")),
        (Shape::Lines | Shape::Paragraphs, Manner::Empty) => Box::new(|_| "\"\"".to_owned()),
        (Shape::Lines, _) => Box::new(|i| format!("\"ABC{i}\"")),
        (Shape::Paragraphs, _) => {
            Box::new(|i| format!("\"Paragraph {i}: the bridge at Oakmere was opened, they said, in year {i}\""))
        }
        (Shape::Words(words), Manner::Sound) => Box::new(move |i| {
            let words = words();
            words[i % words.len()].0.to_owned()
        }),
        (Shape::Words(_), _) => return None,
        (Shape::References(kinds), manner) if manner != Manner::UnknownField => {
            Box::new(move |i| value(Shape::Reference(kinds), i, manner))
        }
        (Shape::PartsList(parts), manner) => Box::new(move |i| parts_of(parts, i, manner)),
        (Shape::Content, Manner::Sound) => Box::new(|i| format!("Said(\"they said, in year {}\")", i % 3)),
        (Shape::Content, Manner::Faulty) => Box::new(|i| format!("Said(\"the harbour of number {i} never opened\")")),
        (Shape::Content, Manner::Empty) => Box::new(|_| "Para(\"\")".to_owned()),
        (Shape::Content, Manner::UnknownField) => {
            Box::new(|i| format!("Para(\"They “they said, in year 1” there {i}\")"))
        }
        (Shape::Cites, Manner::Sound) => Box::new(|i| format!("\"s#{}\"", i % 3)),
        (Shape::Cites, Manner::Faulty) => Box::new(|i| format!("\"q{i}#1\"")),
        (Shape::Cites, manner) => Box::new(move |i| parts_of(CITE, i, manner)),
        _ => return None,
    };
    Some(item)
}

/// A struct with all its fields; with none where it is to be empty.
fn parts_of(parts: &[Field], i: usize, manner: Manner) -> String {
    if manner == Manner::Empty {
        return "()".to_owned();
    }
    let of = if manner == Manner::Faulty { Manner::Faulty } else { Manner::Sound };
    let mut text = String::from("(");
    for part in parts {
        let _ = write!(text, "{}: {}, ", part.name, field_value(part, i, of));
    }
    if manner == Manner::UnknownField {
        let _ = write!(text, "house{i}: \"x\"");
    }
    text.push(')');
    text
}

/// The other fields of a struct, sound, with a comma behind each.
fn others(parts: &[Field], name: &str) -> String {
    let others = parts.iter().filter(|part| part.name != name);
    others.map(|part| format!("{}: {}, ", part.name, field_value(part, 0, Manner::Sound))).collect()
}

fn field_value(field: &Field, i: usize, manner: Manner) -> String {
    match (field.name, manner) {
        ("credibility", Manner::Sound) => "2".to_owned(),
        ("exact", Manner::Sound) => "\"the bridge at Oakmere\"".to_owned(),
        ("prefix" | "suffix", Manner::Sound) => "\"\"".to_owned(),
        ("field", Manner::Sound) => "\"when\"".to_owned(),
        ("value" | "base" | "theirs", Manner::Sound) => format!("\"2024-{:02}-{:02}\"", i % 12 + 1, i % 28 + 1),
        ("rule", Manner::Sound) => "\"unused-actor\"".to_owned(),
        _ => value(field.shape, i, manner),
    }
}

fn value(shape: Shape, i: usize, manner: Manner) -> String {
    let is_faulty = manner == Manner::Faulty;
    if manner == Manner::Empty {
        return "\"\"".to_owned();
    }
    match as_written(shape) {
        Shape::Edtf | Shape::Date if is_faulty => format!("\"the {i}th\""),
        Shape::Edtf | Shape::Date => format!("\"2024-{:02}-{:02}\"", i % 12 + 1, i % 28 + 1),
        Shape::Number => if is_faulty { 9 } else { i % 3 }.to_string(),
        Shape::Reference(_) | Shape::Place if is_faulty => format!("\"q{i}\""),
        Shape::Reference(kinds) => format!("\"{}\"", sound_id(kinds.first().copied())),
        Shape::Cite if is_faulty => format!("\"q{i}#2\""),
        Shape::Cite => format!("\"s#{}\"", i % 3),
        Shape::References(kinds) => format!("[{}]", value(Shape::Reference(kinds), i, manner)),
        Shape::Line | Shape::Prose if is_faulty => format!("\"w{i}\u{200b}\u{202e}\""),
        _ => format!("\"words {i}\""),
    }
}

fn sound_id(kind: Option<RecordKind>) -> &'static str {
    match kind.unwrap_or(RecordKind::Visit) {
        RecordKind::Source => "s",
        RecordKind::Actor => "a",
        RecordKind::Role => "r",
        RecordKind::Visit => "v",
        RecordKind::Statement => "t",
        RecordKind::Relation => "l",
        RecordKind::Judgement => "j",
        RecordKind::Conflict => "k",
    }
}

/// The fields that a sound record of a kind has beside its id.
fn usual_fields(kind: RecordKind) -> &'static [(&'static str, &'static str)] {
    match kind {
        RecordKind::Source => &[("publisher", "\"P\""), ("url", "\"https://a.example/\"")],
        RecordKind::Actor => &[("kind", "Person"), ("name", "\"Big\"")],
        RecordKind::Role => &[("person", "\"a\""), ("org", "\"p\""), ("title", "\"Mayor\"")],
        RecordKind::Visit => {
            &[("visitors", "[\"a\"]"), ("to", "\"c\""), ("when", "\"2024-05-01\""), ("cites", "[\"s#0\"]")]
        }
        RecordKind::Statement => &[("speaker", "\"a\""), ("content", "[Said(\"they said\")]"), ("cites", "[\"s#0\"]")],
        RecordKind::Relation => &[("kind", "Alliance"), ("between", "[\"a\", \"p\"]"), ("cites", "[\"s#0\"]")],
        RecordKind::Judgement => &[("text", "\"It goes on\""), ("supports", "[\"v\"]"), ("confidence", "High")],
        RecordKind::Conflict => &[
            ("about", "\"v\""),
            ("field", "\"when\""),
            ("sides", "[(value: \"2024-05-01\", cite: \"s#0\"), (value: \"2024-05-02\", cite: \"s#1\")]"),
        ],
    }
}

/// A record of a kind; a faulty one has an id that is none and names records that are not there.
fn record(kind: RecordKind, id: &str, i: usize, manner: Manner) -> String {
    let mut text = match manner {
        Manner::Empty => return "()".to_owned(),
        // Ids that are given again and again.
        Manner::Faulty => "(id: \"Twice\", ".to_owned(),
        _ => format!("(id: \"{id}\", "),
    };
    for (name, value) in usual_fields(kind) {
        let value = match (*name, manner) {
            ("name", _) => format!("\"Person {i}\""),
            ("when", _) => format!("\"{}-{:02}-{:02}\"", 1990 + i % 3, i % 12 + 1, i % 28 + 1),
            ("person" | "speaker" | "about", Manner::Faulty) => format!("\"q{i}\""),
            _ => (*value).to_owned(),
        };
        let _ = write!(text, "{name}: {value}, ");
    }
    if manner == Manner::UnknownField {
        let _ = write!(text, "house{i}: {i}");
    }
    text.push(')');
    text
}

fn records_of(kind: RecordKind, n: usize, manner: Manner) -> String {
    let records = listed(n, |i| record(kind, &format!("{}-{i}", kind.noun()), i, manner), ",\n");
    briefing(None, "", &[(kind, records)])
}

/// A briefing whose record of a kind, or whose header, has these fields, beside those that it needs.
fn with_owner(owner: Option<RecordKind>, fields: &str) -> String {
    briefing(owner, fields, &[])
}

fn briefing(owner: Option<RecordKind>, fields: &str, more: &[(RecordKind, String)]) -> String {
    let given = fields.split(':').next().unwrap_or_default();
    let mut text = String::from("(");
    for (name, value) in
        [("title", "\"T\""), ("as_of", "\"2025-01-01\""), ("marking", "Clear"), ("bottom_line", "\"It goes on\"")]
    {
        if owner.is_some() || name != given {
            let _ = writeln!(text, "{name}: {value},");
        }
    }
    if owner.is_none() && !fields.is_empty() {
        let _ = writeln!(text, "{fields},");
    }
    for kind in RecordKind::ALL {
        let _ = write!(text, "{}: [\n{},\n", kind.list_name(), base_records(*kind));
        if owner == Some(*kind) {
            let _ = write!(text, "(id: \"{OWNER}\", ");
            for (name, value) in usual_fields(*kind).iter().filter(|(name, _)| *name != given) {
                let _ = write!(text, "{name}: {value}, ");
            }
            let _ = writeln!(text, "{fields}),");
        }
        for (_, records) in more.iter().filter(|(of, _)| of == kind) {
            let _ = writeln!(text, "{records},");
        }
        text.push_str("],\n");
    }
    text.push(')');
    text
}

/// The records that others name.
fn base_records(kind: RecordKind) -> String {
    match kind {
        RecordKind::Source => {
            "(id: \"s\", publisher: \"P\", url: \"https://a.example/\", text: [\"The bridge\", \"\", \
                               \"On Monday the bridge at Oakmere was opened, they said, in year 1\"])"
                .to_owned()
        }
        RecordKind::Actor => {
            "(id: \"a\", kind: Person, name: \"Ann\", country: \"RS\"), (id: \"p\", kind: Party, name: \
                              \"Mill Party\", country: \"RS\"), (id: \"c\", kind: Country, name: \"Land\", country: \
                              \"CN\", iso: \"CN\")"
                .to_owned()
        }
        kind => record(kind, sound_id(Some(kind)), 0, Manner::Sound),
    }
}
