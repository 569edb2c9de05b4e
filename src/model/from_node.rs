//! A record read from the tree of its values, without a text between them. What it does not take may still be a value as a
//! file has it: only the text of that tells what is wrong.

use std::borrow::Cow;
use std::fmt::Display;
use std::sync::Arc;

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

use super::{AnyRecord, Node, RecordKind};

impl AnyRecord {
    /// The record of a kind with these fields; `None` where one of them does not fit, or has to be read as text, as what the
    /// model does not know.
    #[must_use]
    pub fn from_fields(kind: RecordKind, fields: &[(Cow<'static, str>, Node)]) -> Option<Self> {
        Some(match kind {
            RecordKind::Source => Self::Source(read(fields)?),
            RecordKind::Actor => Self::Actor(read(fields)?),
            RecordKind::Role => Self::Role(read(fields)?),
            RecordKind::Visit => Self::Visit(read(fields)?),
            RecordKind::Statement => Self::Statement(read(fields)?),
            RecordKind::Relation => Self::Relation(read(fields)?),
            RecordKind::Judgement => Self::Judgement(read(fields)?),
            RecordKind::Conflict => Self::Conflict(read(fields)?),
        })
    }
}

fn read<'de, T: Deserialize<'de>>(fields: &'de [(Cow<'static, str>, Node)]) -> Option<Arc<T>> {
    T::deserialize(FieldsReader(fields)).ok().map(Arc::new)
}

/// That a value does not fit; nobody is told, for its text is read next.
#[derive(Debug, thiserror::Error)]
#[error("the value does not fit")]
struct Misfit;

impl de::Error for Misfit {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

type Reads<T> = Result<T, Misfit>;

/// The fields of a struct.
struct FieldsReader<'de>(&'de [(Cow<'static, str>, Node)]);

impl<'de> Deserializer<'de> for FieldsReader<'de> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Reads<V::Value> {
        visitor.visit_map(Fields { left: self.0.iter(), value: None })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct Fields<'de> {
    left: std::slice::Iter<'de, (Cow<'static, str>, Node)>,
    value: Option<&'de Node>,
}

impl<'de> MapAccess<'de> for Fields<'de> {
    type Error = Misfit;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Reads<Option<K::Value>> {
        let Some((name, value)) = self.left.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(StrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Reads<S::Value> {
        seed.deserialize(NodeReader(self.value.take().ok_or(Misfit)?))
    }
}

/// One value.
#[derive(Clone, Copy)]
struct NodeReader<'de>(&'de Node);

impl<'de> Deserializer<'de> for NodeReader<'de> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Reads<V::Value> {
        match self.0 {
            Node::Bool(value) => visitor.visit_bool(*value),
            Node::Integer(value) => visitor.visit_i64(*value),
            Node::Text(text) => visitor.visit_str(text),
            Node::List(items) => visitor.visit_seq(Items(items.iter())),
            // `()` is no struct of nothing where anything may stand.
            Node::Struct(fields) if !fields.is_empty() => FieldsReader(fields).deserialize_any(visitor),
            Node::Struct(_) | Node::Word(_) | Node::Wrapped(..) | Node::Variant(..) | Node::Raw(_) => Err(Misfit),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Reads<V::Value> {
        match self.0 {
            Node::Word(word) if word == "None" => visitor.visit_none(),
            Node::Wrapped(word, value) if word == "Some" => visitor.visit_some(NodeReader(value)),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Reads<V::Value> {
        visitor.visit_enum(self)
    }

    /// What is kept as text is read as text.
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _name: &'static str, _visitor: V) -> Reads<V::Value> {
        Err(Misfit)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

struct Items<'de>(std::slice::Iter<'de, Node>);

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Misfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Reads<Option<S::Value>> {
        self.0.next().map(|item| seed.deserialize(NodeReader(item))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

impl<'de> EnumAccess<'de> for NodeReader<'de> {
    type Error = Misfit;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Reads<(S::Value, Self)> {
        let (Node::Word(word) | Node::Wrapped(word, _) | Node::Variant(word, _)) = self.0 else { return Err(Misfit) };
        Ok((seed.deserialize(StrDeserializer::new(word))?, self))
    }
}

impl<'de> VariantAccess<'de> for NodeReader<'de> {
    type Error = Misfit;

    fn unit_variant(self) -> Reads<()> {
        if matches!(self.0, Node::Word(_)) { Ok(()) } else { Err(Misfit) }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Reads<S::Value> {
        let Node::Wrapped(_, value) = self.0 else { return Err(Misfit) };
        seed.deserialize(NodeReader(value))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _length: usize, _visitor: V) -> Reads<V::Value> {
        Err(Misfit)
    }

    fn struct_variant<V: Visitor<'de>>(self, _fields: &'static [&'static str], visitor: V) -> Reads<V::Value> {
        let Node::Variant(_, fields) = self.0 else { return Err(Misfit) };
        FieldsReader(fields).deserialize_any(visitor)
    }
}
