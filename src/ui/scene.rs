//! What a view looks at: the open briefing, what passes the filter, what is selected.

use crate::document::Document;
use crate::index::Reader;
use crate::model::Key;
use crate::present::{Filter, Shown};

use super::Request;

/// What a view looks at, and where it leaves what it asks for.
pub struct Scene<'a> {
    /// The open briefing.
    pub document: &'a Document,
    /// For asking about names, roles and links.
    pub reader: Reader<'a>,
    /// The filter of all tabs.
    pub filter: &'a Filter,
    /// What passes it.
    pub shown: &'a Shown,
    /// The selected record.
    pub selected: Option<Key>,
    /// A number that changes whenever the briefing or the filter does; for views that keep what they have worked out.
    pub revision: u64,
    /// What views ask for, carried out after the frame.
    pub requests: Vec<Request>,
}

impl Scene<'_> {
    /// Asks for something.
    pub fn ask(&mut self, request: Request) {
        self.requests.push(request);
    }

    /// Whether a record is the selected one.
    #[must_use]
    pub fn is_selected(&self, key: Key) -> bool {
        self.selected == Some(key)
    }
}

/// What was worked out for one state of things, and worked out again only when that changes.
#[derive(Debug)]
pub struct Kept<K, V> {
    state: Option<(K, V)>,
}

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self { state: None }
    }
}

impl<K: PartialEq, V> Kept<K, V> {
    /// The value for `key`; `make` makes it where the key is not that of the last time.
    pub fn get(&mut self, key: K, make: impl FnOnce() -> V) -> &V {
        let stale = self.state.take().filter(|(known, _)| *known == key);
        &self.state.insert(stale.unwrap_or_else(|| (key, make()))).1
    }
}
