//! Running the rules: on everything, or on what a change may have touched.

use super::context::Context;
use super::findings::Findings;
use super::problem::Problem;
use super::reach::Reach;
use super::report::Report;
use super::rules::rule;
use super::{order, rules, touched, waivers};
use crate::index::{Changes, Reader};
use crate::model::Key;

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

pub(super) fn found_on_file(reader: &Reader) -> Findings {
    let mut found = Findings::default();
    rules::on_header(&Context::new(*reader), &mut found);
    rules::on_file(reader, &mut found);
    found
}
