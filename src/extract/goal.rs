//! Where a journey leads: a country, a town, a region, somebody to see.

use super::frame::Goal;
use super::place::Place;
use crate::index::fold;
use crate::language::nations::NationWord;
use crate::language::press::{Meaning, VisitWord};
use crate::model::ActorKind;
use std::ops::Range;

/// A goal stands so many words behind its verb.
pub(super) const NEAR: usize = 9;

/// A place from a word on: a country, a town, a region, with what is in front of it.
pub(super) fn goal_at(place: &Place, from: usize) -> Option<Goal> {
    let paragraph = place.paragraph;
    let mut at = from;
    while paragraph.word(at).is_some_and(|word| {
        !word.is_capital
            && (word.means(Meaning::Article)
                || matches!(
                    word.key.as_str(),
                    "neighbouring"
                        | "neighboring"
                        | "northern"
                        | "southern"
                        | "eastern"
                        | "western"
                        | "nearby"
                        | "capital"
                        | "town"
                        | "city"
                        | "province"
                        | "of"
                        | "port"
                        | "region"
                ))
    }) && at < from + 5
    {
        at += 1;
    }
    let word = paragraph.word(at)?;
    let empty = Goal { land: None, region: None, town: None, words: at..at + 1, host: None };
    if let Some(named) = place.cast.lands.at(paragraph, at) {
        let end = at + named.length;
        // `China’s Shandong Province`, `the Serbian capital, Belgrade`, `Serbian capital Belgrade`.
        let mut next = end + usize::from(paragraph.is_sign(end, '’'));
        if paragraph.key(next) == "capital" {
            next += 1 + usize::from(paragraph.is_sign(next + 1, ','));
        }
        if let Some(inner) = (next > end || named.word == NationWord::Nationality)
            .then(|| place.cast.starting_at(place.number, next))
            .flatten()
        {
            let body = place.cast.characters.get(inner.who)?;
            if body.kind == ActorKind::Region {
                return Some(Goal {
                    land: Some(named.land),
                    region: Some(inner.who),
                    words: at..inner.words.end,
                    ..empty
                });
            }
        }
        if next > end
            && let Some(town) = town_at(place, next)
        {
            return Some(Goal { land: Some(named.land), town: Some(town.clone()), words: at..town.end, ..empty });
        }
        if named.word == NationWord::Nationality {
            let is_capital = paragraph.key(end) == "capital";
            return is_capital.then_some(Goal { land: Some(named.land), words: at..end + 1, ..empty });
        }
        if paragraph.is_sign(end, '’') {
            return None;
        }
        let town = (named.word == NationWord::City).then_some(at..end);
        return Some(Goal { land: Some(named.land), town, words: at..end, ..empty });
    }
    if let Some(mention) = place.cast.starting_at(place.number, at) {
        let body = place.cast.characters.get(mention.who)?;
        if body.kind == ActorKind::Region {
            return Some(Goal { land: body.land, region: Some(mention.who), words: mention.words.clone(), ..empty });
        }
    }
    let _ = word;
    let town = town_at(place, at)?;
    let mut land = paragraph.word(town.start).and_then(|word| place.cast.lands.town(&word.key)).copied().flatten();
    // `in Dovrin, Tarsk`; `in Dovrin, the capital of Tarsk`.
    let mut words = town.clone();
    if paragraph.is_sign(town.end, ',')
        && let Some(named) =
            place.cast.lands.at(paragraph, town.end + 1).filter(|named| named.word == NationWord::Country)
    {
        land = Some(named.land);
        words.end = town.end + 1 + named.length;
    }
    Some(Goal { land, town: Some(town), words, ..empty })
}

/// A town at a word: a name that is no person and no body, as far as the text tells.
pub(super) fn town_at(place: &Place, at: usize) -> Option<Range<usize>> {
    let paragraph = place.paragraph;
    if let Some(named) = place.cast.lands.at(paragraph, at) {
        return (named.word == NationWord::City).then_some(at..at + named.length);
    }
    let word = paragraph
        .word(at)
        .filter(|word| word.is_namelike() && !word.is_acronym && word.head().is_none() && !word.is_title())?;
    if word.is_calendar {
        return None;
    }
    // The town of the dateline is one, also where nothing else knows it.
    if place.cast.lands.here.as_deref().is_some_and(|here| fold(here) == word.key) {
        return Some(at..at + 1);
    }
    let mention = place.cast.starting_at(place.number, at);
    let end = mention.map_or(at + 1, |mention| mention.words.end);
    let is_known_person = mention.is_some_and(|mention| {
        let is_titled = mention.whole.start != mention.words.start;
        let character = place.cast.characters.get(mention.who);
        let kind = character.map(|character| character.kind);
        let is_full = character.is_some_and(|character| character.name.contains(' '));
        // `Mombasa` beside the `Mombasa Dockers’ Union` is the town.
        let is_part = is_full && mention.words.len() == 1 && kind != Some(ActorKind::Person);
        is_titled
            || kind != Some(ActorKind::Person) && !is_part
            || is_full && mention.words.len() == 1 && !is_part
            || mention.words.len() > 2
    });
    let is_genitive = paragraph.is_sign(end, '’');
    (!is_known_person && !is_genitive).then_some(at..end)
}

/// Where the words behind a verb go: `arrived in Belgrade`, `came to Orrin`, `arrived here`.
pub(super) fn goal_behind(place: &Place, sentence: &Range<usize>, from: usize, is_direct: bool) -> Option<Goal> {
    let paragraph = place.paragraph;
    if is_direct && let Some(goal) = goal_at(place, from) {
        return Some(goal);
    }
    for at in from..sentence.end.min(from + NEAR) {
        let word = paragraph.word(at)?;
        if paragraph.in_run(at)
            || word.is_sign(';')
            || word.means(Meaning::Relative)
            || word.cue().is_some()
            || matches!(word.key.as_str(), "and" | "before" | "after" | "that")
        {
            return None;
        }
        if word.visit(VisitWord::Into)
            && let Some(goal) = goal_at(place, at + 1)
        {
            return Some(goal);
        }
    }
    None
}

/// Whether nothing but adverbs and dates stands between a verb of going and its goal.
pub(super) fn goes_straight(place: &Place, from: usize, goal: &Goal) -> bool {
    let paragraph = place.paragraph;
    let first = (from..goal.words.start).find(|at| {
        paragraph.word(*at).is_some_and(|word| {
            word.visit(VisitWord::Into) && place.cast.lands_within(place.number, &(*at + 1..*at + 2)).is_empty()
        })
    });
    goal.host.is_some()
        || first.is_none_or(|into| {
            (into + 1..goal.words.start).all(|at| {
                paragraph.word(at).is_some_and(|word| {
                    word.means(Meaning::Article)
                        || word.means(Meaning::Rank)
                        || !word.is_capital
                            && matches!(
                                word.key.as_str(),
                                "capital"
                                    | "town"
                                    | "city"
                                    | "neighbouring"
                                    | "neighboring"
                                    | "northern"
                                    | "southern"
                                    | "province"
                                    | "of"
                                    | "port"
                                    | "region"
                                    | "eastern"
                                    | "western"
                            )
                })
            })
        })
}

pub(super) fn host_goal(place: &Place, seen: Range<usize>) -> Option<Goal> {
    let mention = place.cast.within(place.number, &seen).last()?;
    let land = place.cast.characters.get(mention.who)?.land;
    Some(Goal { land, region: None, town: None, words: seen, host: Some(mention.who) })
}
