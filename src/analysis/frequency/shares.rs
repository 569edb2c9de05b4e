//! What visits have in common, and how many of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::dated_start::{DatedStart, count_in_doubt};
use crate::index::Reader;
use crate::model::{Day, Key, Visit};

/// How many visits are of each kind; one may be of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shares<T> {
    /// The kinds with their visits, the commonest first.
    pub groups: Vec<(T, usize)>,
    /// How many visits there are in all.
    pub all: usize,
}

/// Two countries that visit each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reciprocity {
    /// The codes of the two.
    pub countries: [String; 2],
    /// Visits of the first to the second, and of the second to the first.
    pub visits: [usize; 2],
    /// The fewest days between one of these and one of those, at least and at most, where both are dated.
    pub nearest: Option<(i64, i64)>,
    /// So many dates in doubt have to hold for it.
    pub doubts: usize,
}

pub(super) fn shares_of<T: Copy + Ord>(
    counted: &[(DatedStart, Arc<Visit>)],
    of: impl Fn(&Visit) -> Vec<T>,
) -> Option<(Shares<T>, Vec<Key>)> {
    let mut groups: BTreeMap<T, usize> = BTreeMap::new();
    let mut keys = Vec::new();
    for (start, visit) in counted {
        let mut values = of(visit);
        values.sort_unstable();
        values.dedup();
        if !values.is_empty() {
            keys.push(start.key);
        }
        for value in values {
            *groups.entry(value).or_default() += 1;
        }
    }
    let mut groups: Vec<(T, usize)> = groups.into_iter().collect();
    groups.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    (!groups.is_empty()).then_some((Shares { groups, all: counted.len() }, keys))
}

/// Pairs of countries that visit each other, the one with the most visits.
pub(super) fn reciprocity(reader: &Reader, counted: &[(DatedStart, Arc<Visit>)]) -> Option<(Reciprocity, Vec<Key>)> {
    let mut ways: BTreeMap<(String, String), Vec<DatedStart>> = BTreeMap::new();
    for (start, visit) in counted {
        if let (Some(from), Some(to)) = reader.direction(visit) {
            ways.entry((from, to)).or_default().push(start.clone());
        }
    }
    let both = ways.iter().filter_map(|((from, to), there)| {
        let back = ways.get(&(to.clone(), from.clone()))?;
        (from < to).then_some((there.len() + back.len(), from, to, there, back))
    });
    let (_, from, to, there, back) = both.max_by_key(|(count, ..)| *count)?;
    let mut keys: Vec<Key> = there.iter().chain(back).map(|start| start.key).collect();
    keys.sort_unstable();
    let told = Reciprocity {
        countries: [from.clone(), to.clone()],
        visits: [there.len(), back.len()],
        nearest: nearest(there, back),
        doubts: count_in_doubt(there.iter().chain(back)),
    };
    Some((told, keys))
}

/// The shortest lag between a visit one way and one the other, where both are dated.
fn nearest(there: &[DatedStart], back: &[DatedStart]) -> Option<(i64, i64)> {
    let mut back: Vec<(Day, Day)> = back.iter().filter_map(DatedStart::dated).collect();
    back.sort_unstable();
    let lags = there.iter().filter_map(DatedStart::dated).filter_map(|(first, last)| {
        let after = back.partition_point(|(start, _)| *start < first);
        let near = back.get(after.saturating_sub(1)..(after + 1).min(back.len()))?;
        let lag = |other: &(Day, Day)| {
            let least = other.1.days_until(first).max(last.days_until(other.0)).max(0);
            let most = first.days_until(other.1).abs().max(other.0.days_until(last).abs());
            (least, most)
        };
        near.iter().map(lag).min()
    });
    lags.min()
}
