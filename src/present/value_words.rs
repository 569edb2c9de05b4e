//! The value of a field as a person reads it: names for ids and codes, labels for words, dates as displayed.

use super::{told_date, visible};
use crate::edit::fields::{Shape, fields_of};
use crate::index::Reader;
use crate::model::{Conflict, Node, RecordKind, Side, When, parse_edtf};
use crate::ron_text::inline;

/// A value of a field of a kind of record.
#[must_use]
pub fn value_words(reader: &Reader, kind: RecordKind, field: &str, value: &Node) -> String {
    let shape = fields_of(kind).iter().find(|known| known.name == field).map(|known| known.shape);
    visible(&words(reader, shape, value)).into_owned()
}

/// The values of a conflict's sides, in their order.
#[must_use]
pub fn side_words(reader: &Reader, conflict: &Conflict) -> Vec<String> {
    let kind = reader.by_id(&conflict.about).map(|(_, record)| record.kind());
    let shape = kind.and_then(|kind| fields_of(kind).iter().find(|known| known.name == conflict.field));
    let shape = shape.map(|known| known.shape);
    let words_of = |side: &Side| {
        if let Some(date) = side.told_date() {
            return visible(&told_date(reader, date)).into_owned();
        }
        let value = side.value.as_str();
        let listed = ron::from_str::<Vec<String>>(value).ok().filter(|_| value.trim_start().starts_with('['));
        let node = match listed {
            Some(items) => Node::List(items.into_iter().map(Node::Text).collect()),
            None => Node::Text(value.to_owned()),
        };
        visible(&words(reader, shape, &node)).into_owned()
    };
    conflict.sides.iter().map(words_of).collect()
}

fn words(reader: &Reader, shape: Option<Shape>, value: &Node) -> String {
    match value {
        Node::List(items) => {
            let items: Vec<_> = items.iter().map(|item| words(reader, shape, item)).collect();
            items.join(", ")
        }
        Node::Struct(parts) => match parts.iter().find(|(name, _)| name == "edtf") {
            Some((_, edtf)) => match ron::from_str::<When>(&inline(value)) {
                Ok(date) => told_date(reader, &date),
                Err(_) => words(reader, Some(Shape::Date), edtf),
            },
            None => inline(value),
        },
        Node::Text(text) => text_words(reader, shape, text),
        Node::Word(word) => text_words(reader, shape, word),
        Node::Raw(raw) => raw.clone(),
        other => inline(other),
    }
}

fn text_words(reader: &Reader, shape: Option<Shape>, text: &str) -> String {
    let named = || reader.by_id(&text.into()).map(|(_, record)| reader.title(&record));
    let known = match shape {
        Some(Shape::Reference(_) | Shape::References(_) | Shape::Actor(_) | Shape::Actors(_)) => named(),
        Some(Shape::Country | Shape::Place) => named().or_else(|| Some(reader.name_of_code(text))),
        Some(Shape::Word(choices) | Shape::Words(choices)) => {
            choices().into_iter().find(|(word, _)| *word == text).map(|(_, label)| label.to_owned())
        }
        _ => parse_edtf(text).is_ok().then(|| When::from_edtf(text).display()),
    };
    known.unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::model::AnyRecord;

    #[test]
    fn ids_codes_words_and_dates_are_told_as_people_say_them() {
        let text = r#"(title: "T", actors: [(id: "a", kind: Person, name: "Ana"), (id: "b", kind: Person, name: "Ben")],
            visits: [(id: "v", visitors: ["a", "b"], to: "RS", when: (edtf: "2024-10-14", said: "Monday"), level: HeadOfState)],
            conflicts: [(id: "c", about: "v", field: "visitors", sides: [(value: "[\"a\", \"b\"]"), (value: "[\"b\"]")])])"#;
        let briefing = crate::store::load(text.to_owned()).map_err(|(error, _)| error).unwrap().briefing;
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let (_, visit) = reader.by_id(&"v".into()).unwrap();
        let told = |field: &str| value_words(&reader, visit.kind(), field, &visit.field_node(field).unwrap());
        assert_eq!(told("visitors"), "Ana, Ben");
        assert_eq!(told("to"), "Serbia");
        assert_eq!(told("when"), "14 Oct 2024");
        assert_eq!(told("level"), "Head of state");
        let Some((_, AnyRecord::Conflict(conflict))) = reader.by_id(&"c".into()) else { unreachable!() };
        assert_eq!(side_words(&reader, &conflict), ["Ana, Ben", "Ben"]);
    }
}
