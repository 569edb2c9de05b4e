//! The order of records after a merge: ours, and theirs where only they moved records.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::merger::Merger;
use crate::edit::change::POSITION;
use crate::edit::difference::{Name, moved};
use crate::model::{AnyRecord, Key, Node, RecordKind};

impl Merger {
    /// Moves what they moved, or says so where we moved records of that list too.
    pub(super) fn merge_order(&mut self, kind: RecordKind) {
        let [base, ours, theirs] = self.by_name(kind).map(|(_, order)| order);
        let moves = moved(&base, &theirs);
        if moves.is_empty() {
            return;
        }
        let (now, now_order) = self.result_by_name(kind);
        if moved(&base, &ours).is_empty() {
            let keys = after_their_order(&now_order, &theirs).into_iter();
            let keys: Vec<Key> = keys.filter_map(|name| now.get(&name).map(|(key, _)| *key)).collect();
            self.arrange(kind, &keys);
            return;
        }
        let already: BTreeSet<Name> = moved(&now_order, &theirs).into_iter().collect();
        let (was, is) = (neighbours(&base), neighbours(&theirs));
        for name in moves.iter().filter(|name| already.contains(*name)) {
            let behind = |order: &BTreeMap<&Name, &Name>| {
                let before = order.get(name);
                Node::Text(before.map_or_else(|| "first".to_owned(), |(id, _)| format!("after {id}")))
            };
            self.open(&name.0, POSITION, Some(&behind(&was)), super::merger::printed(Some(&behind(&is))));
        }
    }

    /// Gives the readable records of a list an order.
    fn arrange(&mut self, kind: RecordKind, keys: &[Key]) {
        let mut records: HashMap<Key, AnyRecord> = self.result.records(kind).collect();
        let ordered: Vec<(Key, AnyRecord)> =
            keys.iter().filter_map(|key| records.remove(key).map(|record| (*key, record))).collect();
        if records.is_empty() {
            self.result.set_records(ordered);
        }
    }
}

/// The one before each.
fn neighbours(order: &[Name]) -> BTreeMap<&Name, &Name> {
    order.windows(2).filter_map(|pair| Some((pair.get(1)?, pair.first()?))).collect()
}

/// Names in the order of another list; what that list has not stays behind its neighbour.
fn after_their_order(now: &[Name], theirs: &[Name]) -> Vec<Name> {
    let there: BTreeSet<&Name> = now.iter().collect();
    let known: BTreeSet<&Name> = theirs.iter().collect();
    let mut first = Vec::new();
    let mut behind: BTreeMap<&Name, Vec<&Name>> = BTreeMap::new();
    let mut before: Option<&Name> = None;
    for name in now {
        if known.contains(name) {
            before = Some(name);
            continue;
        }
        match before {
            Some(before) => behind.entry(before).or_default().push(name),
            None => first.push(name.clone()),
        }
    }
    for name in theirs.iter().filter(|name| there.contains(name)) {
        first.push(name.clone());
        first.extend(behind.get(name).into_iter().flatten().map(|name| (*name).clone()));
    }
    first
}
