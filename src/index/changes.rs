//! What differs between two revisions.

use crate::model::Key;
use std::collections::HashSet;

/// What differs between two revisions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The records that came, went or became another.
    pub keys: HashSet<Key>,
    /// Some records stand in another order.
    pub is_reordered: bool,
}
