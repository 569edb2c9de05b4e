//! Structs whose fields are listed once: reading with unknown fields kept, and giving them back in order.

use std::collections::HashSet;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use ron::value::RawValue;
use serde::Deserialize;
use serde::de::{self, DeserializeSeed, MapAccess, Visitor};

use super::Node;
use super::node::ToNode;
use super::raw_value::value_alone;

/// A field that the file has and the model does not know; kept, reported and written back as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownField {
    /// The field's name.
    pub name: String,
    /// The value's own text, without the white space around it.
    pub raw: String,
}

/// The fields of a struct that the model does not know. Hardly a struct has any, so that none takes a pointer's room.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(clippy::box_collection, reason = "a vector takes three times the room of a pointer, in each struct of a file")]
pub struct UnknownFields(Option<Box<Vec<UnknownField>>>);

impl UnknownFields {
    /// Adds one at the end.
    pub fn push(&mut self, field: UnknownField) {
        self.0.get_or_insert_default().push(field);
    }
}

impl Deref for UnknownFields {
    type Target = [UnknownField];

    fn deref(&self) -> &[UnknownField] {
        self.0.as_ref().map_or(&[], |fields| fields)
    }
}

impl Extend<UnknownField> for UnknownFields {
    fn extend<I: IntoIterator<Item = UnknownField>>(&mut self, fields: I) {
        fields.into_iter().for_each(|field| self.push(field));
    }
}

/// The names of a struct's fields, in the order of the format's description.
pub trait FieldNames {
    /// The struct's name, as an error message says it.
    const NAME: &'static str;
    /// All fields that the model knows.
    const FIELDS: &'static [&'static str];
    /// The fields that every such record must have.
    const REQUIRED: &'static [&'static str];
}

/// A struct read from, and given back as, named fields.
pub trait NodeFields: FieldNames + Sized {
    /// Reads the value of one known field, the `index`th of `FIELDS`; `seen` has a bit for each field read before.
    ///
    /// # Errors
    /// Whatever the reader says of a value that does not fit, or of a field given twice.
    fn take_field<'de, A: MapAccess<'de>>(&mut self, index: usize, seen: &mut u64, map: &mut A)
    -> Result<(), A::Error>;

    /// Keeps a field that the model does not know.
    fn keep_unknown(&mut self, field: UnknownField);

    /// Reads all fields; an unknown one is kept, a repeated one is an error.
    ///
    /// # Errors
    /// As [`NodeFields::take_field`].
    fn from_map<'de, A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error>
    where
        Self: Default,
    {
        let mut value = Self::default();
        let mut seen = 0;
        let mut unknown = HashSet::new();
        while let Some(key) = map.next_key_seed(KeySeed(&[Self::FIELDS]))? {
            match key {
                FieldKey::Known(index) => value.take_field(index, &mut seen, &mut map)?,
                FieldKey::Unknown(name) => value.take_unknown(name, &mut unknown, &mut map)?,
            }
        }
        Ok(value)
    }

    /// Takes the value of a field that the model does not know, as text; `seen` has the names of those taken before.
    ///
    /// # Errors
    /// That the field was given before, or what the reader says of its value.
    fn take_unknown<'de, A: MapAccess<'de>>(
        &mut self,
        name: String,
        seen: &mut HashSet<String>,
        map: &mut A,
    ) -> Result<(), A::Error> {
        if !seen.insert(name.clone()) {
            return Err(de::Error::custom(format_args!("field `{name}` is given twice")));
        }
        let raw: Box<RawValue> = map.next_value()?;
        self.keep_unknown(UnknownField { name, raw: value_alone(raw.get_ron()).to_owned() });
        Ok(())
    }

    /// The value of one known field, `None` where it is absent.
    fn field_node(&self, name: &str) -> Option<Node>;

    /// Takes over the value that another has in a known field.
    fn take_field_of(&mut self, other: &Self, name: &str);

    /// The fields that the model does not know.
    fn unknown_fields(&self) -> &[UnknownField];

    /// The value of a field, one that the model does not know too; `None` where it is absent.
    fn any_field_node(&self, name: &str) -> Option<Node> {
        let unknown = || self.unknown_fields().iter().find(|field| field.name == name);
        self.field_node(name).or_else(|| unknown().map(|field| Node::Raw(field.raw.clone())))
    }

    /// All fields that are present, unknown ones last.
    fn field_nodes(&self) -> Vec<(std::borrow::Cow<'static, str>, Node)> {
        let known = Self::FIELDS.iter().filter_map(|name| Some(((*name).into(), self.field_node(name)?)));
        let unknown =
            self.unknown_fields().iter().map(|field| (field.name.clone().into(), Node::Raw(field.raw.clone())));
        known.chain(unknown).collect()
    }
}

/// Reads a struct of named fields, in a record or in an enum variant.
pub(super) struct StructVisitor<T>(PhantomData<T>);

impl<T> StructVisitor<T> {
    pub(super) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: NodeFields + Default> Visitor<'de> for StructVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a {} with named fields", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::from_map(map)
    }
}

/// Which field of `T` a key names.
pub(super) enum FieldKey {
    /// The index in `T::FIELDS`.
    Known(usize),
    /// A name that `T` does not have.
    Unknown(String),
}

/// Reads a key without keeping its text where it is known.
///
/// Several lists of names count as one, in their order.
pub(super) struct KeySeed<'a>(pub(super) &'a [&'static [&'static str]]);

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = FieldKey;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<FieldKey, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed<'_> {
    type Value = FieldKey;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field name")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<FieldKey, E> {
        Ok(match self.0.iter().copied().flatten().position(|known| *known == name) {
            Some(index) => FieldKey::Known(index),
            None => FieldKey::Unknown(name.to_owned()),
        })
    }
}

/// Reads one value into its place; a second value for the same field is an error. One that says nothing (`country: ""`)
/// is absent, as it is once it is written; `Some(…)` around a value and `None` for none are read at every field, since
/// other programs write optional ones so.
pub(super) fn take_known<'de, A: MapAccess<'de>, T: Deserialize<'de> + ToNode + Default>(
    map: &mut A,
    seen: &mut u64,
    index: usize,
    name: &'static str,
    place: &mut T,
) -> Result<(), A::Error> {
    let bit = 1_u64 << index;
    if *seen & bit != 0 {
        return Err(de::Error::duplicate_field(name));
    }
    *seen |= bit;
    let value: Option<T> = map.next_value()?;
    *place = value.filter(|value| !value.is_absent()).unwrap_or_default();
    place.give_back_room();
    Ok(())
}

/// Declares a struct of the format: its fields once, with what each means.
///
/// `required` and `optional` say what the check of required fields asks for; reading takes a record without a required
/// field too, so that a half-written file still opens.
macro_rules! format_struct {
    (
        $(#[$struct_meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* $need:ident $field:ident: $ty:ty, )*
        }
    ) => {
        $(#[$struct_meta])*
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct $name {
            $( $(#[$field_meta])* pub $field: $ty, )*
            /// Fields that the model does not know, kept as text.
            pub unknown: $crate::model::UnknownFields,
        }

        impl $crate::model::fields::FieldNames for $name {
            const NAME: &'static str = stringify!($name);
            const FIELDS: &'static [&'static str] = &[ $( stringify!($field), )* ];
            const REQUIRED: &'static [&'static str] = $crate::model::fields::required_names!([] $( $need $field )*);
        }

        impl $crate::model::fields::NodeFields for $name {
            fn take_field<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                index: usize,
                seen: &mut u64,
                map: &mut A,
            ) -> Result<(), A::Error> {
                use $crate::model::fields::{FieldNames, take_known};
                let Some(&name) = Self::FIELDS.get(index) else { return Ok(()) };
                match name {
                    $( stringify!($field) => take_known(map, seen, index, name, &mut self.$field), )*
                    _ => Ok(()),
                }
            }

            fn keep_unknown(&mut self, field: $crate::model::UnknownField) {
                self.unknown.push(field);
            }

            fn field_node(&self, name: &str) -> Option<$crate::model::Node> {
                match name {
                    $( stringify!($field) => $crate::model::node::ToNode::to_node(&self.$field), )*
                    _ => None,
                }
            }

            fn take_field_of(&mut self, other: &Self, name: &str) {
                match name {
                    $( stringify!($field) => self.$field.clone_from(&other.$field), )*
                    _ => {}
                }
            }

            fn unknown_fields(&self) -> &[$crate::model::UnknownField] {
                &self.unknown
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use $crate::model::fields::{FieldNames, StructVisitor};
                deserializer.deserialize_struct(Self::NAME, Self::FIELDS, StructVisitor::<Self>::new())
            }
        }

        impl $crate::model::node::ToNode for $name {
            fn to_node(&self) -> Option<$crate::model::Node> {
                Some($crate::model::Node::Struct($crate::model::fields::NodeFields::field_nodes(self)))
            }
        }
    };
}

/// The names marked `required` out of a list of fields.
macro_rules! required_names {
    ([$($name:expr),*]) => { &[$($name),*] };
    ([$($name:expr),*] required $field:ident $($rest:tt)*) => {
        $crate::model::fields::required_names!([$($name,)* stringify!($field)] $($rest)*)
    };
    ([$($name:expr),*] optional $field:ident $($rest:tt)*) => {
        $crate::model::fields::required_names!([$($name),*] $($rest)*)
    };
}

pub(crate) use {format_struct, required_names};
