//! What holds between actors.

use serde::Deserialize;
use serde::de::{self, EnumAccess, VariantAccess, Visitor};

use super::node::ToNode;
use super::record::record;
use super::words::BareWord;
use super::{Id, Node, When};

/// What kind of relation it is (after STIX relationship objects).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RelationKind {
    /// A partnership of states.
    Partnership,
    /// Parties working together.
    PartyCooperation,
    /// The most important partner.
    PrimaryPartner,
    /// One belongs to the other.
    Membership,
    /// One owns the other.
    Ownership,
    /// An alliance.
    Alliance,
    /// A dispute.
    Dispute,
    /// One takes part in the other.
    Participation,
    /// Another, in the author's words.
    Other(String),
}

impl RelationKind {
    /// The words that the file may have.
    pub const WORDS: &'static [&'static str] = &[
        "Partnership",
        "PartyCooperation",
        "PrimaryPartner",
        "Membership",
        "Ownership",
        "Alliance",
        "Dispute",
        "Participation",
        "Other",
    ];

    /// The kinds without the author's own words, in the order of [`Self::WORDS`].
    pub const PLAIN: &'static [Self] = &[
        Self::Partnership,
        Self::PartyCooperation,
        Self::PrimaryPartner,
        Self::Membership,
        Self::Ownership,
        Self::Alliance,
        Self::Dispute,
        Self::Participation,
    ];

    /// The words for the screen.
    #[must_use]
    pub fn label(&self) -> &str {
        match self {
            Self::Partnership => "Partnership",
            Self::PartyCooperation => "Party cooperation",
            Self::PrimaryPartner => "Primary partner",
            Self::Membership => "Membership",
            Self::Ownership => "Ownership",
            Self::Alliance => "Alliance",
            Self::Dispute => "Dispute",
            Self::Participation => "Participation",
            Self::Other(words) => words,
        }
    }
}

impl ToNode for RelationKind {
    fn to_node(&self) -> Option<Node> {
        if let Self::Other(words) = self {
            return Some(Node::Wrapped("Other".into(), Box::new(Node::Text(words.clone()))));
        }
        let index = Self::PLAIN.iter().position(|kind| kind == self)?;
        Some(Node::Word((*Self::WORDS.get(index)?).into()))
    }
}

impl<'de> Deserialize<'de> for RelationKind {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum("RelationKind", Self::WORDS, KindVisitor)
    }
}

struct KindVisitor;

impl<'de> Visitor<'de> for KindVisitor {
    type Value = RelationKind;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "one of {}", RelationKind::WORDS.join(", "))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<RelationKind, A::Error> {
        let (BareWord(word), content) = access.variant()?;
        if word == "Other" {
            return content.newtype_variant().map(RelationKind::Other);
        }
        let index = RelationKind::WORDS.iter().position(|known| *known == word);
        let kind = index.and_then(|index| RelationKind::PLAIN.get(index));
        let kind = kind.ok_or_else(|| de::Error::unknown_variant(&word, RelationKind::WORDS))?;
        content.unit_variant()?;
        Ok(kind.clone())
    }
}

record! {
    /// What holds between actors.
    pub struct Relation {
        /// What kind it is.
        required kind: Option<RelationKind>,
        /// Between whom; in a directed relation from the first to the others.
        required between: Vec<Id>,
        /// Whether it runs one way.
        optional directed: Option<bool>,
        /// How far it reaches.
        optional scope: String,
        /// Whom the first of the actors has replaced in it.
        optional replaces: Option<Id>,
        /// When it held.
        optional valid: Option<When>,
        /// The statement that asserts it.
        optional asserted_by: Option<Id>,
    }
}
