//! Words in translation.

use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::{Rule, Scope, Severity};
use crate::model::{AnyRecord, Key};

pub(in crate::check::rules) const TRANSLATOR_MISSING: Rule = Rule {
    id: "translator-missing",
    severity: Severity::Warning,
    title: "Translation without a translator",
    condition: "A statement has its `original`, but no translator",
    help: "A quote in translation is the translator's choice of words. ICD 206 (Sourcing Requirements) asks for what \
           a reader needs to judge a source; who translated is part of it: a person, the outlet, or a program.",
    scope: Scope::PerRecord(translator_missing),
};

fn translator_missing(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Statement(statement) = record else { return };
    let Some(original) = &statement.original else { return };
    if original.translator.trim().is_empty() {
        let message = format!("{} has its original, but nobody is named who translated it", called(record));
        found.add("original", message, "Add `translator`: a person, the outlet, or a program");
    }
}
