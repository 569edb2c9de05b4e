//! What a list of references brings: a source for each that the briefing has not.

use std::collections::HashSet;

use crate::import::plan::{Aside, ImportPlan};
use crate::import::reference::{KnownSources, References, source_of};
use crate::index::Reader;
use crate::model::shortened;

/// What references bring into a briefing. One that is there already, by address or title, stays as it is.
#[must_use]
pub fn plan_references(reader: &Reader, references: &References) -> ImportPlan {
    let mut plan = ImportPlan::default();
    for problem in &references.problems {
        plan.aside.push(Aside::entry(problem.line, problem.reason.clone()));
    }
    let known = KnownSources::new(reader);
    let mut keys: HashSet<&str> = HashSet::new();
    for reference in &references.entries {
        if known.has(reference) {
            plan.known += 1;
            continue;
        }
        if !reference.key.is_empty() && !keys.insert(&reference.key) {
            plan.remarks.push(format!(
                "Line {}: the key “{}” stands twice in the list; the second source is given another id",
                reference.line,
                shortened(&reference.key)
            ));
        }
        match source_of(reference) {
            Ok(record) => plan.records.push(record),
            Err(error) => plan.aside.push(Aside::entry(reference.line, error.to_string())),
        }
    }
    plan.added = plan.records.len();
    plan.aside.sort_by_key(|aside| aside.row);
    plan
}
