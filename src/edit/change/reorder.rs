//! Another place for a record in its list.

use super::{Change, Refusal};
use crate::edit::step::Edit;
use crate::index::Reader;
use crate::model::Key;

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
