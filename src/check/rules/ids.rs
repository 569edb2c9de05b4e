//! Ids, and what they lead to.

use std::collections::HashMap;
use std::fmt::Display;

use crate::check::circles::steps_back;
use crate::check::context::{Context, a_noun, called};
use crate::check::findings::Findings;
use crate::check::paths::references_with_paths;
use crate::check::suggest::did_you_mean;
use crate::check::{Act, Remedy, Rule, Scope, Severity};
use crate::index::fold;
use crate::model::{ActorKind, AnyRecord, Header, Id, Key, Merge, Place, RecordKind, Reference, country_name};

pub(super) const DUPLICATE_ID: Rule = Rule {
    id: "duplicate-id",
    severity: Severity::Error,
    title: "Repeated id",
    condition: "Two records have the same id",
    help: "An id is how records of a file name each other, and how two versions of a file are merged and compared. \
           Where two records share one, every mention leads to the first and the second can never be reached. Give \
           the later one an id of its own, and look through the mentions of it.",
    scope: Scope::WholeFile(duplicate_id),
};

pub(super) const MALFORMED_ID: Rule = Rule {
    id: "malformed-id",
    severity: Severity::Error,
    title: "Malformed id",
    condition: "An id does not match [a-z][a-z0-9-]*",
    help: "Ids are small Latin letters, digits and hyphens, a letter first. They then need no escaping in a cite such \
           as \"rferl#3\", are never mistaken for an ISO 3166 code, which is in capitals, and cannot hide look-alike \
           letters (Unicode UTS #39).",
    scope: Scope::PerRecord(malformed_id),
};

pub(super) const DANGLING_REFERENCE: Rule = Rule {
    id: "dangling-reference",
    severity: Severity::Error,
    title: "Reference that leads nowhere",
    condition: "A field names a record that is not in the file",
    help: "A mention of a record that is not there breaks the way from a claim to its source, which is what ICD 206 \
           (Sourcing Requirements) asks to keep. It is mostly a slip of the pen, or a record that was renamed or \
           deleted: mend the name, or add the record.",
    scope: Scope::RecordsAndHeader(dangling_reference, dangling_in_header),
};

pub(super) const REFERENCE_KIND: Rule = Rule {
    id: "reference-kind",
    severity: Severity::Error,
    title: "Reference to the wrong kind",
    condition: "A field names a record of a kind that cannot stand there",
    help: "A speaker is an actor, a cite leads to a source, a visit goes to a country or a region. Where the name of \
           another kind of record stands there, counts, directions and footnotes built on the field are wrong.",
    scope: Scope::RecordsAndHeader(reference_kind, kind_in_header),
};

pub(super) const CIRCULAR_CHAIN: Rule = Rule {
    id: "circular-chain",
    severity: Severity::Error,
    title: "Chain that runs in a circle",
    condition: "part_of, derived_from, supports or supersedes leads back to the record",
    help: "Nothing is part of itself, drawn from itself, evidence for itself or replaced by itself. The country of an actor is looked up \
           along `part_of`, and the origins of a source along `derived_from` (W3C PROV, wasDerivedFrom): in a circle \
           neither ends anywhere.",
    scope: Scope::WholeFile(circular_chain),
};

/// So many numbers are tried for a free id.
const MOST_TRIED: usize = 1000;

fn duplicate_id(context: &Context, found: &mut Findings) {
    // Where the search for a free id of each name ended, so that the next goes on from there.
    let mut numbers: HashMap<Id, usize> = HashMap::new();
    for (key, record) in context.reader.briefing.all_records() {
        if record.id().is_empty() || context.is_first_of_its_id(key, &record) {
            continue;
        }
        let first = context.record(record.id()).map_or_else(String::new, |first| a_noun(first.kind()));
        let message = format!("the id `{}` of this {} is already that of {first}", record.id(), record.kind().noun());
        let hint = free_id(context, record.id(), numbers.entry(record.id().clone()).or_insert(2));
        found.add_to(
            (key, record.id()),
            "id",
            message,
            hint.as_ref().map(|id| format!("Call it `{id}`, for one")).unwrap_or_default(),
        );
        found.mended_by(hint.map(renamed));
    }
}

/// An id made of another and a number, from the number on, that no record has; the number is moved to it.
fn free_id(context: &Context, id: &Id, number: &mut usize) -> Option<Id> {
    for _ in 0..MOST_TRIED {
        let free = Id::from(format!("{id}-{number}").as_str());
        if !context.is_known(&free) {
            return Some(free);
        }
        *number += 1;
    }
    None
}

fn malformed_id(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let id = record.id();
    if id.is_empty() || id.is_well_formed() {
        return;
    }
    let message = format!("the id `{id}` is not made of small letters, digits and hyphens, a letter first");
    let whole = repaired(id.as_str(), record.kind());
    let hint = whole.as_ref().map(|id| format!("Write `{id}`, here and where it is named"));
    found.add("id", message, hint.unwrap_or_default());
    found.mended_by(whole.map(|id| renamed(Id::from(id.as_str()))));
}

fn renamed(id: Id) -> Remedy {
    Remedy::one(format!("Call it {id}"), Act::Rename(Some(id)))
}

/// A well-formed id that looks like the text.
fn repaired(text: &str, kind: RecordKind) -> Option<String> {
    let letters = fold(text);
    let plain = |c: char| if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '-' };
    let parts: String = letters.chars().map(plain).collect();
    let parts: Vec<&str> = parts.split('-').filter(|part| !part.is_empty()).collect();
    let joined = parts.join("-");
    let begins_with_letter = joined.starts_with(|c: char| c.is_ascii_lowercase());
    match joined.as_str() {
        "" => None,
        _ if begins_with_letter => Some(joined),
        _ => Some(format!("{}-{joined}", kind.noun())),
    }
}

fn dangling_reference(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    for (reference, path) in references_with_paths(record, |reference| !context.is_known(reference.target)) {
        let message = format!("{} names `{}`, which is not in this file", called(record), reference.target);
        found.add(
            path,
            message,
            where_instead(context, reference.target, reference.allowed, is_place(record, &reference)),
        );
        found.mended_by(named_or_made(context, record, &reference));
    }
}

/// Naming what was meant; where nothing is like it, making the actor or the source that is missing.
fn named_or_made(context: &Context, record: &AnyRecord, reference: &Reference) -> Option<Remedy> {
    let target = reference.target;
    if is_place(record, reference) {
        let code = target.as_str().to_ascii_uppercase();
        return country_name(&code).is_some().then(|| named(target, Id::from(code.as_str())));
    }
    if let Some(meant) = context.nearest_id(target, reference.allowed) {
        return Some(named(target, Id::from(meant.as_str())));
    }
    let [kind @ (RecordKind::Actor | RecordKind::Source)] = reference.allowed else { return None };
    let label = format!("Create the {} {target}", kind.noun());
    target.is_well_formed().then(|| Remedy::one(label, Act::Create(*kind, target.clone())))
}

fn named(target: &Id, meant: Id) -> Remedy {
    Remedy::one(format!("Name {meant}"), Act::Name(target.clone(), meant))
}

/// What may have been meant by a name that leads nowhere.
fn where_instead(context: &Context, target: &Id, allowed: &[RecordKind], is_place: bool) -> String {
    let code = target.as_str().to_ascii_uppercase();
    let country = code.split('-').next().and_then(country_name);
    if let (true, Some(country)) = (is_place, country) {
        return format!("Write `{code}` in capitals for the code of {country}");
    }
    let before = target.as_str().split_once('#').map(|(source, _)| Id::from(source));
    if let Some(source) = before.filter(|source| context.is_known(source)) {
        return format!("Write a paragraph as a number: `{source}#3`");
    }
    did_you_mean(context.nearest_id(target, allowed).as_deref())
}

fn is_place(record: &AnyRecord, reference: &Reference) -> bool {
    match record {
        AnyRecord::Visit(_) => matches!(reference.field, "to" | "from"),
        AnyRecord::Role(_) => reference.field == "area",
        _ => false,
    }
}

fn dangling_in_header(context: &Context, header: &Header, found: &mut Findings) {
    for (path, source) in sources_of_header(header).filter(|(_, source)| !context.is_known(source)) {
        let message = format!("the coverage names `{source}`, which is not in this file");
        found.add(path, message, where_instead(context, source, &[RecordKind::Source], false));
    }
    // An item may be about the briefing itself, or about a record that one side deleted.
    let is_lost =
        |merge: &Merge| !merge.record.is_empty() && merge.field != "record" && !context.is_known(&merge.record);
    for (number, merge) in header.merges.iter().enumerate().filter(|(_, merge)| is_lost(merge)) {
        let message = format!("an open merge names `{}`, which is not in this file", merge.record);
        found.add(format!("merges[{number}].record"), message, where_instead(context, &merge.record, &[], false));
    }
}

fn sources_of_header(header: &Header) -> impl Iterator<Item = (String, &Id)> {
    header.coverage.iter().enumerate().flat_map(|(number, coverage)| {
        let path = move |item| format!("coverage[{number}].sources[{item}]");
        coverage.sources.iter().enumerate().map(move |(item, source)| (path(item), source))
    })
}

fn reference_kind(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let is_wrong = |reference: &Reference| !may_stand(context, reference.target, reference.allowed);
    for (reference, path) in references_with_paths(record, is_wrong) {
        say_kind(context, &called(record), path, reference.target, reference.allowed, found);
    }
    for (field, place) in places(record) {
        let Some(AnyRecord::Actor(actor)) = place.actor().and_then(|id| context.record(id)) else { continue };
        if actor.kind.is_some_and(|kind| !matches!(kind, ActorKind::Country | ActorKind::Region)) {
            let message = format!(
                "{} has `{place}` as a place, which is no country or region",
                called(record),
                place = place.as_str()
            );
            found.add(field, message, "Name a country or a region, or give an ISO 3166 code; a town goes to `place`");
        }
    }
}

fn kind_in_header(context: &Context, header: &Header, found: &mut Findings) {
    let allowed = &[RecordKind::Source];
    for (path, source) in sources_of_header(header).filter(|(_, source)| !may_stand(context, source, allowed)) {
        say_kind(context, &"the coverage", path, source, allowed, found);
    }
}

/// Whether a record with the id is of an allowed kind; one that is not there is another rule's matter.
fn may_stand(context: &Context, target: &Id, allowed: &[RecordKind]) -> bool {
    let mut kinds = context.kinds_of(target).peekable();
    allowed.is_empty() || kinds.peek().is_none() || kinds.any(|kind| allowed.contains(&kind))
}

fn say_kind(
    context: &Context,
    who: &dyn Display,
    path: String,
    target: &Id,
    allowed: &[RecordKind],
    found: &mut Findings,
) {
    let is = context.kinds_of(target).next().map_or_else(|| "something else".to_owned(), a_noun);
    let wanted: Vec<String> = allowed.iter().map(|kind| a_noun(*kind)).collect();
    let message = format!("{who} names `{target}`, {is}, where only {} can stand", wanted.join(" or "));
    let meant = context.nearest_id(target, allowed).filter(|meant| meant != target.as_str());
    found.add(path, message, did_you_mean(meant.as_deref()));
    found.mended_by(meant.map(|meant| named(target, Id::from(meant.as_str()))));
}

fn places(record: &AnyRecord) -> Vec<(&'static str, &Place)> {
    match record {
        AnyRecord::Visit(visit) => {
            std::iter::once(("to", &visit.to)).chain(visit.from.iter().map(|place| ("from", place))).collect()
        }
        AnyRecord::Role(role) => role.area.iter().map(|place| ("area", place)).collect(),
        _ => Vec::new(),
    }
}

fn circular_chain(context: &Context, found: &mut Findings) {
    for back in steps_back(context, &[RecordKind::Source, RecordKind::Actor, RecordKind::Judgement], chain) {
        let name = back.field.split('[').next().unwrap_or_default();
        let message = format!("`{name}` of `{}` names `{}` and so leads back to where it began", back.id, back.target);
        found.add_to((back.key, &back.id), back.field.clone(), message, "Take out the step that is wrong");
    }
}

/// The steps from a record along its chain, each with its path.
fn chain(_: &Context, record: &AnyRecord) -> Vec<(String, Id)> {
    let one = |field: &str, id: &Option<Id>| -> Vec<_> { id.iter().map(|id| (field.to_owned(), id.clone())).collect() };
    match record {
        AnyRecord::Source(source) => {
            let steps = source.derived_from.iter().enumerate();
            steps.map(|(number, id)| (format!("derived_from[{number}]"), id.clone())).collect()
        }
        AnyRecord::Actor(actor) => one("part_of", &actor.part_of),
        AnyRecord::Judgement(judgement) => {
            let supports = judgement.supports.iter().enumerate();
            let supports = supports.map(|(number, id)| (format!("supports[{number}]"), id.clone()));
            supports.chain(one("supersedes", &judgement.supersedes)).collect()
        }
        _ => Vec::new(),
    }
}
