//! The order of findings: the header first, then the records list by list, then their fields, then the rules.

use crate::index::Reader;
use crate::model::{
    Actor, Conflict, FieldNames, Header, Judgement, RecordKind, Relation, Role, Source, Statement, Visit,
};

use super::Problem;

/// A step of a path as it is sorted: a field by its place in the format's description, an item by its number.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Field(usize),
    Item(usize),
    Other(String),
}

/// Puts findings in the order of the lists, records and fields.
pub(super) fn sort(reader: &Reader, problems: &mut [Problem]) {
    problems.sort_by_cached_key(|problem| {
        let place = problem.key.and_then(|key| reader.index.place_of(key));
        let steps = steps(&problem.field, fields_of(place.map(|(kind, _)| kind)));
        (place, steps, problem.rule, problem.message.clone())
    });
}

fn fields_of(kind: Option<RecordKind>) -> &'static [&'static str] {
    match kind {
        None => Header::FIELDS,
        Some(RecordKind::Source) => Source::FIELDS,
        Some(RecordKind::Actor) => Actor::FIELDS,
        Some(RecordKind::Role) => Role::FIELDS,
        Some(RecordKind::Visit) => Visit::FIELDS,
        Some(RecordKind::Statement) => Statement::FIELDS,
        Some(RecordKind::Relation) => Relation::FIELDS,
        Some(RecordKind::Judgement) => Judgement::FIELDS,
        Some(RecordKind::Conflict) => Conflict::FIELDS,
    }
}

fn steps(path: &str, fields: &[&str]) -> Vec<Step> {
    let parts = path.split(['.', '[']).filter(|part| !part.is_empty());
    let step = |(at, part): (usize, &str)| {
        if let Some(number) = part.strip_suffix(']').and_then(|number| number.parse().ok()) {
            return Step::Item(number);
        }
        match fields.iter().position(|known| *known == part) {
            Some(place) if at == 0 => Step::Field(place),
            _ => Step::Other(part.to_owned()),
        }
    };
    parts.enumerate().map(step).collect()
}
