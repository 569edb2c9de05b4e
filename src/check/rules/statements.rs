//! Statements: what they must say, and when they can have been made.

use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::{Rule, Scope, Severity};
use crate::model::{AnyRecord, Day, Id, Key, Medium, display_day, parse_edtf};

pub(super) const EMPTY_STATEMENT: Rule = Rule {
    id: "empty-statement",
    severity: Severity::Error,
    title: "Statement without words",
    condition: "A statement has neither content nor no_response",
    help: "A statement is who says what, in which channel, to whom (Lasswell). Without content it says nothing; that \
           somebody was asked and did not answer is written as `no_response`.",
    scope: Scope::PerRecord(empty_statement),
};

pub(super) const NO_RESPONSE_WITH_CONTENT: Rule = Rule {
    id: "no-response-with-content",
    severity: Severity::Error,
    title: "Answer and no answer at once",
    condition: "A statement has both content and no_response",
    help: "Either somebody said something or did not answer; whether a statement is direct, mixed, a paraphrase or no \
           response follows from which of the two it has. Make two statements of it.",
    scope: Scope::PerRecord(no_response_with_content),
};

pub(super) const RELAY_MISSING: Rule = Rule {
    id: "relay-missing",
    severity: Severity::Warning,
    title: "Relayed words without their way",
    condition: "The medium is SocialMedia or Broadcast and `via` is empty",
    help: "Words from a post or a programme mostly reach us through an article that repeats them. `via` tells the \
           way, first origin first, so that the post and the article are not counted as two sources: origins, not \
           outlets, are what corroborates (AJP-2.1, ICD 206).",
    scope: Scope::PerRecord(relay_missing),
};

pub(super) const SAID_BEFORE_EVENT: Rule = Rule {
    id: "said-before-event",
    severity: Severity::Warning,
    title: "Said before its event",
    condition: "A statement is dated before the start of the visit that is its `event`",
    help: "`event` is the visit at which the words were said, so they cannot be older than its start. Words about a \
           visit to come belong under `about`. An open conflict about the start of the visit is taken into account.",
    scope: Scope::PerRecord(said_before_event),
};

fn empty_statement(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Statement(statement) = record else { return };
    if statement.content.is_empty() && statement.no_response.is_none() {
        let message = format!("{} has neither content nor `no_response`", called(record));
        found.add("content", message, "Add what was said, or `no_response` with the question");
    }
}

fn no_response_with_content(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Statement(statement) = record else { return };
    if !statement.content.is_empty() && statement.no_response.is_some() {
        let message = format!("{} has content and says that no answer came", called(record));
        found.add("no_response", message, "Make two statements of it");
    }
}

fn relay_missing(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Statement(statement) = record else { return };
    let Some(medium @ (Medium::SocialMedia | Medium::Broadcast)) = statement.medium else { return };
    if statement.via.is_empty() {
        let message = format!("the medium of {} is {}, and `via` names no source", called(record), medium.word());
        found.add("via", message, "Name the post or programme, then the sources that repeat it");
    }
}

fn said_before_event(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Statement(statement) = record else { return };
    let (Some(event), Some(said_on)) = (&statement.event, &statement.said_on) else { return };
    let (Some(said), Some(start)) = (said_on.bounds().start_latest, earliest_start(context, event)) else { return };
    if said < start {
        let message = format!(
            "{} was said by {}, before `{event}` began on {} or later",
            called(record),
            display_day(said),
            display_day(start)
        );
        found.add("said_on", message, "Mend a date, or name the visit under `about` instead of `event`");
    }
}

/// The first day on which a visit may have begun, by any side of an open conflict.
fn earliest_start(context: &Context, visit: &Id) -> Option<Day> {
    let mut earliest = context.reader.visit(visit)?.when.as_ref()?.bounds().start_earliest?;
    for conflict in context.open_conflicts_about(visit).iter().filter(|conflict| conflict.field == "when") {
        for side in &conflict.sides {
            if let Ok(date) = parse_edtf(&side.value) {
                earliest = earliest.min(date.bounds.start_earliest?);
            }
        }
    }
    Some(earliest)
}
