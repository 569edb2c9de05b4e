//! Who may see it: the Traffic Light Protocol 2.0 (FIRST, August 2022) and house markings ranked by it.

use std::fmt;

use serde::Deserialize;
use serde::de::{self, EnumAccess, VariantAccess, Visitor};

use super::Node;
use super::fields::{FieldNames, NodeFields, StructVisitor, format_struct};
use super::node::ToNode;
use super::words::{BareWord, words};

words! {
    /// The levels of TLP 2.0, the least strict first.
    pub enum TlpLevel {
        /// May be shared without limit.
        Clear = "TLP:CLEAR",
        /// May be shared within the community.
        Green = "TLP:GREEN",
        /// May be shared with the recipient's organisation and its clients.
        Amber = "TLP:AMBER",
        /// May be shared with the recipient's organisation only.
        AmberStrict = "TLP:AMBER+STRICT",
        /// For the eyes of the recipients only.
        Red = "TLP:RED",
    }
}

format_struct! {
    /// A house's own marking.
    pub struct CustomMarking {
        /// The words of the house.
        required label: String,
        /// The level it ranks with.
        required like: Option<TlpLevel>,
    }
}

/// A marking: a TLP level, or a house's own words ranked like one.
#[derive(Debug, Clone, PartialEq)]
pub enum Marking {
    /// A level of TLP 2.0.
    Tlp(TlpLevel),
    /// `Custom(label: …, like: …)`.
    Custom(Box<CustomMarking>),
}

impl Marking {
    const WORDS: &'static [&'static str] = &["Clear", "Green", "Amber", "AmberStrict", "Red", "Custom"];

    /// The level that decides who may see it; a house marking that names none ranks with the strictest.
    #[must_use]
    pub fn level(&self) -> TlpLevel {
        match self {
            Self::Tlp(level) => *level,
            Self::Custom(custom) => custom.like.unwrap_or(TlpLevel::Red),
        }
    }

    /// The words to print.
    #[must_use]
    pub fn label(&self) -> &str {
        match self {
            Self::Tlp(level) => level.label(),
            Self::Custom(custom) => &custom.label,
        }
    }
}

impl ToNode for Marking {
    fn to_node(&self) -> Option<Node> {
        match self {
            Self::Tlp(level) => level.to_node(),
            Self::Custom(custom) => Some(Node::Variant("Custom".into(), custom.field_nodes())),
        }
    }
}

impl<'de> Deserialize<'de> for Marking {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum("Marking", Self::WORDS, MarkingVisitor)
    }
}

struct MarkingVisitor;

impl<'de> Visitor<'de> for MarkingVisitor {
    type Value = Marking;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "one of {}", Marking::WORDS.join(", "))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Marking, A::Error> {
        let (BareWord(word), content) = access.variant()?;
        if word == "Custom" {
            let custom = content.struct_variant(CustomMarking::FIELDS, StructVisitor::new())?;
            return Ok(Marking::Custom(Box::new(custom)));
        }
        let level = TlpLevel::ALL.iter().find(|level| level.word() == word);
        let level = *level.ok_or_else(|| de::Error::unknown_variant(&word, Marking::WORDS))?;
        content.unit_variant()?;
        Ok(Marking::Tlp(level))
    }
}
