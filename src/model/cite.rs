//! Where in a source something stands: a cite, short (`"rferl#3"`) or long.

use std::fmt;

use serde::Deserialize;
use serde::de::{self, MapAccess, Visitor};

use super::fields::{FieldNames, NodeFields, format_struct};
use super::node::ToNode;
use super::{Id, Node};

format_struct! {
    /// A cite with all that can be said of it. `exact`, `prefix` and `suffix` are those of the W3C Web Annotation
    /// Data Model's `TextQuoteSelector` (section 4.2.4).
    pub struct CiteLong {
        /// The source.
        required source: Id,
        /// The paragraph: 0 the headline, 1 the caption, then in order. Absent: the source as a whole.
        optional para: Option<u32>,
        /// The words meant, as they stand in the source.
        optional exact: String,
        /// The words right before them, where they stand more than once.
        optional prefix: String,
        /// The words right after them.
        optional suffix: String,
        /// Credibility of this item, 1 (confirmed) to 6 (cannot be judged), as in the Admiralty code.
        optional credibility: Option<u8>,
    }
}

/// A place in a source. Short and long forms are one type; which form the file used is kept.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cite {
    /// What the cite says.
    pub long: CiteLong,
    /// Whether the file wrote the short form, `"source#paragraph"` or `"source"`.
    pub short: bool,
}

impl Cite {
    /// The cite that `"source#paragraph"` or `"source"` means.
    ///
    /// A text after `#` that is no number makes it a cite of an odd source, which the checks report.
    #[must_use]
    pub fn parse_short(text: &str) -> Self {
        let (source, para) = match text.rsplit_once('#') {
            Some((source, number)) if is_paragraph(number) => (source, number.parse().ok()),
            _ => (text, None),
        };
        Self { long: CiteLong { source: Id::from(source), para, ..CiteLong::default() }, short: true }
    }

    /// The cite of a paragraph.
    #[must_use]
    pub fn of_paragraph(source: Id, para: u32) -> Self {
        Self { long: CiteLong { source, para: Some(para), ..CiteLong::default() }, short: true }
    }

    /// The source cited.
    #[must_use]
    pub fn source(&self) -> &Id {
        &self.long.source
    }

    /// The paragraph cited.
    #[must_use]
    pub fn para(&self) -> Option<u32> {
        self.long.para
    }

    /// The short form of it, without quote and credibility.
    #[must_use]
    pub fn to_short(&self) -> String {
        match self.long.para {
            Some(para) => format!("{}#{para}", self.long.source),
            None => self.long.source.to_string(),
        }
    }
}

/// Only the usual spelling of a number, so that writing it back gives the same text.
fn is_paragraph(text: &str) -> bool {
    text.parse::<u32>().is_ok_and(|number| number.to_string() == text)
}

impl ToNode for Cite {
    fn to_node(&self) -> Option<Node> {
        if self.short { Some(Node::Text(self.to_short())) } else { self.long.to_node() }
    }
}

impl<'de> Deserialize<'de> for Cite {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CiteVisitor)
    }
}

struct CiteVisitor;

impl<'de> Visitor<'de> for CiteVisitor {
    type Value = Cite;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a cite: \"source#paragraph\" or ({}: …, …)", CiteLong::FIELDS[0])
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Cite, E> {
        Ok(Cite::parse_short(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Cite, A::Error> {
        Ok(Cite { long: CiteLong::from_map(map)?, short: false })
    }
}
