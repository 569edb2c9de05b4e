//! The briefing that a merge came to, as one step.

use super::plan::Change;
use crate::edit::between::edits_between;
use crate::edit::step::Edit;
use crate::index::Reader;
use crate::model::Briefing;

/// Makes the briefing say what another does that grew from it: records that both have share their keys.
#[must_use]
pub fn become_merged(reader: &Reader, merged: &Briefing, label: String) -> Change {
    let edits = edits_between(reader.briefing, merged);
    let focus = edits.iter().find_map(|edit| match edit {
        Edit::Insert { key, .. } | Edit::Replace { key, .. } => Some((*key, "id")),
        _ => None,
    });
    Change { label, edits, focus }
}
