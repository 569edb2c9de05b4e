//! How many independent origins sources have: those that draw on one another count as one.

use std::collections::{BTreeSet, HashMap};

use crate::index::Reader;
use crate::model::Id;

/// How many origins the sources cited go back to, as far as `derived_from` tells.
pub(super) fn independent_origins(reader: &Reader, cited: &BTreeSet<Id>) -> usize {
    let numbers: HashMap<&Id, usize> =
        reader.briefing.sources.iter().enumerate().map(|(number, entry)| (&entry.record.id, number)).collect();
    let mut joined: Vec<usize> = (0..reader.briefing.sources.len()).collect();
    for (number, entry) in reader.briefing.sources.iter().enumerate() {
        for other in entry.record.derived_from.iter().filter_map(|id| numbers.get(id)) {
            let (a, b) = (root(&mut joined, number), root(&mut joined, *other));
            joined[a] = b;
        }
    }
    let roots = cited.iter().filter_map(|id| numbers.get(id)).map(|number| root(&mut joined, *number));
    roots.collect::<BTreeSet<_>>().len()
}

/// The number that stands for all that are joined with one (union–find, halving paths).
fn root(joined: &mut [usize], mut number: usize) -> usize {
    while joined[number] != number {
        joined[number] = joined[joined[number]];
        number = joined[number];
    }
    number
}
