//! What rules write their findings into.

use crate::model::{AnyRecord, Id, Key, shortened_message};

use super::{Problem, Remedy, Severity};

/// Findings, in the order in which they were made.
#[derive(Debug, Default)]
pub struct Findings {
    /// The rule now running.
    rule: &'static str,
    severity: Option<Severity>,
    /// The record looked at, `None` for the header or the whole file.
    subject: Option<(Key, Id)>,
    problems: Vec<Problem>,
}

impl Findings {
    /// What follows is said of this record, or else of the file.
    pub(super) fn look_at(&mut self, subject: Option<(Key, &AnyRecord)>) {
        self.subject = subject.map(|(key, record)| (key, record.id().clone()));
    }

    /// What follows is said by this rule.
    pub(super) fn apply(&mut self, rule: &'static str, severity: Severity) {
        self.rule = rule;
        self.severity = Some(severity);
    }

    /// Something about the record, or the header, that is being looked at.
    pub(super) fn add(&mut self, field: impl Into<String>, message: impl Into<String>, hint: impl Into<String>) {
        let Some(severity) = self.severity else { return };
        self.add_as(severity, field, message, hint);
    }

    /// The same, with a severity of its own.
    pub(super) fn add_as(
        &mut self,
        severity: Severity,
        field: impl Into<String>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let (key, id) = self.subject.clone().map_or((None, Id::default()), |(key, id)| (Some(key), id));
        self.push(severity, key, &id, field.into(), message.into(), hint.into());
    }

    /// Something about another record than the one being looked at, for rules that look at the whole file.
    pub(super) fn add_to(
        &mut self,
        (key, id): (Key, &Id),
        field: impl Into<String>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let Some(severity) = self.severity else { return };
        self.push(severity, Some(key), id, field.into(), message.into(), hint.into());
    }

    fn push(&mut self, severity: Severity, key: Option<Key>, id: &Id, field: String, message: String, hint: String) {
        let (rule, record) = (self.rule, id.clone());
        let (message, hint) = (shortened_message(message), shortened_message(hint));
        let others = Vec::new();
        let problem =
            Problem { rule, severity, key, record, others, field, message, hint, remedy: None, position: None };
        self.problems.push(problem);
    }

    /// The records that the finding that was added last is about together with its own.
    pub(super) fn together_with(&mut self, others: Vec<Id>) {
        if let Some(last) = self.problems.last_mut() {
            last.others = others;
        }
    }

    /// What would mend the finding that was added last.
    pub(super) fn mended_by(&mut self, remedy: impl Into<Option<Remedy>>) {
        if let Some(last) = self.problems.last_mut() {
            last.remedy = remedy.into();
        }
    }

    /// Findings that were made elsewhere, or of an earlier revision that still hold.
    pub(super) fn keep(&mut self, problems: impl Iterator<Item = Problem>) {
        self.problems.extend(problems);
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }
}
