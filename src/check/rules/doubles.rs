//! Actors that are likely one, entered twice.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::check::{Rule, Scope, Severity};
use crate::index::{fold, name_keys};
use crate::model::{Actor, ActorKind, Id};

pub(super) const SAME_NAME: Rule = Rule {
    id: "same-name",
    severity: Severity::Warning,
    title: "Two actors of one name",
    condition: "Two actors have a name that is the same without case, accents and script",
    help: "Vučić, Vucic and Вучић are one name. Where two actors share one, they are mostly one person entered twice, \
           and visits are counted for two. Names are compared without case and accents, and Serbian Cyrillic as \
           Latin. Two people who do share a name are told apart by a waiver for just these two, so that a third is told.",
    scope: Scope::WholeFile(same_name),
};

pub(super) const POSSIBLE_DOUBLE: Rule = Rule {
    id: "possible-double",
    severity: Severity::Warning,
    title: "Two actors that may be one",
    condition: "Two actors have names that may be two spellings of one: other letters for the same sounds, another order",
    help: "Đorđe, Dorde and Djordje, Müller and Mueller, Хрущёв and Khrushchev, BERG, Anna and Anna Berg are mostly one \
           person entered twice, and visits are counted for two. Names are compared in the ways in which they are \
           written in Latin letters (German, English, French and Serbian usage, BGN/PCGN, ICAO 9303, ELOT 743), in \
           either order. Merge the two, or say by a waiver that they are two: it is for just these, so that a third \
           is told.",
    scope: Scope::WholeFile(possible_double),
};

/// So many namesakes of an actor are named.
const MOST_NAMED: usize = 8;

/// What may be one with another: people, places, and bodies of any sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Person,
    Place,
    Body,
}

fn sort_of(actor: &Actor) -> Option<Sort> {
    Some(match actor.kind? {
        ActorKind::Person => Sort::Person,
        ActorKind::Country | ActorKind::Region => Sort::Place,
        _ => Sort::Body,
    })
}

/// The names of an actor, each with its path.
fn names(actor: &Actor) -> impl Iterator<Item = (String, &str)> {
    let names = actor.names.iter().enumerate();
    let names = names.map(|(number, name)| (format!("names[{number}].text"), name.text.as_str()));
    std::iter::once(("name".to_owned(), actor.name.as_str())).chain(names)
}

/// The actors that had a spelling before, by their places in the file.
type Seen = HashMap<String, Vec<usize>>;

/// Notes that an actor has a spelling too; those that had it before.
fn earlier(seen: &mut Seen, spelling: String, place: usize) -> Vec<usize> {
    let known = seen.entry(spelling).or_default();
    let before = known.iter().copied().filter(|other| *other != place).collect();
    if known.len() <= MOST_NAMED && !known.contains(&place) {
        known.push(place);
    }
    before
}

fn same_name(context: &Context, found: &mut Findings) {
    let actors = &context.reader.briefing.actors;
    let id = |place: &usize| actors.get(*place).map(|entry| entry.record.id.clone());
    let mut seen = Seen::new();
    for (place, entry) in actors.iter().enumerate() {
        let actor = &entry.record;
        let mut told: HashSet<usize> = HashSet::new();
        for (path, name) in names(actor) {
            let folded = fold(name.trim());
            if folded.is_empty() {
                continue;
            }
            let others: Vec<usize> =
                earlier(&mut seen, folded, place).into_iter().filter(|other| told.insert(*other)).collect();
            let others: Vec<Id> = others.iter().filter_map(id).collect();
            if !others.is_empty() {
                let called = listed(&others);
                let message = format!("`{name}` of `{}` is the name of {called} too", actor.id);
                let hint = format!("Make one actor of {called} and `{}`, or waive this rule for these", actor.id);
                found.add_to((entry.key, &actor.id), path, message, hint);
                found.together_with(others);
            }
        }
    }
}

fn possible_double(context: &Context, found: &mut Findings) {
    let actors = &context.reader.briefing.actors;
    // The spellings that had a key before, each with the place of its actor.
    let mut seen: HashMap<String, Vec<(usize, &str)>> = HashMap::new();
    for (place, entry) in actors.iter().enumerate() {
        let actor = &*entry.record;
        let mut likes: BTreeMap<usize, (&str, &str)> = BTreeMap::new();
        for spelling in spellings(actor) {
            for key in name_keys(spelling) {
                let known = seen.entry(key).or_default();
                for (other, like) in known.iter().filter(|(other, _)| *other != place) {
                    likes.entry(*other).or_insert((spelling, like));
                }
                if known.len() <= MOST_NAMED && known.last().is_none_or(|(last, _)| *last != place) {
                    known.push((place, spelling));
                }
            }
        }
        let is_double = |other: &Actor| {
            let are_of_one_sort = sort_of(actor).zip(sort_of(other)).is_none_or(|(one, other)| one == other);
            are_of_one_sort && !share_a_name(actor, other)
        };
        let likes = likes.into_iter().filter_map(|(other, like)| Some((&actors.get(other)?.record, like)));
        let likes: Vec<_> = likes.filter(|(other, _)| is_double(other)).take(MOST_NAMED).collect();
        let Some((_, (own, _))) = likes.first() else { continue };
        let called: Vec<String> =
            likes.iter().map(|(other, (_, like))| format!("`{like}` of `{}`", other.id)).collect();
        let message = format!("`{own}` of `{}` may be another spelling of {}", actor.id, called.join(", "));
        let hint = "Merge them, or say that they are two by a waiver for just these";
        found.add_to((entry.key, &actor.id), "name", message, hint);
        found.together_with(likes.iter().map(|(other, _)| other.id.clone()).collect());
    }
}

/// The names of an actor, and the aliases that are whole names: of more words than one.
fn spellings(actor: &Actor) -> impl Iterator<Item = &str> {
    let aliases = actor.aliases.iter().map(|alias| alias.trim()).filter(|alias| alias.contains(char::is_whitespace));
    names(actor).map(|(_, name)| name).chain(aliases).filter(|name| !name.trim().is_empty())
}

/// Whether two actors have an equal name, which is the matter of another rule.
fn share_a_name(one: &Actor, other: &Actor) -> bool {
    let folded: HashSet<String> =
        names(one).map(|(_, name)| fold(name.trim())).filter(|name| !name.is_empty()).collect();
    names(other).any(|(_, name)| folded.contains(&fold(name.trim())))
}

fn listed(ids: &[Id]) -> String {
    ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}
