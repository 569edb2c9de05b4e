//! How many sources are independent of each other, and which a record rests on: the one answer for checks, window and
//! note.

use std::collections::{HashMap, HashSet};

use crate::index::Reader;
use crate::model::{AnyRecord, Cite, Id, Source};

/// Whether we have seen a source ourselves, by what the file says or holds of it.
#[must_use]
pub fn is_held(source: &Source) -> bool {
    source.held.unwrap_or_else(|| source.has_words())
}

/// For each of several sources a number: equal for those that go back to a common one.
///
/// Two sources are of one origin where one draws on the other (`derived_from`) or is known through it (its `cites`), or
/// where both do so with a third, by however many steps.
#[must_use]
pub fn origin_numbers(reader: &Reader, sources: &[Id]) -> Vec<usize> {
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
            open.extend(drawn_on(reader, &id));
            owner.insert(id, number);
        }
    }
    (0..sources.len()).map(|number| groups.root(number)).collect()
}

/// How many independent origins several sources have; what is no source of the file has none.
#[must_use]
pub fn independent_origins<'a>(reader: &Reader, sources: impl IntoIterator<Item = &'a Id>) -> usize {
    let known: Vec<Id> = sources.into_iter().filter(|id| reader.source(id).is_some()).cloned().collect();
    origin_numbers(reader, &known).into_iter().collect::<HashSet<_>>().len()
}

/// The sources that one draws on or is known through.
fn drawn_on(reader: &Reader, source: &Id) -> Vec<Id> {
    let Some(source) = reader.source(source) else { return Vec::new() };
    source.derived_from.iter().chain(source.cites.iter().map(Cite::source)).cloned().collect()
}

/// The one source that several of one origin go back to, or the first of them where they go back to more than one.
#[must_use]
pub fn common_origin(reader: &Reader, sources: &[Id]) -> Id {
    let mut seen: HashSet<Id> = HashSet::new();
    let mut open = sources.to_vec();
    let mut roots: Vec<Id> = Vec::new();
    while let Some(id) = open.pop() {
        if !seen.insert(id.clone()) {
            continue;
        }
        match reader.source(&id).filter(|source| !source.derived_from.is_empty()) {
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
#[must_use]
pub fn sources_of(reader: &Reader, record: &AnyRecord) -> Vec<Id> {
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
        for id in own.into_iter().filter(|id| !id.is_empty()) {
            if seen_sources.insert(id.clone()) {
                sources.push(id.clone());
            }
        }
        for id in further {
            if seen_records.insert(id.clone()) {
                open.extend(reader.by_id(id).map(|(_, record)| record));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::model::Briefing;

    fn briefing(sources: &str) -> Briefing {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        options.from_str(&format!("(title: \"T\", sources: [{sources}])")).unwrap()
    }

    fn count(sources: &str, asked: &[&str]) -> usize {
        let briefing = briefing(sources);
        let index = Index::build(&briefing);
        let ids: Vec<Id> = asked.iter().map(|id| Id::from(*id)).collect();
        independent_origins(&Reader::new(&briefing, &index), &ids)
    }

    #[test]
    fn sources_are_of_one_origin_where_they_draw_on_one_or_are_known_through_one() {
        let all = r#"(id: "paper", publisher: "P", derived_from: ["wire"]), (id: "radio", publisher: "R", derived_from: ["wire"]),
            (id: "wire", publisher: "W"), (id: "post", publisher: "S", held: false, cites: ["radio#2"]),
            (id: "report", publisher: "T")"#;
        for (asked, expected) in [
            (&["paper", "radio"][..], 1),
            (&["paper", "post"], 1),
            (&["post", "report"], 2),
            (&["paper", "radio", "wire", "post", "report"], 2),
            (&["report", "report", "gone"], 1),
            (&["gone"], 0),
            (&[], 0),
        ] {
            assert_eq!(count(all, asked), expected, "{asked:?}");
        }
    }

    #[test]
    fn two_that_a_third_draws_on_are_two_origins_until_the_third_is_cited() {
        let all = r#"(id: "digest", publisher: "D", derived_from: ["a", "b"]), (id: "a", publisher: "A"), (id: "b", publisher: "B")"#;
        assert_eq!(count(all, &["a", "b"]), 2);
        assert_eq!(count(all, &["a", "b", "digest"]), 1);
    }
}
