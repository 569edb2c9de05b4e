//! The rules that find what is weak in a briefing before a reader does.
//!
//! Each rule is one small function beside its own description in `rules/`, one file a family; [`RULES`] lists them
//! all. A rule looks at one record or at the whole file. One that looks at a record reads nothing beyond that record,
//! what it names, what names it, and what stands two such steps away, so that an edit re-runs only its neighbourhood
//! ([`check_record`]); all others are linear, or sort once ([`check_file`]).
//!
//! No rule changes anything, and none knows where in the text a record stands: the store fills positions in.

mod circles;
mod context;
mod findings;
mod format;
mod held;
mod order;
mod paths;
mod problem;
mod remedy;
mod rule;
mod rules;
mod spoken;
mod suggest;
mod touched;
mod waivers;
mod wording;

pub use format::{summary, to_json, to_text};
pub use held::{alterations_of, find_in_source, source_spelling};
pub use problem::{Position, Problem, Severity};
pub use remedy::{Act, Remedy};
pub use rule::{Rule, Scope};
pub use rules::{OPEN_MERGE, RULES, UNREADABLE_FIELD, UNREADABLE_RECORD, rule};
pub use wording::{Alteration, Change, FoundQuote, Likeness, Quotation, find_quote, quotations, whole_words};

use std::collections::HashSet;

use crate::index::{Changes, Reader};
use crate::model::Key;

use context::Context;
use findings::Findings;

/// What the rules found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// What is to be mended, in the order of the lists, records and fields.
    pub problems: Vec<Problem>,
    /// What a waiver silences, with its reason, in the same order.
    pub waived: Vec<(Problem, String)>,
}

/// Which records a change may have touched.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Reach {
    /// So many, or in such a way, that all are looked at again.
    Everything,
    /// These, some of which may be gone.
    Records(HashSet<Key>),
}

/// What the rules found, waivers not applied: kept, so that a change runs them again only where it may have touched
/// something.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    problems: Vec<Problem>,
}

impl Checked {
    /// Runs all rules.
    #[must_use]
    pub fn new(reader: &Reader) -> Self {
        let on_records = || {
            let context = Context::new(*reader);
            let mut found = Findings::default();
            for (key, record) in reader.briefing.all_records() {
                rules::on_record(&context, key, &record, &mut found);
            }
            found.into_problems()
        };
        let (mut found, of_records) = rayon::join(|| found_on_file(reader), on_records);
        found.keep(of_records.into_iter());
        Self::sorted(reader, found)
    }

    /// Runs the rules on a later revision: those for the whole file, and those for records that may be touched.
    #[must_use]
    pub fn again(&self, before: &Reader, after: &Reader, changes: &Changes) -> Self {
        let Reach::Records(touched) = touched::touched(before, after, changes, &self.problems) else {
            return Self::new(after);
        };
        let mut found = found_on_file(after);
        let context = Context::new(*after);
        for key in &touched {
            if let Some(record) = after.record(*key) {
                rules::on_record(&context, *key, &record, &mut found);
            }
        }
        let stays = |problem: &&Problem| {
            let is_of_record = rule(problem.rule).is_some_and(|rule| rule.scope.looks_at_records());
            is_of_record && problem.key.is_some_and(|key| !touched.contains(&key))
        };
        found.keep(self.problems.iter().filter(stays).cloned());
        Self::sorted(after, found)
    }

    /// What is left once the waivers are applied.
    #[must_use]
    pub fn report(&self, reader: &Reader) -> Report {
        waivers::apply(reader, self.problems.clone())
    }

    fn sorted(reader: &Reader, found: Findings) -> Self {
        let mut problems = found.into_problems();
        order::sort(reader, &mut problems);
        Self { problems }
    }
}

/// Runs all rules and applies the waivers.
#[must_use]
pub fn check(reader: &Reader) -> Report {
    Checked::new(reader).report(reader)
}

/// What the rules for single records find in one record, waivers not applied.
#[must_use]
pub fn check_record(reader: &Reader, key: Key) -> Vec<Problem> {
    let Some(record) = reader.record(key) else { return Vec::new() };
    let mut found = Findings::default();
    rules::on_record(&Context::new(*reader), key, &record, &mut found);
    let mut problems = found.into_problems();
    order::sort(reader, &mut problems);
    problems
}

/// What the rules for the header and for the whole file find, waivers not applied.
#[must_use]
pub fn check_file(reader: &Reader) -> Vec<Problem> {
    let mut problems = found_on_file(reader).into_problems();
    order::sort(reader, &mut problems);
    problems
}

fn found_on_file(reader: &Reader) -> Findings {
    let mut found = Findings::default();
    rules::on_header(&Context::new(*reader), &mut found);
    rules::on_file(reader, &mut found);
    found
}
