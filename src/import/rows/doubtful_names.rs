//! Names of which it is in doubt whom they mean, decided once for all rows.

use std::collections::{BTreeMap, HashMap};

use crate::index::fold;
use crate::model::Id;

/// So many rows are told of each name.
const MOST_ROWS: usize = 4;

/// Whom a name means, as a person decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// Somebody who is there.
    Known(Id),
    /// Somebody who is not there yet.
    SomebodyNew,
}

/// What is in doubt about a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameDoubt {
    /// Several are called so: nobody is meant until it is decided.
    Several,
    /// Somebody's name is spelt otherwise: they are meant until it is decided.
    SpeltOtherwise,
    /// Somebody of the name is from another country: another is meant until it is decided.
    FromElsewhere,
}

/// A name of which it is in doubt whom it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoubtfulName {
    /// The name as its first cell has it.
    pub name: String,
    /// What is in doubt.
    pub doubt: NameDoubt,
    /// Those who may be meant.
    pub candidates: Vec<Id>,
    /// What was decided.
    pub meant: Option<Meant>,
    /// The numbers of its first rows.
    pub rows: Vec<u32>,
    /// How often it stands in a cell.
    pub count: usize,
}

/// What was decided of names, by their folded words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct DecidedNames(BTreeMap<String, Meant>);

impl DecidedNames {
    pub(super) fn of(&self, name: &str) -> Option<&Meant> {
        if self.0.is_empty() { None } else { self.0.get(&fold(name.trim())) }
    }

    pub(super) fn decide(&mut self, name: &str, meant: Option<Meant>) {
        let name = fold(name.trim());
        match meant {
            Some(meant) => drop(self.0.insert(name, meant)),
            None => drop(self.0.remove(&name)),
        }
    }
}

/// The names in doubt so far, in the order of their first rows.
#[derive(Debug, Default)]
pub(super) struct DoubtfulNames {
    names: Vec<DoubtfulName>,
    places: HashMap<String, usize>,
}

impl DoubtfulNames {
    /// Notes that a name stands in a row.
    pub(super) fn note(&mut self, found: &DoubtfulName, row: u32) {
        let next = self.names.len();
        let place = *self.places.entry(fold(found.name.trim())).or_insert(next);
        if place == next {
            self.names.push(found.clone());
        }
        let Some(name) = self.names.get_mut(place) else { return };
        name.count += 1;
        if name.rows.len() < MOST_ROWS && name.rows.last() != Some(&row) {
            name.rows.push(row);
        }
    }

    pub(super) fn finish(self) -> Vec<DoubtfulName> {
        self.names
    }
}
