//! Which records a change may have touched.

use crate::model::Key;
use std::collections::HashSet;

/// Which records a change may have touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reach {
    /// So many, or in such a way, that all are looked at again.
    Everything,
    /// These, some of which may be gone.
    Records(HashSet<Key>),
}
