//! A date as the file has it: EDTF, the source's own words for it, and what it rests on.

use std::fmt;

use serde::Deserialize;
use serde::de::{self, EnumAccess, MapAccess, VariantAccess, Visitor};

use super::edtf::{ParsedDate, parse_edtf};
use super::edtf_text::{Expression, is_season};
use super::fields::{FieldNames, NodeFields, StructVisitor, format_struct};
use super::node::ToNode;
use super::words::BareWord;
use super::{DateBounds, EdtfError, Id, Node, Period, Precision};

format_struct! {
    /// A date that lies a period away from another.
    pub struct Relative {
        /// The record that the period is counted from; for a visit its start.
        required to: Id,
        /// The period from there, ISO 8601: `-P1M` is one month before.
        required offset: String,
        /// How far the date may lie off on either side, ISO 8601.
        optional slack: String,
    }
}

format_struct! {
    /// A state that has lasted at least so long.
    pub struct AtLeast {
        /// The record at whose date it had lasted so long.
        required since: Id,
        /// How long at least, ISO 8601.
        required span: String,
    }
}

/// What a date rests on.
#[derive(Debug, Clone, PartialEq)]
pub enum Basis {
    /// The source says it whole.
    Stated,
    /// The source leaves out the year; it is that of publication.
    YearFromPublication,
    /// The source leaves out the year; it is the nearest one before the date of a record.
    NearestPast(Id),
    /// The source leaves out the year; it is the nearest one after the date of a record: what was planned then.
    NearestFuture(Id),
    /// A period away from another record.
    Relative(Box<Relative>),
    /// On or before the date of another record.
    OnOrBefore(Id),
    /// A state that had lasted at least so long.
    AtLeast(Box<AtLeast>),
    /// The analyst says so, for a reason.
    Analyst(String),
}

impl Basis {
    /// The words that the file may have.
    pub const WORDS: &'static [&'static str] = &[
        "Stated",
        "YearFromPublication",
        "NearestPast",
        "NearestFuture",
        "Relative",
        "OnOrBefore",
        "AtLeast",
        "Analyst",
    ];

    /// The word of this one.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Stated => "Stated",
            Self::YearFromPublication => "YearFromPublication",
            Self::NearestPast(_) => "NearestPast",
            Self::NearestFuture(_) => "NearestFuture",
            Self::Relative(_) => "Relative",
            Self::OnOrBefore(_) => "OnOrBefore",
            Self::AtLeast(_) => "AtLeast",
            Self::Analyst(_) => "Analyst",
        }
    }

    /// The record that the date hangs on.
    #[must_use]
    pub fn anchor(&self) -> Option<&Id> {
        match self {
            Self::NearestPast(id) | Self::NearestFuture(id) | Self::OnOrBefore(id) => Some(id),
            Self::Relative(relative) => Some(&relative.to),
            Self::AtLeast(at_least) => Some(&at_least.since),
            Self::Stated | Self::YearFromPublication | Self::Analyst(_) => None,
        }
    }

    /// Whether the source left out the year.
    #[must_use]
    pub fn infers_year(&self) -> bool {
        matches!(self, Self::YearFromPublication | Self::NearestPast(_) | Self::NearestFuture(_))
    }
}

impl ToNode for Basis {
    fn to_node(&self) -> Option<Node> {
        let wrapped =
            |word: &'static str, text: &str| Node::Wrapped(word.into(), Box::new(Node::Text(text.to_owned())));
        Some(match self {
            Self::Stated | Self::YearFromPublication => Node::Word(self.word().into()),
            Self::NearestPast(id) | Self::NearestFuture(id) | Self::OnOrBefore(id) => wrapped(self.word(), id.as_str()),
            Self::Relative(relative) => Node::Variant(self.word().into(), relative.field_nodes()),
            Self::AtLeast(at_least) => Node::Variant(self.word().into(), at_least.field_nodes()),
            Self::Analyst(why) => wrapped(self.word(), why),
        })
    }
}

impl<'de> Deserialize<'de> for Basis {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum("Basis", Self::WORDS, BasisVisitor)
    }
}

struct BasisVisitor;

impl<'de> Visitor<'de> for BasisVisitor {
    type Value = Basis;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "one of {}", Basis::WORDS.join(", "))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Basis, A::Error> {
        let (BareWord(word), content) = access.variant()?;
        match word.as_str() {
            "Stated" => content.unit_variant().map(|()| Basis::Stated),
            "YearFromPublication" => content.unit_variant().map(|()| Basis::YearFromPublication),
            "NearestPast" => content.newtype_variant().map(Basis::NearestPast),
            "NearestFuture" => content.newtype_variant().map(Basis::NearestFuture),
            "OnOrBefore" => content.newtype_variant().map(Basis::OnOrBefore),
            "Analyst" => content.newtype_variant().map(Basis::Analyst),
            "Relative" => {
                content.struct_variant(Relative::FIELDS, StructVisitor::new()).map(Box::new).map(Basis::Relative)
            }
            "AtLeast" => {
                content.struct_variant(AtLeast::FIELDS, StructVisitor::new()).map(Box::new).map(Basis::AtLeast)
            }
            _ => Err(de::Error::unknown_variant(&word, Basis::WORDS)),
        }
    }
}

format_struct! {
    /// A date with what it rests on.
    pub struct WhenLong {
        /// The date, in EDTF (ISO 8601-2:2019, Annex A).
        required edtf: String,
        /// The source's own words for it.
        optional said: String,
        /// What it rests on.
        optional basis: Option<Basis>,
    }
}

/// A date with doubt. Read once, when it is made; a text that is no EDTF is kept, and its date unbounded.
///
/// Kept apart from the record that it is of: most fields for a date are empty.
#[derive(Debug, Clone, PartialEq)]
pub struct When(Box<Dated>);

#[derive(Debug, Clone, PartialEq)]
struct Dated {
    long: WhenLong,
    short: bool,
    parsed: Result<ParsedDate, EdtfError>,
}

impl When {
    /// A date from EDTF alone.
    #[must_use]
    pub fn from_edtf(edtf: &str) -> Self {
        Self::new(WhenLong { edtf: edtf.to_owned(), ..WhenLong::default() }, true)
    }

    /// A date with the words and the basis that it has; `short` says that the file writes the EDTF text alone.
    #[must_use]
    pub fn new(long: WhenLong, short: bool) -> Self {
        let parsed = parse_edtf(&long.edtf);
        let short = short && long.said.is_empty() && long.basis.is_none() && long.unknown.is_empty();
        Self(Box::new(Dated { long, short, parsed }))
    }

    /// What the file says.
    #[must_use]
    pub fn long(&self) -> &WhenLong {
        &self.0.long
    }

    /// The EDTF text.
    #[must_use]
    pub fn edtf(&self) -> &str {
        &self.0.long.edtf
    }

    /// The source's own words for it, empty where none are kept.
    #[must_use]
    pub fn said(&self) -> &str {
        &self.0.long.said
    }

    /// What it rests on.
    #[must_use]
    pub fn basis(&self) -> Option<&Basis> {
        self.0.long.basis.as_ref()
    }

    /// The date as read.
    ///
    /// # Errors
    /// Where the text is no EDTF.
    pub fn parsed(&self) -> Result<&ParsedDate, &EdtfError> {
        self.0.parsed.as_ref()
    }

    /// Its four corners; all open where the text is no EDTF. An inferred year makes both ends qualified.
    #[must_use]
    pub fn bounds(&self) -> DateBounds {
        let mut bounds = self.0.parsed.as_ref().map(|parsed| parsed.bounds).unwrap_or_default();
        let is_inferred = self.basis().is_some_and(Basis::infers_year);
        bounds.start_qualified |= is_inferred;
        // An open end is no date of which the year could be wrong.
        bounds.end_qualified |= is_inferred && bounds.end_latest.is_some();
        bounds
    }

    /// Whether it is written with a season, whose months are a convention (ISO 8601-2:2019, 4.8).
    #[must_use]
    pub fn names_a_season(&self) -> bool {
        Expression::read(&self.0.long.edtf).is_ok_and(|expression| expression.dates().any(is_season))
    }

    /// How finely its start is known by its form; the coarsest where the text is no EDTF.
    #[must_use]
    pub fn precision(&self) -> Precision {
        self.0.parsed.as_ref().map_or(Precision::Years, ParsedDate::start_precision)
    }

    /// The slack of a relative date, where it has one.
    #[must_use]
    pub fn slack(&self) -> Option<Period> {
        match self.basis() {
            Some(Basis::Relative(relative)) => Period::parse(&relative.slack).ok(),
            _ => None,
        }
    }
}

impl Default for When {
    fn default() -> Self {
        Self::from_edtf("")
    }
}

impl ToNode for When {
    fn to_node(&self) -> Option<Node> {
        if self.0.short { Some(Node::Text(self.edtf().to_owned())) } else { self.long().to_node() }
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WhenVisitor)
    }
}

struct WhenVisitor;

impl<'de> Visitor<'de> for WhenVisitor {
    type Value = When;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date: \"2024-10-14\" or (edtf: \"2024-10-14\", said: \"…\", basis: …)")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<When, E> {
        Ok(When::from_edtf(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<When, A::Error> {
        Ok(When::new(WhenLong::from_map(map)?, false))
    }
}
