//! Other places for records in their list.

use std::collections::HashSet;

use super::plan::Change;
use super::refusal::Refusal;
use crate::edit::step::{Edit, apply_all};
use crate::index::Reader;
use crate::model::{Key, RecordKind};

/// Moves a record so that it stands at a position of its list, counted without it.
///
/// # Errors
/// Where it is no longer there.
pub fn reorder(reader: &Reader, key: Key, index: usize) -> Result<Change, Refusal> {
    let (kind, now) = reader.briefing.locate(key).ok_or(Refusal::Gone)?;
    let record = reader.record(key).ok_or(Refusal::Gone)?;
    let index = index.min(reader.briefing.count(kind).saturating_sub(1));
    let mut slot = reader.briefing.slot(kind, if index > now { index + 1 } else { index });
    slot.index = index;
    let edits = if index == now { Vec::new() } else { vec![Edit::Move { key, slot }] };
    Ok(Change { label: format!("Move {}", reader.title(&record)), edits, focus: Some((key, "id")) })
}

/// Moves records of one list together, in the order that they have there, so that they stand before another one of it
/// that is not among them; at the end of the list where none is given.
///
/// # Errors
/// Where one of them is no longer there, or stands in another list.
pub fn reorder_before(reader: &Reader, keys: &[Key], before: Option<Key>) -> Result<Change, Refusal> {
    let first = keys.first().and_then(|key| reader.record(*key)).ok_or(Refusal::Gone)?;
    let kind = first.kind();
    let moved = in_order_of_list(reader, keys, kind)?;
    let mut briefing = reader.briefing.clone();
    let mut edits = Vec::new();
    for key in &moved {
        let end = briefing.count(kind);
        let target = match before {
            Some(before) => briefing.locate(before).filter(|(found, _)| *found == kind).ok_or(Refusal::Gone)?.1,
            None => end,
        };
        let now = briefing.locate(*key).ok_or(Refusal::Gone)?.1;
        let index = if target > now { target - 1 } else { target };
        if index == now {
            continue;
        }
        let mut slot = briefing.slot(kind, target);
        slot.index = index;
        let one = Edit::Move { key: *key, slot };
        apply_all(std::slice::from_ref(&one), &mut briefing).ok_or(Refusal::Gone)?;
        edits.push(one);
    }
    let label = match moved.len() {
        1 => format!("Move {}", reader.title(&first)),
        count => format!("Move {count} {}s", kind.noun()),
    };
    Ok(Change { label, edits, focus: keys.first().map(|key| (*key, "id")) })
}

fn in_order_of_list(reader: &Reader, keys: &[Key], kind: RecordKind) -> Result<Vec<Key>, Refusal> {
    let mut seen = HashSet::new();
    let mut moved = Vec::with_capacity(keys.len());
    for key in keys.iter().filter(|key| seen.insert(**key)) {
        let (_, place) = reader.index.place_of(*key).filter(|(found, _)| *found == kind).ok_or(Refusal::Gone)?;
        moved.push((place, *key));
    }
    moved.sort_unstable();
    Ok(moved.into_iter().map(|(_, key)| key).collect())
}
