//! How many sources are independent of each other, along `derived_from` and `via`.

use std::collections::{HashMap, HashSet};

use crate::check::context::Context;
use crate::model::{AnyRecord, Cite, Id};

/// For each of several sources a number: equal for those that go back to a common one.
///
/// Two sources are of one origin where one draws on the other, or both draw on a third, by however many steps.
pub(super) fn origins(context: &Context, sources: &[Id]) -> Vec<usize> {
    let mut groups = Groups((0..sources.len()).collect());
    let mut owner: HashMap<Id, usize> = HashMap::new();
    for (number, source) in sources.iter().enumerate() {
        let mut open = vec![source.clone()];
        while let Some(id) = open.pop() {
            if let Some(&other) = owner.get(&id) {
                // Whatever this one draws on was met when it was met first.
                groups.join(number, other);
                continue;
            }
            if let Some(source) = context.reader.source(&id) {
                open.extend(source.derived_from.iter().cloned());
            }
            owner.insert(id, number);
        }
    }
    (0..sources.len()).map(|number| groups.root(number)).collect()
}

/// How many independent origins several sources have.
pub(super) fn count(context: &Context, sources: &[Id]) -> usize {
    origins(context, sources).into_iter().collect::<HashSet<_>>().len()
}

/// The one source that several of one origin go back to, or the first of them where they go back to more than one.
pub(super) fn name(context: &Context, sources: &[Id]) -> Id {
    let mut seen: HashSet<Id> = HashSet::new();
    let mut open = sources.to_vec();
    let mut roots: Vec<Id> = Vec::new();
    while let Some(id) = open.pop() {
        if !seen.insert(id.clone()) {
            continue;
        }
        match context.reader.source(&id).filter(|source| !source.derived_from.is_empty()) {
            Some(source) => open.extend(source.derived_from.iter().cloned()),
            None => roots.push(id),
        }
    }
    match roots.as_slice() {
        [only] => only.clone(),
        _ => sources.first().cloned().unwrap_or_default(),
    }
}

/// The sources that a record rests on, each once, in the order met: its cites, the way of a statement, what a relation
/// or a judgement leans on.
pub(super) fn sources_of(context: &Context, record: &AnyRecord) -> Vec<Id> {
    let mut sources = Vec::new();
    let mut seen_sources: HashSet<Id> = HashSet::new();
    let mut seen_records: HashSet<Id> = HashSet::new();
    let mut open = vec![record.clone()];
    while let Some(record) = open.pop() {
        let mut further: Vec<&Id> = Vec::new();
        let mut own: Vec<&Id> = record.cites().iter().map(Cite::source).collect();
        match &record {
            AnyRecord::Source(source) => own = vec![&source.id],
            AnyRecord::Statement(statement) => own.extend(&statement.via),
            AnyRecord::Relation(relation) => further.extend(&relation.asserted_by),
            AnyRecord::Judgement(judgement) => further.extend(&judgement.supports),
            AnyRecord::Conflict(conflict) => {
                own.extend(conflict.sides.iter().filter_map(|side| Some(side.cite.as_ref()?.source())));
            }
            AnyRecord::Actor(_) | AnyRecord::Role(_) | AnyRecord::Visit(_) => {}
        }
        for id in own {
            if seen_sources.insert(id.clone()) {
                sources.push(id.clone());
            }
        }
        for id in further {
            if seen_records.insert(id.clone()) {
                open.extend(context.record(id));
            }
        }
    }
    sources
}

/// Sets of numbers that are joined (union–find, halving paths).
struct Groups(Vec<usize>);

impl Groups {
    fn root(&mut self, mut number: usize) -> usize {
        while let Some(&parent) = self.0.get(number).filter(|parent| **parent != number) {
            let grandparent = self.0.get(parent).copied().unwrap_or(parent);
            if let Some(slot) = self.0.get_mut(number) {
                *slot = grandparent;
            }
            number = grandparent;
        }
        number
    }

    /// The lower number stays the root, so that the first source gives the group its name.
    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(slot) = self.0.get_mut(one.max(other)) {
            *slot = one.min(other);
        }
    }
}
