//! Which record of one copy is which of another.

use std::collections::HashMap;

use crate::model::Key;

/// The keys of a merged briefing's records in the copies that it was made of. Ours has the same.
#[derive(Debug, Clone, Default)]
pub struct KeysMet {
    /// In the base.
    pub base: HashMap<Key, Key>,
    /// In theirs.
    pub theirs: HashMap<Key, Key>,
}
