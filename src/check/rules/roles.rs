//! Roles, and those who speak and lead in them.

use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::{Rule, Scope, Severity};
use crate::model::{ActorKind, AnyRecord, Day, Id, Key, When};

pub(super) const ROLE_NOT_VALID: Rule = Rule {
    id: "role-not-valid",
    severity: Severity::Warning,
    title: "Role not held at the date",
    condition: "No role of the speaker or lead can have held at the date",
    help: "A note gives people their title at the time. Where all the roles that the file has of somebody began after \
           the date or had ended before it, the title printed beside the visit or the words would be wrong. Add the \
           role of the time, or mend `valid`. Membership in time is that of Popolo: a person, an organisation, a \
           post, a start and an end.",
    scope: Scope::PerRecord(role_not_valid),
};

pub(super) const LEAD_WITHOUT_ROLE: Rule = Rule {
    id: "lead-without-role",
    severity: Severity::Info,
    title: "Lead without a role",
    condition: "A person leads a visit and has no role in the file",
    help: "Who somebody is decides what a visit means: the same name is a minister's, or a party secretary's. The \
           note prints the role at the time beside the lead; without one it prints the name alone.",
    scope: Scope::PerRecord(lead_without_role),
};

fn role_not_valid(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let (field, person, when) = match record {
        AnyRecord::Visit(visit) => ("lead", visit.lead.as_ref(), visit.when.as_ref()),
        AnyRecord::Statement(statement) => ("speaker", Some(&statement.speaker), statement.said_on.as_ref()),
        _ => return,
    };
    let (Some(person), Some(when)) = (person, when) else { return };
    let bounds = when.bounds();
    if bounds.start_earliest.is_none() && bounds.start_latest.is_none() {
        return;
    }
    let first = bounds.start_earliest.unwrap_or(Day(i32::MIN));
    let last = bounds.start_latest.unwrap_or(Day(i32::MAX));
    let roles = context.roles_of(person);
    let may_hold = |valid: &Option<When>| valid.as_ref().is_none_or(|valid| valid.bounds().may_touch(first, last));
    if roles.is_empty() || roles.iter().any(|role| may_hold(&role.valid)) {
        return;
    }
    let known: Vec<String> = roles
        .iter()
        .map(|role| format!("{} ({})", role.title, role.valid.as_ref().map(When::display).unwrap_or_default()))
        .collect();
    let message = format!(
        "no role of `{person}` holds at the date of {}, {}: {}",
        called(record),
        when.display(),
        known.join(", ")
    );
    found.add(field, message, "Add the role of the time, or mend `valid`");
}

fn lead_without_role(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Visit(visit) = record else { return };
    let Some(lead) = &visit.lead else { return };
    if is_person(context, lead) && context.roles_of(lead).is_empty() {
        let message = format!("`{lead}`, who leads {}, has no role", called(record));
        found.add(
            "lead",
            message,
            format!("Add a role: `(id: \"role-{lead}\", person: \"{lead}\", org: …, title: …)`"),
        );
    }
}

fn is_person(context: &Context, id: &Id) -> bool {
    context.actor(id).is_some_and(|actor| matches!(actor.kind, Some(ActorKind::Person) | None))
}
