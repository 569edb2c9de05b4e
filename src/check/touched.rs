//! Which records a change may have touched, so that the rules run again on no others.
//!
//! A rule that looks at one record reads nothing beyond that record, what it names, what names it, and what stands two
//! such steps away; it looks an id up even where nothing has it.

use std::collections::{BTreeSet, HashSet};

use crate::index::{Changes, Reader};
use crate::model::{ActorKind, AnyRecord, Id, Key};

use super::Problem;
use super::reach::Reach;
use super::rules::{DANGLING, LOOKING_ANYWHERE};

/// The records on which rules may find something else than before; everything where that is not worth telling apart.
pub(super) fn touched(before: &Reader, after: &Reader, changes: &Changes, known: &[Problem]) -> Reach {
    if before.briefing.header != after.briefing.header || changes.is_reordered {
        return Reach::Everything;
    }
    let changed = &changes.keys;
    let versions = |key: Key| [before, after].into_iter().filter_map(move |reader| reader.record(key));
    // Places name countries and regions by their codes, which no link tells.
    if changed.iter().any(|key| versions(*key).any(|record| is_place(&record))) {
        return Reach::Everything;
    }
    let mut reached = changed.clone();
    for reader in [before, after] {
        let mut edge: Vec<Key> = changed.iter().copied().collect();
        for _ in 0..2 {
            edge = edge.iter().flat_map(|key| neighbours(reader, *key)).filter(|key| reached.insert(*key)).collect();
            if reached.len() * 2 > after.briefing.record_count() {
                return Reach::Everything;
            }
        }
    }
    let ids: BTreeSet<Id> = changed.iter().flat_map(|key| versions(*key)).map(|record| record.id().clone()).collect();
    let come_or_gone: HashSet<&Id> =
        ids.iter().filter(|id| before.index.keys_of(id) != after.index.keys_of(id)).collect();
    if !come_or_gone.is_empty() {
        let names_one = |record: &AnyRecord| record.references().iter().any(|one| come_or_gone.contains(one.target));
        reached.extend(after.briefing.all_records().filter(|(_, record)| names_one(record)).map(|(key, _)| key));
        // The id nearest in spelling may be another one now.
        reached.extend(known.iter().filter(|problem| problem.rule == DANGLING).filter_map(|problem| problem.key));
    }
    // Words that were missing may stand in a source now, or no longer stand in another.
    if changed.iter().any(|key| versions(*key).any(|record| matches!(record, AnyRecord::Source(_)))) {
        let looks_anywhere = |problem: &&Problem| LOOKING_ANYWHERE.contains(&problem.rule);
        reached.extend(known.iter().filter(looks_anywhere).filter_map(|problem| problem.key));
    }
    Reach::Records(reached)
}

fn is_place(record: &AnyRecord) -> bool {
    matches!(record, AnyRecord::Actor(actor)
        if matches!(actor.kind, Some(ActorKind::Country | ActorKind::Region)) || !actor.iso.is_empty())
}

/// What a record names, and what names it.
fn neighbours(reader: &Reader, key: Key) -> Vec<Key> {
    let record = reader.record(key);
    let named = record.iter().flat_map(AnyRecord::references).filter_map(|one| reader.index.key_of(one.target));
    named.chain(reader.index.links_to(key).iter().map(|link| link.from)).collect()
}
