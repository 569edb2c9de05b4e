//! Records that are likely one, entered twice. Each finding names the others, so that two of them can be merged or told
//! apart.

mod actors;
mod sources;
mod visits;

pub(in crate::check) use actors::{POSSIBLE_DOUBLE, SAME_NAME};
pub(in crate::check) use sources::SAME_SOURCE;
pub(in crate::check) use visits::TWIN_VISITS;

use crate::model::Id;

/// So many that may be one with a record are named.
const MOST_NAMED: usize = 8;
const MERGE_OR_WAIVE: &str = "Merge them, or say that they are two by a waiver for just these";

/// The rules whose findings are about records that may be one.
pub(in crate::check) const ABOUT_DOUBLES: [&str; 4] =
    [SAME_NAME.id, POSSIBLE_DOUBLE.id, TWIN_VISITS.id, SAME_SOURCE.id];

fn listed(ids: &[Id]) -> String {
    ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}
