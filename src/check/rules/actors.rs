//! Actors: their names, and their codes.

use std::collections::HashMap;

use crate::check::context::{Context, called, called_with_kind};
use crate::check::findings::Findings;
use crate::check::{Act, Remedy, Rule, Scope, Severity};
use crate::index::fold;
use crate::model::{ActorKind, AnyRecord, Id, Key, countries, country_name, is_region_code, is_user_assigned};

pub(super) const UNUSED_ACTOR: Rule = Rule {
    id: "unused-actor",
    severity: Severity::Info,
    title: "Actor never used",
    condition: "No record names the actor",
    help: "An actor that nothing names adds a row and no information. It was added ahead of its use, its last mention \
           was deleted, or its id was mistyped where it was meant.",
    scope: Scope::PerRecord(unused_actor),
};

pub(super) const SHARED_ACRONYM: Rule = Rule {
    id: "shared-acronym",
    severity: Severity::Warning,
    title: "Acronym of two actors",
    condition: "Two actors have the same acronym among their aliases or names",
    help: "A quote that says \"CCPC\" may then mean either, and a search for it finds both. Sources do use one \
           acronym for a party and for its committee; note at the statement which is meant.",
    scope: Scope::WholeFile(shared_acronym),
};

pub(super) const UNKNOWN_CODE: Rule = Rule {
    id: "unknown-code",
    severity: Severity::Error,
    title: "Unknown country or region code",
    condition: "A country is not an ISO 3166-1 alpha-2 code, or a region not of the form of ISO 3166-2",
    help: "Countries go by the two capitals of ISO 3166-1 (RS, CN), regions by ISO 3166-2, the country's code and up \
           to three letters or digits (CN-SD). XK stands for Kosovo as usual, EU and UN for the European Union and \
           the United Nations; AA, QM to QZ, XA to XZ and ZZ, which the standard leaves to its users, are taken as \
           they are. A visit to a code that is none has no direction and no lane.",
    scope: Scope::PerRecord(unknown_code),
};

fn unused_actor(context: &Context, key: Key, record: &AnyRecord, found: &mut Findings) {
    let is_used = !context.reader.index.links_to(key).is_empty();
    if !matches!(record, AnyRecord::Actor(_)) || is_used || !context.is_first_of_its_id(key, record) {
        return;
    }
    found.add(
        "",
        format!("nothing in the file names {}", called_with_kind(record)),
        "Delete it, or name it where it belongs",
    );
    found.mended_by(Remedy::one("Delete the actor".to_owned(), Act::Delete));
}

/// For each spelling the first actor that has it, in the order of the file.
type Seen = HashMap<String, (Key, Id)>;

fn shared_acronym(context: &Context, found: &mut Findings) {
    let mut seen: Seen = HashMap::new();
    for entry in &context.reader.briefing.actors {
        let actor = &entry.record;
        let names = actor.names.iter().enumerate().map(|(number, name)| (format!("names[{number}].text"), &name.text));
        let aliases = actor.aliases.iter().enumerate().map(|(number, alias)| (format!("aliases[{number}]"), alias));
        let is_name = |path: &str| !path.starts_with("aliases");
        for (path, text) in std::iter::once(("name".to_owned(), &actor.name)).chain(names).chain(aliases) {
            if !is_acronym(text) {
                continue;
            }
            let place = if is_name(&path) { "name" } else { "alias" };
            let owner = seen.entry(text.clone()).or_insert_with(|| (entry.key, actor.id.clone()));
            // Two equal names are the matter of another rule.
            if owner.0 != entry.key && place == "alias" {
                let message = format!("the acronym `{text}` of `{}` is one of `{}` too", actor.id, owner.1);
                found.add_to(
                    (entry.key, &actor.id),
                    path,
                    message,
                    "Say in a note which of the two a source means by it",
                );
            }
        }
    }
}

/// Two capitals or more, and no small letters or spaces.
fn is_acronym(text: &str) -> bool {
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2 && !text.contains(|c: char| c.is_lowercase() || c.is_whitespace())
}

fn unknown_code(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let is_country = |code: &str| country_name(code).is_some() || is_user_assigned(code);
    let is_either = |code: &str| is_country(code) || is_region_code(code);
    match record {
        AnyRecord::Actor(actor) => {
            if !actor.country.is_empty() && !is_country(&actor.country) {
                report_code(record, "country", &actor.country, found);
            }
            let fits =
                if actor.kind == Some(ActorKind::Country) { is_country(&actor.iso) } else { is_either(&actor.iso) };
            if !actor.iso.is_empty() && !fits {
                report_code(record, "iso", &actor.iso, found);
            }
        }
        AnyRecord::Visit(visit) => {
            for (field, place) in std::iter::once(("to", &visit.to)).chain(visit.from.iter().map(|from| ("from", from)))
            {
                if let Some(code) = place.iso_code().filter(|code| !is_either(code)) {
                    report_code(record, field, code, found);
                }
            }
        }
        AnyRecord::Role(role) => {
            if let Some(code) = role.area.as_ref().and_then(|area| area.iso_code()).filter(|code| !is_either(code)) {
                report_code(record, "area", code, found);
            }
        }
        _ => {}
    }
}

fn report_code(record: &AnyRecord, field: &str, code: &str, found: &mut Findings) {
    let message = format!("`{field}` of {} is `{code}`, which is no ISO 3166 code", called(record));
    let meant = meant_code(code);
    found.add(field, message, meant.as_ref().map(|code| format!("Write `{code}`")).unwrap_or_default());
    found.mended_by(meant.map(|code| Remedy::write(field, &code)));
}

/// The code that was meant by another spelling of it, by a country's name, or by a usual mistake.
fn meant_code(text: &str) -> Option<String> {
    const USUAL: [(&str, &str); 6] =
        [("UK", "GB"), ("EL", "GR"), ("SRB", "RS"), ("CHN", "CN"), ("USA", "US"), ("RUS", "RU")];
    let capitals = text.trim().to_uppercase();
    if let Some((_, code)) = USUAL.iter().find(|(wrong, _)| *wrong == capitals) {
        return Some((*code).to_owned());
    }
    let country = capitals.split(['-', '_']).next().unwrap_or_default();
    if country_name(&capitals).is_some() || (is_region_code(&capitals) && capitals != text) {
        return Some(capitals);
    }
    let name = fold(text.trim());
    let by_name = countries().iter().find(|(_, known)| fold(known) == name).map(|(code, _)| (*code).to_owned());
    by_name.or_else(|| (country.len() < capitals.len() && country_name(country).is_some()).then(|| country.to_owned()))
}
