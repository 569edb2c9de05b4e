//! What a file brings, in one step: new records, and what its rows add to records that are there.

use super::field::known_before;
use super::insert_all::insert_all;
use super::merge_records::{MergeChoice, merged_record, with_conflicts};
use super::plan::{Change, replacement};
use super::refusal::Refusal;
use crate::edit::step::{Edit, apply_all};
use crate::index::{Index, Reader};
use crate::model::{AnyRecord, Key};

/// Puts new records at the ends of their lists as [`insert_all`] does, and adds others of their kinds to records that are
/// there, as if those had been entered twice: what a record says stays, what it does not say yet is filled, lists and notes
/// are joined, and a value that is not taken becomes an open conflict. What is added may name the new records. Gives back
/// the keys that the new ones will have.
///
/// # Errors
/// As [`insert_all`], and where a record that is to be added to is gone, or of a kind that is not merged.
pub fn bring_in(
    reader: &Reader,
    label: String,
    new: &[AnyRecord],
    additions: &[(Key, AnyRecord)],
) -> Result<(Change, Vec<Key>), Refusal> {
    let (mut change, keys) = insert_all(reader, label, new)?;
    if additions.is_empty() {
        return Ok((change, keys));
    }
    let choice = MergeChoice { keeps_others: true, ..MergeChoice::default() };
    let mut briefing = reader.briefing.clone();
    apply_all(&change.edits, &mut briefing).ok_or(Refusal::Gone)?;
    let mut index = Index::build(&briefing);
    for (key, addition) in additions {
        let reader = Reader::new(&briefing, &index);
        let own = reader.record(*key).ok_or(Refusal::Gone)?;
        let merged = merged_record(&own, addition, &choice)?;
        known_before(&reader, &own, &merged, &std::collections::HashSet::new())?;
        let edits = replacement(*key, &own, merged).into_iter().collect();
        let step = Change { label: String::new(), edits, focus: None };
        let step = with_conflicts(&reader, *key, (&own, addition), &choice, step)?;
        apply_all(&step.edits, &mut briefing).ok_or(Refusal::Gone)?;
        // Ids and places are as they were, unless a conflict came.
        if step.edits.iter().any(|edit| matches!(edit, Edit::Insert { .. })) {
            index = Index::build(&briefing);
        }
        change = change.and(step);
    }
    if keys.is_empty() {
        change.focus = additions.first().map(|(key, _)| (*key, "when"));
    }
    Ok((change, keys))
}
