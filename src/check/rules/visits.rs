//! Visits: where they go, who leads them, when they were made public.

use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::{Remedy, Rule, Scope, Severity};
use crate::index::fold;
use crate::model::{ActorKind, AnyRecord, Key, Level, Role, VisitKind, display_day};

pub(super) const SAME_FROM_AND_TO: Rule = Rule {
    id: "same-from-and-to",
    severity: Severity::Warning,
    title: "From and to are one place",
    condition: "`from` and `to` of a visit are the same place",
    help: "The direction of a visit is from the country of `from` to that of `to`; where both are one place it has \
           none. Mostly the host's country was put in twice. An ISO 3166 code and the actor that has it are one \
           place.",
    scope: Scope::PerRecord(same_from_and_to),
};

pub(super) const STATE_VISIT_WITHOUT_HEAD: Rule = Rule {
    id: "state-visit-without-head",
    severity: Severity::Warning,
    title: "State visit without a head of state",
    condition: "The kind is State, and the lead has no role as head of state",
    help: "In diplomatic protocol a state visit is one by a head of state to another; a head of government comes on \
           an official visit. Give the lead the role, or take another kind: Official, OfficialWorking, Working.",
    scope: Scope::PerRecord(state_visit_without_head),
};

pub(super) const ANNOUNCED_AFTER_START: Rule = Rule {
    id: "announced-after-start",
    severity: Severity::Info,
    title: "Announced after it began",
    condition: "`announced` is later than the last day on which the visit can have begun",
    help: "Visits are mostly announced before they begin. One that is made public while it goes on, or after, may be \
           news in itself, or the two dates may have changed places: announced on is not visited on.",
    scope: Scope::PerRecord(announced_after_start),
};

fn same_from_and_to(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Visit(visit) = record else { return };
    let Some(from) = visit.from.as_ref().filter(|from| !from.is_empty()) else { return };
    if context.place_identity(from) == context.place_identity(&visit.to) {
        let message =
            format!("{} goes from `{}` to `{}`, which is one place", called(record), from.as_str(), visit.to.as_str());
        found.add("from", message, "Give the place where the visitors set out, or leave `from` out");
        found.mended_by(Remedy::take_away("Leave “From” out", "from"));
    }
}

fn state_visit_without_head(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Visit(visit) = record else { return };
    if visit.kind != Some(VisitKind::State) {
        return;
    }
    let Some(lead) = &visit.lead else {
        found.add(
            "lead",
            format!("{} is a state visit without a lead", called(record)),
            "Name the head of state who led it",
        );
        return;
    };
    let roles = context.roles_of(lead);
    let is_head = roles.iter().any(|role| is_head_of_state(context, role));
    // Without any role the level is all there is to go by; that roles are missing is another rule's matter.
    let is_head = is_head || roles.is_empty() && visit.level == Some(Level::HeadOfState);
    if !is_head {
        let message =
            format!("{} is a state visit, but no role of `{lead}` is that of a head of state", called(record));
        found.add("kind", message, "Add the role, or take another kind, such as Official");
    }
}

/// Whether the title is that of a head of state, and the organisation a country or its government.
fn is_head_of_state(context: &Context, role: &Role) -> bool {
    const TITLES: &[&str] = &[
        "head of state",
        "president",
        "king",
        "queen",
        "emperor",
        "empress",
        "sultan",
        "emir",
        "amir",
        "grand duke",
        "prince",
        "pope",
        "monarch",
        "supreme leader",
        "governor-general",
        "captain regent",
        "predsednik",
        "predsednica",
        "predsjednik",
        "predsjednica",
        "prasident",
        "prasidentin",
        "bundesprasident",
        "presidente",
        "konig",
        "konigin",
        "kaiser",
        "roi",
        "reine",
        "kralj",
        "kraljica",
        "国家主席",
        "主席",
        "总统",
        "天皇",
    ];
    const LESSER: &[&str] = &[
        "vice",
        "deputy",
        "former",
        "acting deputy",
        "crown",
        "of the government",
        "of the parliament",
        "potpredsednik",
    ];
    let title = fold(&role.title);
    let has = |words: &[&str]| words.iter().any(|word| stands_in(word, &title));
    let org = context.actor(&role.org).and_then(|actor| actor.kind);
    has(TITLES)
        && !has(LESSER)
        && matches!(org, None | Some(ActorKind::Country | ActorKind::Government | ActorKind::PublicBody))
}

/// Whether a word begins and ends where words do; Chinese ones have no such bounds.
fn stands_in(word: &str, text: &str) -> bool {
    crate::check::wording::count(word, text) > 0
}

fn announced_after_start(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Visit(visit) = record else { return };
    let announced = visit.announced.as_ref().and_then(|date| date.bounds().start_earliest);
    let start = visit.when.as_ref().and_then(|date| date.bounds().start_latest);
    let (Some(announced), Some(start)) = (announced, start) else { return };
    if announced > start {
        let message = format!(
            "{} was announced on {}, after it began on {} at the latest",
            called(record),
            display_day(announced),
            display_day(start)
        );
        found.add("announced", message, "Look whether the two dates have changed places");
    }
}
