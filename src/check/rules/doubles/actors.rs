//! Actors that are likely one, entered twice.

use std::collections::{BTreeMap, HashMap, HashSet};

use unicode_normalization::UnicodeNormalization as _;

use super::wording::{MERGE_OR_WAIVE, MOST_NAMED, listed};
use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::check::{Rule, Scope, Severity};
use crate::index::{WordOrder, fold, initials, name_keys};
use crate::model::{Actor, ActorKind, Id};

pub(in crate::check) const SAME_NAME: Rule = Rule {
    id: "same-name",
    severity: Severity::Warning,
    title: "Two actors of one name",
    condition: "Two actors have a name that is the same without case, accents and script",
    help: "Vučić, Vucic and Вучић are one name. Where two actors share one, they are mostly one person entered twice, \
           and visits are counted for two. Names are compared without case and accents, and Serbian Cyrillic as \
           Latin. Two people who do share a name are told apart by a waiver for just these two, so that a third is told.",
    scope: Scope::WholeFile(same_name),
};

pub(in crate::check) const POSSIBLE_DOUBLE: Rule = Rule {
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
        let is_same = |other: usize, name: &str| {
            actors.get(other).is_some_and(|other| may_be_one(actor, &other.record) && has_name(&other.record, name))
        };
        for (path, name) in names(actor) {
            let folded = fold(name.trim());
            if folded.is_empty() {
                continue;
            }
            let others: Vec<usize> =
                earlier(&mut seen, folded, place).into_iter().filter(|other| is_same(*other, name)).collect();
            let others: Vec<usize> = others.into_iter().filter(|other| told.insert(*other)).collect();
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
            for key in keys_of(actor, spelling) {
                let known = seen.entry(key).or_default();
                let is_like = |(other, like): &&(usize, &str)| {
                    *other != place && !have_other_initials(spelling, like) && !contradict(spelling, like)
                };
                for (other, like) in known.iter().filter(is_like) {
                    likes.entry(*other).or_insert((spelling, like));
                }
                if known.len() <= MOST_NAMED && known.last().is_none_or(|(last, _)| *last != place) {
                    known.push((place, spelling));
                }
            }
        }
        let is_double = |other: &Actor| may_be_one(actor, other) && !share_a_name(actor, other);
        let likes = likes.into_iter().filter_map(|(other, like)| Some((&actors.get(other)?.record, like)));
        let likes: Vec<_> = likes.filter(|(other, _)| is_double(other)).take(MOST_NAMED).collect();
        let Some((_, (own, _))) = likes.first() else { continue };
        let called: Vec<String> =
            likes.iter().map(|(other, (_, like))| format!("`{like}` of `{}`", other.id)).collect();
        let message = format!("`{own}` of `{}` may be another spelling of {}", actor.id, called.join(", "));
        found.add_to((entry.key, &actor.id), "name", message, MERGE_OR_WAIVE);
        found.together_with(likes.iter().map(|(other, _)| other.id.clone()).collect());
    }
}

/// The names of an actor, and the aliases that are whole names: of more words than one.
fn spellings(actor: &Actor) -> impl Iterator<Item = &str> {
    let aliases = actor.aliases.iter().map(|alias| alias.trim()).filter(|alias| alias.contains(char::is_whitespace));
    names(actor).map(|(_, name)| name).chain(aliases).filter(|name| !name.trim().is_empty())
}

/// What an actor's spelling has in common with others of the same name.
fn keys_of(actor: &Actor, spelling: &str) -> Vec<String> {
    match sort_of(actor) {
        Some(Sort::Person) => name_keys(spelling, WordOrder::Any),
        Some(Sort::Place | Sort::Body) => name_keys(spelling, WordOrder::AsWritten),
        None => {
            let mut keys = name_keys(spelling, WordOrder::Any);
            keys.extend(name_keys(spelling, WordOrder::AsWritten));
            keys.sort_unstable();
            keys.dedup();
            keys
        }
    }
}

/// Whether two actors can be one: of one sort, not both without a name of their own, nor bodies of two countries.
fn may_be_one(one: &Actor, other: &Actor) -> bool {
    let sorts = sort_of(one).zip(sort_of(other));
    let are_of_one_sort = sorts.is_none_or(|(one, other)| one == other);
    let are_anonymous = one.anonymous == Some(true) && other.anonymous == Some(true);
    let are_of_two_countries = sorts != Some((Sort::Person, Sort::Person))
        && !one.country.is_empty()
        && !other.country.is_empty()
        && one.country != other.country;
    are_of_one_sort && !are_anonymous && !are_of_two_countries
}

/// Whether two spellings have initials, and none in common.
fn have_other_initials(one: &str, other: &str) -> bool {
    let (one, other) = (initials(one), initials(other));
    !one.is_empty() && !other.is_empty() && !one.iter().any(|initial| other.contains(initial))
}

/// Whether an actor has a name.
fn has_name(actor: &Actor, name: &str) -> bool {
    names(actor).any(|(_, own)| is_one_name(own, name))
}

/// Whether two names are equal without case, accents and script, and have no two accents that contradict each other, as
/// those of `Hùng` and `Hưng` do.
fn is_one_name(one: &str, other: &str) -> bool {
    fold(one.trim()) == fold(other.trim()) && !contradict(one, other)
}

/// Whether two names have two accents at one place that contradict each other.
fn contradict(one: &str, other: &str) -> bool {
    // One letter in two forms: with a comma and a cedilla, with a bar and as the Icelandic one.
    let usual = |c: char| match c {
        'ş' => 'ș',
        'ţ' => 'ț',
        'ð' => 'đ',
        c => c,
    };
    let letters = |name: &str| name.trim().nfc().flat_map(char::to_lowercase).map(usual).collect::<Vec<char>>();
    let (one, other) = (letters(one), letters(other));
    let is_accented = |c: char| matches!(c, '\u{e0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    let differ = |(one, other): (&char, &char)| one != other && is_accented(*one) && is_accented(*other);
    one.len() == other.len() && one.iter().zip(&other).any(differ)
}

/// Whether two actors have an equal name, which is the matter of another rule.
fn share_a_name(one: &Actor, other: &Actor) -> bool {
    names(one).any(|(_, name)| !fold(name.trim()).is_empty() && has_name(other, name))
}
