//! The rows of a table in their order, and where each record stands among them.

use std::collections::HashMap;

use crate::model::Key;

/// The rows of a table in their order, and where each record stands among them.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    keys: Vec<Key>,
    places: HashMap<Key, usize>,
}

impl Rows {
    /// Rows in this order; a key stands in one row.
    #[must_use]
    pub fn new(keys: Vec<Key>) -> Self {
        let places = keys.iter().enumerate().map(|(row, key)| (*key, row)).collect();
        Self { keys, places }
    }

    /// The records, top to bottom.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The record of a row, counted from 0.
    #[must_use]
    pub fn key_at(&self, row: usize) -> Option<Key> {
        self.keys.get(row).copied()
    }

    /// The row in which a record stands.
    #[must_use]
    pub fn row_of(&self, key: Key) -> Option<usize> {
        self.places.get(&key).copied()
    }

    /// Whether a record has a row.
    #[must_use]
    pub fn has(&self, key: Key) -> bool {
        self.places.contains_key(&key)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
}
