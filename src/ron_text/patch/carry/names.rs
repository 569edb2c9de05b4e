//! Fields by their names in a text and in the model.

use std::collections::HashMap;

use super::super::cells::{Bracketed, Cell};
use super::super::value::{Fields, name_of};
use crate::model::Node;

/// A field by its name, and which it is of those that share the name.
pub(super) type Name = (String, usize);

/// The cells of fields by their names.
pub(super) struct Named<'a, 'text>(HashMap<Name, &'a Cell<'text>>);

impl<'a, 'text> Named<'a, 'text> {
    pub(super) fn new(run: &'a Bracketed<'text>) -> Self {
        Self(names(run).into_iter().zip(&run.cells).collect())
    }

    pub(super) fn get(&self, name: &Name) -> Option<&'a Cell<'text>> {
        self.0.get(name).copied()
    }
}

pub(super) fn names(run: &Bracketed) -> Vec<Name> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let name = |cell: &Cell| name_of(&cell.body).map_or("", |(name, _)| name).to_owned();
    let mut numbered = |name: String| {
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        (name, *count - 1)
    };
    run.cells.iter().map(|cell| numbered(name(cell))).collect()
}

pub(super) fn node_of<'a>(fields: &'a Fields, name: &Name) -> Option<&'a Node> {
    fields.iter().filter(|(other, _)| *other == name.0).nth(name.1).map(|(_, node)| node)
}

pub(super) fn value_of(body: &str) -> Option<&str> {
    body.get(name_of(body)?.1..)
}
