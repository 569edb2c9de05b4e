//! The edits that lead from one state of a briefing to another.

use std::collections::{BTreeMap, BTreeSet};

use super::difference::moved;
use super::step::{Edit, apply_all};
use crate::model::{AnyRecord, Briefing, Key, RecordKind, Slot};

/// What makes a briefing say what another does that grew from it: records that both have share their keys.
#[must_use]
pub fn edits_between(before: &Briefing, after: &Briefing) -> Vec<Edit> {
    let was: BTreeMap<Key, AnyRecord> = before.all_records().collect();
    let is: BTreeSet<Key> = after.all_records().map(|(key, _)| key).collect();
    let mut edits = Vec::new();
    for &kind in RecordKind::ALL {
        let mut of_list = changed(before, after, kind, &was, &is);
        of_list.extend(moves(before, after, kind));
        if shifts_unreadable(before, after, kind, &of_list) {
            of_list = rebuilt(before, after, kind);
        }
        edits.extend(of_list);
    }
    if after.header != before.header {
        edits.push(Edit::Header(Box::new(after.header.clone())));
    }
    edits
}

/// What goes from a list, what comes, and what says something else.
fn changed(
    before: &Briefing,
    after: &Briefing,
    kind: RecordKind,
    was: &BTreeMap<Key, AnyRecord>,
    is: &BTreeSet<Key>,
) -> Vec<Edit> {
    let gone = before.records(kind).filter(|(key, _)| !is.contains(key)).map(|(key, _)| Edit::Remove { key });
    let mut edits: Vec<Edit> = gone.collect();
    for (index, (key, record)) in after.records(kind).enumerate() {
        match was.get(&key) {
            Some(was) if was.is_same_as(&record) || *was == record => {}
            Some(_) => edits.push(Edit::Replace { key, record }),
            None => edits.push(Edit::Insert { key, slot: after.slot(kind, index), record }),
        }
    }
    edits
}

/// Whether edits would leave a record that cannot be read between other neighbours than it has.
fn shifts_unreadable(before: &Briefing, after: &Briefing, kind: RecordKind, edits: &[Edit]) -> bool {
    let places = |briefing: &Briefing| -> Vec<usize> {
        briefing.unreadable.iter().filter(|bad| bad.kind == kind).map(|bad| bad.position).collect()
    };
    let (was, is) = (places(before), places(after));
    if edits.is_empty() || was.is_empty() || was.len() != is.len() {
        return false;
    }
    let mut briefing = before.clone();
    apply_all(edits, &mut briefing).is_none() || places(&briefing) != is
}

/// A list taken out and put in again, record by record: whatever stands between them comes to stand right.
fn rebuilt(before: &Briefing, after: &Briefing, kind: RecordKind) -> Vec<Edit> {
    let gone = before.records(kind).map(|(key, _)| Edit::Remove { key });
    let came = after.records(kind).enumerate();
    gone.chain(came.map(|(index, (key, record))| Edit::Insert { key, slot: after.slot(kind, index), record })).collect()
}

/// What has to move once all that went is gone and all that came stands at its number.
fn moves(before: &Briefing, after: &Briefing, kind: RecordKind) -> Vec<Edit> {
    let order: Vec<Key> = after.records(kind).map(|(key, _)| key).collect();
    let known: BTreeSet<Key> = before.records(kind).map(|(key, _)| key).collect();
    let stays: BTreeSet<Key> = order.iter().copied().collect();
    // What came stands at its number already, and what stays fills the other places in its old order.
    let mut staying = before.records(kind).map(|(key, _)| key).filter(|key| stays.contains(key));
    let now = order.iter().filter_map(|key| if known.contains(key) { staying.next() } else { Some(*key) }).collect();
    drop(staying);
    let Some(moves) = moves_to(now, &order) else { return vec![Edit::Arrange { kind, keys: order }] };
    let slot = |place, index| Slot { index, ..after.slot(kind, place) };
    moves.into_iter().map(|Moved { key, place, index }| Edit::Move { key, slot: slot(place, index) }).collect()
}

/// A record that has to move.
struct Moved {
    key: Key,
    /// Where it stands in the end.
    place: usize,
    /// Where it is to be put now, counted without it.
    index: usize,
}

/// Each move walks the list; more than these are made at once.
const MOST_MOVES: usize = 32;

/// The fewest moves, one after the other, that bring the same keys into another order; `None` where they are many.
fn moves_to(mut now: Vec<Key>, order: &[Key]) -> Option<Vec<Moved>> {
    let moving: BTreeSet<Key> = moved(&now, order).into_iter().collect();
    if moving.len() > MOST_MOVES {
        return None;
    }
    let mut moves = Vec::with_capacity(moving.len());
    // Those before it stand right already, among themselves; so each goes behind the one before it.
    for (place, key) in order.iter().copied().enumerate().filter(|(_, key)| moving.contains(key)) {
        now.retain(|other| *other != key);
        let neighbour = place.checked_sub(1).and_then(|before| order.get(before));
        let behind = neighbour.and_then(|neighbour| now.iter().position(|other| other == neighbour));
        let index = behind.map_or(0, |behind| behind + 1);
        now.insert(index, key);
        moves.push(Moved { key, place, index });
    }
    Some(moves)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store;

    #[test]
    fn each_order_is_reached_with_as_few_moves_as_can_be() {
        let text = r#"(title: "T", actors: [(id: "a"), (id: "b"), (id: "c"), (id: "d")])"#;
        let before = store::load(text.to_owned()).map_err(|(error, _)| error).unwrap().briefing;
        for (order, moves) in [("bcda", 1), ("dabc", 1), ("abcd", 0), ("dcba", 3), ("cadb", 2)] {
            let mut after = before.clone();
            for (place, name) in order.chars().enumerate() {
                let key = Key(u64::from(u32::from(name) - u32::from('a')));
                let (_, record) = after.take_record(key).unwrap();
                after.put_record(after.slot(RecordKind::Actor, place), key, record);
            }
            let edits = edits_between(&before, &after);
            assert_eq!(edits.len(), moves, "{order}");
            let mut briefing = before.clone();
            apply_all(&edits, &mut briefing).unwrap();
            assert_eq!(briefing, after, "{order}");
        }
    }

    #[test]
    fn many_moves_are_one_edit_which_is_undone_and_logged_like_others() {
        use crate::edit::log::{edits_of, line_of};
        let actor = |number: usize| format!("(id: \"a{number}\")");
        let list = |numbers: &[usize]| {
            let actors: Vec<String> = numbers.iter().map(|number| actor(*number)).collect();
            let text = format!("(title: \"T\", actors: [{}])", actors.join(", "));
            store::load(text).map_err(|(error, _)| error).unwrap().briefing
        };
        let before = list(&(0..100).collect::<Vec<_>>());
        // Turned round, some gone, some new.
        let after = crate::edit::with_keys_of(&list(&(20..120).rev().collect::<Vec<_>>()), &before);
        let edits = edits_between(&before, &after);
        assert_eq!(edits.iter().filter(|edit| matches!(edit, Edit::Arrange { .. })).count(), 1);
        let mut briefing = before.clone();
        let undo = apply_all(&edits_of(&line_of(&edits).unwrap()).unwrap(), &mut briefing).unwrap();
        let keys = |briefing: &Briefing| briefing.all_records().collect::<Vec<_>>();
        assert_eq!(keys(&briefing), keys(&after));
        apply_all(&undo, &mut briefing).unwrap();
        assert_eq!(keys(&briefing), keys(&before));
        let wrong = Edit::Arrange { kind: RecordKind::Actor, keys: vec![Key(1), Key(1)] };
        assert!(apply_all(&[wrong], &mut briefing).is_none());
    }
}
