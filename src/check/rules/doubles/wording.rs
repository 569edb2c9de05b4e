//! What findings about records that may be one say alike.

use crate::model::Id;

/// So many that may be one with a record are named.
pub(super) const MOST_NAMED: usize = 8;
pub(super) const MERGE_OR_WAIVE: &str = "Merge them, or say that they are two by a waiver for just these";

pub(super) fn listed(ids: &[Id]) -> String {
    ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}
