//! A value of the model as JSON.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::model::Node;

use super::raw::raw_json;

/// A node, to be written as JSON: a bare word is its text, a variant an object whose one name is the variant's.
pub(super) struct NodeJson<'a>(pub(super) &'a Node);

/// Named fields, to be written as an object.
pub(super) struct FieldsJson(pub(super) Vec<(Cow<'static, str>, Node)>);

/// Named fields that somebody else holds.
struct FieldsRef<'a>(&'a [(Cow<'static, str>, Node)]);

impl Serialize for FieldsJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        FieldsRef(&self.0).serialize(serializer)
    }
}

impl Serialize for FieldsRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, node)| (name, NodeJson(node))))
    }
}

impl Serialize for NodeJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Node::Bool(value) => serializer.serialize_bool(*value),
            Node::Integer(value) => serializer.serialize_i64(*value),
            Node::Text(text) => serializer.serialize_str(text),
            Node::Word(word) => serializer.serialize_str(word),
            Node::List(items) => serializer.collect_seq(items.iter().map(NodeJson)),
            Node::Struct(fields) => FieldsRef(fields).serialize(serializer),
            Node::Wrapped(word, inner) => variant(serializer, word, &NodeJson(inner)),
            Node::Variant(word, fields) => variant(serializer, word, &FieldsRef(fields)),
            Node::Raw(raw) => raw_json(raw).serialize(serializer),
        }
    }
}

fn variant<S: Serializer, T: Serialize>(serializer: S, word: &str, content: &T) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(1))?;
    map.serialize_entry(word, content)?;
    map.end()
}
