//! Names of records in a file, and places.

use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, de};

use super::Node;
use super::node::ToNode;

/// The name by which records of a file refer to each other, meant to match `[a-z][a-z0-9-]*`.
///
/// Whatever text stands in the file is kept; [`Id::is_well_formed`] says whether it is a good one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// The text of the id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing stands in its place.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the id matches `[a-z][a-z0-9-]*`.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        let mut bytes = self.0.bytes();
        bytes.next().is_some_and(|b| b.is_ascii_lowercase())
            && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    }
}

impl Default for Id {
    fn default() -> Self {
        NOTHING.with(|nothing| Self(Arc::clone(nothing)))
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        READ.with_borrow_mut(|read| {
            let Some(read) = read else { return Self(Arc::from(text)) };
            if let Some(known) = read.get(text) {
                return Self(Arc::clone(known));
            }
            let new: Arc<str> = Arc::from(text);
            read.insert(Arc::clone(&new));
            Self(new)
        })
    }
}

thread_local! {
    /// The ids that were read on this thread since [`sharing_ids`] began.
    static READ: RefCell<Option<HashSet<Arc<str>>>> = const { RefCell::new(None) };

    /// The text of ids that say nothing, of which every record has some before it is read.
    static NOTHING: Arc<str> = Arc::from("");
}

/// Reads something whose ids share their texts: a file names most of them many times.
pub fn sharing_ids<T>(read: impl FnOnce() -> T) -> T {
    let before = READ.replace(Some(HashSet::new()));
    let done = read();
    READ.set(before);
    done
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(IdVisitor)
    }
}

struct IdVisitor;

impl de::Visitor<'_> for IdVisitor {
    type Value = Id;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Id, E> {
        Ok(Id::from(text))
    }
}

impl ToNode for Id {
    fn to_node(&self) -> Option<Node> {
        (!self.is_empty()).then(|| Node::Text(self.0.to_string()))
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// Where a visit goes or a role holds: an actor (a country or a region) or an ISO 3166-1/-2 code such as `CN-SD`.
///
/// A code is upper case and so never mistaken for an id.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place(Id);

impl Place {
    /// The text as it stands in the file.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Whether nothing stands in its place.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The actor that the place names, unless it is an ISO code.
    #[must_use]
    pub fn actor(&self) -> Option<&Id> {
        (!self.0.is_empty() && !self.starts_upper()).then_some(&self.0)
    }

    /// The ISO 3166 code that the place gives, unless it is an actor.
    #[must_use]
    pub fn iso_code(&self) -> Option<&str> {
        self.starts_upper().then(|| self.0.as_str())
    }

    fn starts_upper(&self) -> bool {
        self.0.as_str().starts_with(|c: char| c.is_ascii_uppercase())
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl From<&str> for Place {
    fn from(text: &str) -> Self {
        Self(Id::from(text))
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Id::deserialize(deserializer).map(Self)
    }
}

impl ToNode for Place {
    fn to_node(&self) -> Option<Node> {
        self.0.to_node()
    }

    fn is_absent(&self) -> bool {
        self.0.is_absent()
    }
}
