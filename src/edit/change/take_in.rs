//! New records and changed ones in one step, the changed ones naming the new.

use std::collections::HashSet;

use super::field::known_before;
use super::insert_all::insert_all;
use super::plan::{Change, replacement};
use super::refusal::Refusal;
use crate::edit::value::record_of;
use crate::index::Reader;
use crate::model::{AnyRecord, Id, Key};

/// Puts new records at the ends of their lists and other content into records that are there, in one step of this name.
/// The new ones may name each other by the ids that they have, which have to be free, and the others may name them.
/// Gives back the keys that the new ones will have.
///
/// # Errors
/// Where one of them names a record that is neither there nor among them, or would take another's id.
pub fn take_in(
    reader: &Reader,
    label: String,
    new: &[AnyRecord],
    changed: &[(Key, AnyRecord)],
) -> Result<(Change, Vec<Key>), Refusal> {
    if let Some(taken) = new.iter().find(|record| reader.index.key_of(record.id()).is_some()) {
        return Err(Refusal::IdTaken(taken.id().to_string()));
    }
    let among: HashSet<Id> = new.iter().map(|record| record.id().clone()).collect();
    let (mut change, keys) = insert_all(reader, label, new)?;
    for (key, after) in changed {
        let before = reader.record(*key).ok_or(Refusal::Gone)?;
        if before.id() != after.id() || before.kind() != after.kind() {
            return Err(Refusal::BadId(after.id().to_string()));
        }
        known_before(reader, &before, after, &among)?;
        // What a file could not hold is not put in.
        record_of(after.kind(), after.field_nodes()).map_err(Refusal::BadValue)?;
        change.edits.extend(replacement(*key, &before, after.clone()));
        change.focus = Some((*key, "id"));
    }
    Ok((change, keys))
}
