//! Sources that disagree about a field: putting both sides down, and settling which is right.

use super::create::insert;
use super::plan::Change;
use super::refusal::Refusal;
use super::several::set_fields;
use crate::edit::fields::{Shape, field_label, fields_of};
use crate::edit::value::{Fields, record_of, record_with};
use crate::index::Reader;
use crate::model::{AnyRecord, Cite, CiteLong, Conflict, Key, Node, NodeFields as _, RecordKind, Side, ToNode};
use crate::ron_text::inline;

/// Fields that say nothing about the world, so that no sources disagree about them.
const BESIDE: [&str; 5] = ["id", "cites", "note", "review", "marking"];

/// Whether sources may disagree about a field of a kind of record.
#[must_use]
pub fn is_disputable(kind: RecordKind, field: &str) -> bool {
    kind != RecordKind::Conflict && !BESIDE.contains(&field) && fields_of(kind).iter().any(|known| known.name == field)
}

/// A value as a side of a conflict has it: a date as its EDTF, a text as it is, anything else as the file writes it.
#[must_use]
pub fn side_value(value: &Node) -> String {
    match value {
        Node::Text(text) | Node::Raw(text) => text.clone(),
        Node::Word(word) => word.to_string(),
        Node::Struct(parts) => match parts.iter().find(|(name, _)| name == "edtf") {
            Some((_, Node::Text(edtf))) => edtf.clone(),
            _ => inline(value),
        },
        other => inline(other),
    }
}

/// The value that a side of a conflict would put into a field.
fn value_of_side(kind: RecordKind, field: &str, side: &Side) -> Node {
    // With its words and what it rests on: a date that is inferred stays so when it is chosen.
    if let Some(date) = side.told_date().and_then(ToNode::to_node) {
        return date;
    }
    let side = side.value.as_str();
    let shape = fields_of(kind).iter().find(|known| known.name == field).map(|known| known.shape);
    match shape {
        Some(Shape::Date) if side.trim_start().starts_with('(') => Node::Raw(side.to_owned()),
        Some(
            Shape::Line
            | Shape::Prose
            | Shape::Edtf
            | Shape::Date
            | Shape::Country
            | Shape::Place
            | Shape::Reference(_)
            | Shape::Actor(_)
            | Shape::Id,
        ) => Node::Text(side.to_owned()),
        _ => Node::Raw(side.to_owned()),
    }
}

/// The cite that the value of a field most likely stands in: the one that holds the words of a date, else the first.
#[must_use]
pub fn cite_of_field(reader: &Reader, record: &AnyRecord, field: &str) -> Option<Node> {
    let said = match record.field_node(field) {
        Some(Node::Struct(parts)) => parts.into_iter().find_map(|(name, value)| match value {
            Node::Text(said) if name == "said" => Some(said),
            _ => None,
        }),
        _ => None,
    };
    let holds = |cite: &&Cite| {
        let said = said.as_deref().unwrap_or_default();
        let source = reader.source(cite.source()).filter(|_| !said.is_empty());
        source.zip(cite.para()).is_some_and(|(source, para)| source.words_of(para).any(|text| text.contains(said)))
    };
    let cites = record.cites();
    let Some(held) = cites.iter().find(holds) else { return cites.first().and_then(ToNode::to_node) };
    let said = said.as_deref().unwrap_or_default();
    if held.long.exact.is_empty() || held.long.exact.contains(said) {
        return held.to_node();
    }
    // The cite names other words of the paragraph: those of the date are what the side says.
    let long = CiteLong { exact: said.to_owned(), prefix: String::new(), suffix: String::new(), ..held.long.clone() };
    Cite { long, ..held.clone() }.to_node()
}

/// Puts a conflicting value of a field down: a conflict with what the field says and what another source says, each
/// with its cite. Where a conflict about the field is open already, the value becomes a further side of it.
///
/// # Errors
/// Where sources cannot disagree about the field, where the field could not hold the value, where it has no value
/// yet, or already has this one.
pub fn record_conflict(
    reader: &Reader,
    key: Key,
    field: &str,
    own_cite: Option<Node>,
    other: &Node,
    other_cite: Option<Node>,
) -> Result<Change, Refusal> {
    let record = reader.record(key).ok_or(Refusal::Gone)?;
    let refused = |why: &'static str| Err(Refusal::NotHere(why));
    if !is_disputable(record.kind(), field) {
        return refused("sources do not disagree about this field; choose another");
    }
    if record.id().is_empty() || reader.index.key_of(record.id()) != Some(key) {
        return refused("give the record an id of its own first, so that the conflict can name it");
    }
    let Some(own) = record.field_node(field) else {
        return refused("the field says nothing yet; write the value into it");
    };
    // What could never stand in the field is no side.
    record_with(&record, field, Some(other.clone())).map_err(Refusal::BadValue)?;
    let (own_date, date) = (told_date(&own), told_date(other));
    let other_cite = with_words(other_cite, date.as_ref());
    let (own, other) = (side_value(&own), side_value(other));
    let known = open_conflict(reader, key, field);
    let sides = known.as_ref().map(|(_, conflict)| conflict.sides.as_slice()).unwrap_or_default();
    if other.trim() == own.trim() || sides.iter().any(|side| side.value.trim() == other.trim()) {
        return refused("this is what one side says already; add its cite there");
    }
    let label = format!(
        "Record a conflicting {} of {}",
        field_label(record.kind(), field).to_lowercase(),
        reader.title_with_kind(&record)
    );
    let further = side(other, other_cite, date);
    if let Some((conflict, found)) = known {
        let mut sides = Node::items_of(found.field_node("sides").as_ref());
        sides.push(further);
        let change = set_fields(reader, label, vec![(conflict, "sides", Some(Node::List(sides)))])?;
        return Ok(Change { focus: Some((conflict, "sides")), ..change });
    }
    let fields: Fields = vec![
        ("about".into(), Node::Text(record.id().to_string())),
        ("field".into(), Node::Text(field.to_owned())),
        ("sides".into(), Node::List(vec![side(own, own_cite, own_date), further])),
        ("status".into(), Node::Word("Open".into())),
    ];
    let conflict = record_of(RecordKind::Conflict, fields).map_err(Refusal::BadValue)?;
    Ok(insert(reader, &conflict, None)?.0.called(label))
}

/// A date that says more than its EDTF: its words, and what it rests on.
fn told_date(value: &Node) -> Option<Node> {
    let Node::Struct(parts) = value else { return None };
    let has = |wanted: &str| parts.iter().any(|(name, _)| name == wanted);
    (has("edtf") && (has("said") || has("basis"))).then(|| value.clone())
}

/// The cite with the source's words for a date, where it says none of its own.
fn with_words(cite: Option<Node>, date: Option<&Node>) -> Option<Node> {
    let Some(Node::Struct(date)) = date else { return cite };
    let said = date.iter().find_map(|(name, value)| match value {
        Node::Text(said) if name == "said" => Some(said.trim()),
        _ => None,
    });
    let Some(said) = said.filter(|said| !said.is_empty()) else { return cite };
    let exact = || ("exact".into(), Node::Text(said.to_owned()));
    match cite? {
        Node::Text(short) => {
            let mut parts = Cite::parse_short(&short).long.field_nodes();
            parts.push(exact());
            Some(Node::Struct(parts))
        }
        Node::Struct(mut parts) => {
            if !parts.iter().any(|(name, _)| name == "exact") {
                parts.push(exact());
            }
            Some(Node::Struct(parts))
        }
        other => Some(other),
    }
}

fn side(value: String, cite: Option<Node>, date: Option<Node>) -> Node {
    let mut parts: Fields = vec![("value".into(), Node::Text(value))];
    parts.extend(cite.map(|cite| ("cite".into(), cite)));
    parts.extend(date.map(|date| ("date".into(), date)));
    Node::Struct(parts)
}

/// The open conflict about a field of a record.
#[must_use]
pub fn open_conflict(reader: &Reader, key: Key, field: &str) -> Option<(Key, std::sync::Arc<Conflict>)> {
    let is_about = |conflict: &Conflict| conflict.is_open() && disputed_field(conflict) == field;
    reader.conflicts_about(key).into_iter().find(|(_, conflict)| is_about(conflict))
}

/// The field that a conflict is about, without the way into it: `when` of `when.edtf`.
#[must_use]
pub fn disputed_field(conflict: &Conflict) -> &str {
    conflict.field.split(['.', '[']).next().unwrap_or_default()
}

/// Settles a conflict, for a reason. In favour of a side, the field is given the value of that side, and the record
/// its cite; without one, the field stays as it is. All of it is one step.
///
/// # Errors
/// Where no reason is given, there is no such side, or its value does not fit the field.
pub fn resolve_conflict(reader: &Reader, key: Key, favoured: Option<usize>, reason: &str) -> Result<Change, Refusal> {
    let Some(AnyRecord::Conflict(conflict)) = reader.record(key) else { return Err(Refusal::Gone) };
    let refused = Refusal::NotHere;
    if reason.trim().is_empty() {
        return Err(refused("say why it is settled so; a conflict is resolved with a reason"));
    }
    let mut fields: Vec<(Key, &'static str, Option<Node>)> = vec![
        (key, "status", Some(Node::Word("Resolved".into()))),
        (key, "reason", Some(Node::Text(reason.trim().to_owned()))),
    ];
    let mut label = "Resolve a conflict".to_owned();
    if let Some((about, record)) = reader.by_id(&conflict.about) {
        label = format!("Resolve the conflict about {}", reader.title_with_kind(&record));
        if let Some(place) = favoured {
            let side = conflict.sides.get(place).ok_or_else(|| refused("this side is no longer there"))?;
            let name = disputed_field(&conflict);
            let field = fields_of(record.kind()).iter().find(|known| known.name == name);
            let field = field.ok_or_else(|| refused("the record has no such field; correct the conflict first"))?;
            if record.field_node(name).map(|own| side_value(&own)).as_deref() != Some(side.value.as_str()) {
                fields.push((about, field.name, Some(value_of_side(record.kind(), name, side))));
            }
            fields.extend(side.cite.as_ref().and_then(|cite| Some((about, "cites", Some(cites_with(&record, cite)?)))));
        }
    } else if favoured.is_some() {
        return Err(refused("the record that it is about is not in the file; correct the conflict first"));
    }
    Ok(Change { focus: Some((key, "reason")), ..set_fields(reader, label, fields)? })
}

/// The cites of a record with one more, unless it cites that place already.
fn cites_with(record: &AnyRecord, cite: &Cite) -> Option<Node> {
    let is_same = |own: &Cite| own.source() == cite.source() && own.para() == cite.para();
    if record.cites().iter().any(is_same) {
        return None;
    }
    let mut cites = Node::items_of(record.field_node("cites").as_ref());
    cites.push(cite.to_node()?);
    Some(Node::List(cites))
}
