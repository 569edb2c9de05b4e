//! What a view looks at: the open briefing, what passes the filter, what is selected.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::document::Document;
use crate::index::Reader;
use crate::model::Key;
use crate::present::{Chosen, Filter, Shown};

use super::{Command, Request};

/// What a view looks at, and where it leaves what it asks for.
pub struct Scene<'a> {
    /// The open briefing.
    pub document: &'a Arc<Document>,
    /// For asking about names, roles and links.
    pub reader: Reader<'a>,
    /// The filter of all tabs.
    pub filter: &'a Filter,
    /// What passes it.
    pub shown: &'a Arc<Shown>,
    /// The selected record.
    pub selected: Option<Key>,
    /// The rows of a table that are selected together; none where one record alone is.
    pub chosen: &'a Arc<Chosen>,
    /// What a person asked of the table that is shown.
    pub asked_of_table: Option<Command>,
    /// Whether a table was shown in this frame.
    pub has_table: bool,
    /// The field, or the paragraph of a source, that something pointed at.
    pub pointed_field: Option<&'a (Key, String)>,
    /// A number that changes whenever the briefing or the filter does; for views that keep what they have worked out.
    pub revision: u64,
    /// Whether the briefing may be changed.
    pub is_editing: bool,
    /// The record other than a source that was looked at last.
    pub last_other: Option<Key>,
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

/// What was worked out for single records of one revision, each when it was first asked for.
#[derive(Debug)]
pub struct KeptEach<V> {
    revision: u64,
    values: RefCell<HashMap<Key, Rc<V>>>,
}

/// So many values are kept; then all are let go.
const MOST_KEPT: usize = 1_000;

impl<V> Default for KeptEach<V> {
    fn default() -> Self {
        Self { revision: 0, values: RefCell::default() }
    }
}

impl<V> KeptEach<V> {
    /// Lets go what belongs to another revision.
    pub fn begin(&mut self, revision: u64) {
        if self.revision != revision {
            self.revision = revision;
            self.values.get_mut().clear();
        }
    }

    /// Lets go all.
    pub fn clear(&mut self) {
        self.values.get_mut().clear();
    }

    /// The value for a record; `make` makes it where it is not kept.
    pub fn get(&self, key: Key, make: impl FnOnce() -> V) -> Rc<V> {
        if let Some(value) = self.values.borrow().get(&key) {
            return Rc::clone(value);
        }
        let value = Rc::new(make());
        let mut values = self.values.borrow_mut();
        if values.len() >= MOST_KEPT {
            values.clear();
        }
        values.insert(key, Rc::clone(&value));
        value
    }
}

impl<K: PartialEq, V> Kept<K, V> {
    /// The value for `key`; `make` makes it where the key is not that of the last time.
    pub fn get(&mut self, key: K, make: impl FnOnce() -> V) -> &V {
        self.get_mut(key, make)
    }

    /// The same, to be improved on.
    pub fn get_mut(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let known = self.state.take().filter(|(known, _)| *known == key);
        &mut self.state.insert(known.unwrap_or_else(|| (key, make()))).1
    }
}
