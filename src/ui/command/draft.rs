//! What was typed into a field.

use crate::model::{AnyRecord, Key, Node};

/// What was typed and is no step yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The record; none for the header.
    pub key: Option<Key>,
    /// Its field.
    pub field: &'static str,
    /// What it should be.
    pub value: Option<Node>,
    /// A record to make first.
    pub creates: Option<AnyRecord>,
}
