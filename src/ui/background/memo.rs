//! What is worked out once, and again only when what it follows from changes.

use crate::model::Key;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

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
pub(super) const MOST_KEPT: usize = 1_000;

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
