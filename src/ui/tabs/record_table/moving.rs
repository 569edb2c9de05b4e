//! Moving rows to another place in the file, by dragging or step by step.

use super::selecting::targets;
use crate::model::{Key, RecordKind};
use crate::present::Rows;
use crate::ui::background::AT_ONCE;
use crate::ui::{Request, Scene};

/// A row was dragged before another; `target` is the number of rows for the end. Dragging one of several selected rows
/// moves all of them.
pub(super) fn dragged(scene: &Scene, kind: RecordKind, rows: &Rows, row: usize, target: usize) -> Option<Request> {
    let key = rows.key_at(row)?;
    let moved = if scene.chosen.has(key) { targets(scene, None) } else { vec![key] };
    if let Some(refusal) = too_many(&moved) {
        return Some(refusal);
    }
    let before = match rows.key_at(target) {
        Some(key) if scene.chosen.has(key) && moved.len() > 1 => after(scene, kind, key, &moved),
        Some(key) => Some(key),
        None => after(scene, kind, rows.key_at(target.checked_sub(1)?)?, &moved),
    };
    Some(Request::Reorder(moved, before))
}

/// The selected rows go one row up or down.
pub(super) fn stepped(
    scene: &Scene,
    kind: RecordKind,
    rows: &Rows,
    selected: Option<Key>,
    is_up: bool,
) -> Option<Request> {
    let moved = targets(scene, selected);
    if let Some(refusal) = too_many(&moved) {
        return Some(refusal);
    }
    let places = moved.iter().filter_map(|key| rows.row_of(*key));
    if is_up {
        let before = rows.key_at(places.min()?.checked_sub(1)?)?;
        return Some(Request::Reorder(moved, Some(before)));
    }
    let next = rows.key_at(places.max()? + 1)?;
    let before = after(scene, kind, next, &moved);
    Some(Request::Reorder(moved, before))
}

/// The record that stands behind another in the file and is not moved itself.
fn after(scene: &Scene, kind: RecordKind, key: Key, moved: &[Key]) -> Option<Key> {
    let (_, place) = scene.reader.index.place_of(key)?;
    let behind = (place + 1..).map_while(|place| scene.reader.briefing.record_at(kind, place));
    behind.map(|(key, _)| key).find(|key| !moved.contains(key))
}

fn too_many(moved: &[Key]) -> Option<Request> {
    let words = || format!("At most {AT_ONCE} rows are moved at once; select fewer");
    (moved.len() > AT_ONCE).then(|| Request::Tell(words()))
}
