//! The rows that a person has selected together: by key, so that they survive sorting, filtering and edits.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::Rows;
use crate::model::Key;

/// The rows selected together. A run of rows is kept as its two ends, so that selecting all of them costs nothing at
/// any size; what was added to the run or taken out of it is kept beside.
#[derive(Debug, Clone, Default)]
pub struct Chosen {
    run: Option<Run>,
    /// Selected, and not in the run.
    added: BTreeSet<Key>,
    /// In the run, and not selected.
    removed: BTreeSet<Key>,
}

/// Rows beside each other, as they stood when they were selected.
#[derive(Debug, Clone)]
struct Run {
    rows: Arc<Rows>,
    range: Range<usize>,
}

impl Run {
    fn has(&self, key: Key) -> bool {
        self.rows.row_of(key).is_some_and(|row| self.range.contains(&row))
    }
}

impl Chosen {
    /// All rows.
    #[must_use]
    pub fn all(rows: &Arc<Rows>) -> Self {
        Self::run(rows, 0..rows.len())
    }

    /// The rows from one to another, whichever stands first; both are selected.
    #[must_use]
    pub fn between(rows: &Arc<Rows>, from: usize, to: usize) -> Self {
        let end = (from.max(to) + 1).min(rows.len());
        Self::run(rows, from.min(to).min(end)..end)
    }

    /// These records.
    #[must_use]
    pub fn of(keys: impl IntoIterator<Item = Key>) -> Self {
        Self { added: keys.into_iter().collect(), ..Self::default() }
    }

    fn run(rows: &Arc<Rows>, range: Range<usize>) -> Self {
        Self { run: Some(Run { rows: Arc::clone(rows), range }), ..Self::default() }
    }

    /// The same with one more, or without one that was selected.
    #[must_use]
    pub fn toggled(&self, key: Key) -> Self {
        let mut other = self.clone();
        let in_run = self.run.as_ref().is_some_and(|run| run.has(key));
        match (in_run, self.has(key)) {
            (true, true) => drop(other.removed.insert(key)),
            (true, false) => drop(other.removed.remove(&key)),
            (false, true) => drop(other.added.remove(&key)),
            (false, false) => drop(other.added.insert(key)),
        }
        other
    }

    /// Those of them that have a row still; costs as much as there are selected.
    #[must_use]
    pub fn within(&self, rows: &Rows) -> Self {
        let keys: Vec<Key> = self.keys().filter(|key| rows.has(*key)).collect();
        if keys.len() == self.len() {
            return self.clone();
        }
        Self::all(&Arc::new(Rows::new(keys)))
    }

    /// Whether a record is selected.
    #[must_use]
    pub fn has(&self, key: Key) -> bool {
        let in_run = || self.run.as_ref().is_some_and(|run| run.has(key)) && !self.removed.contains(&key);
        self.added.contains(&key) || in_run()
    }

    /// How many are selected.
    #[must_use]
    pub fn len(&self) -> usize {
        self.run.as_ref().map_or(0, |run| run.range.len()) - self.removed.len() + self.added.len()
    }

    /// Whether none is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The selected records: those of the run in the order of its rows, then those that were added.
    pub fn keys(&self) -> impl Iterator<Item = Key> + '_ {
        let run = self.run.iter().flat_map(|run| run.rows.keys().get(run.range.clone()).unwrap_or_default());
        run.copied().filter(|key| !self.removed.contains(key)).chain(self.added.iter().copied())
    }
}

/// Whether they are the same records.
impl PartialEq for Chosen {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.keys().all(|key| other.has(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(keys: impl IntoIterator<Item = u64>) -> Arc<Rows> {
        Arc::new(Rows::new(keys.into_iter().map(Key).collect()))
    }

    fn numbers(chosen: &Chosen) -> Vec<u64> {
        chosen.keys().map(|key| key.0).collect()
    }

    #[test]
    fn a_run_goes_either_way_and_ends_with_the_rows() {
        let rows = rows([10, 20, 30, 40]);
        assert_eq!(numbers(&Chosen::between(&rows, 1, 2)), [20, 30]);
        assert_eq!(numbers(&Chosen::between(&rows, 2, 1)), [20, 30]);
        assert_eq!(numbers(&Chosen::between(&rows, 2, 99)), [30, 40]);
        assert!(Chosen::between(&Arc::default(), 0, 0).is_empty());
    }

    #[test]
    fn rows_are_added_and_taken_out_one_by_one() {
        let all = Chosen::all(&rows(0..5));
        let some = all.toggled(Key(2)).toggled(Key(9));
        assert_eq!(numbers(&some), [0, 1, 3, 4, 9]);
        assert_eq!(some.len(), 5);
        assert!(some.has(Key(9)) && !some.has(Key(2)));
        let back = some.toggled(Key(2)).toggled(Key(9));
        assert_eq!(numbers(&back), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn what_has_no_row_any_more_is_not_selected() {
        let all = Chosen::all(&rows(0..5)).toggled(Key(7));
        assert_eq!(numbers(&all.within(&rows([4, 7, 1]))), [1, 4, 7]);
        assert_eq!(all.within(&rows([7, 4, 3, 2, 1, 0])).len(), 6, "another order leaves all of them");
        let narrowed = all.within(&rows([1]));
        assert_eq!(numbers(&narrowed.within(&rows(0..9))), [1], "a wider filter brings none back");
    }
}
