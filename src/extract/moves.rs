//! Verbs of going and of visiting, and nouns for a visit.

use super::comers::{comers, with_delegation};
use super::frame::{Comers, Frame, FrameRule, Goal, frame};
use super::goal::{goal_at, goal_behind, goes_straight, host_goal};
use super::page::{Paragraph, Part};
use super::place::Place;
use crate::language::press::{Meaning, VisitWord};
use crate::model::VisitStatus;
use std::ops::Range;

/// `will`, `is to` before a verb: where it stands, with nothing but adverbs between.
pub(super) fn has_will(paragraph: &Paragraph, sentence: &Range<usize>, verb: usize) -> Option<usize> {
    let reach = if paragraph.is_free_order { 14 } else { 6 };
    let lowest = sentence.start.max(verb.saturating_sub(reach));
    let mut at = verb;
    while at > lowest {
        at -= 1;
        let length = paragraph.word(at)?.length_of(|meaning| meaning == Meaning::Visit(VisitWord::Will));
        // German and its like put the infinitive at the end.
        let is_free = paragraph.is_free_order && !(at..verb).any(|between| paragraph.is_sign(between, ','));
        if length > 0 && is_free {
            return Some(at);
        }
        if length > 0
            && at + length <= verb
            && (at + length..verb).all(|between| {
                paragraph.means(between, Meaning::Between)
                    || paragraph.key(between) == "to"
                    || paragraph.key(between).ends_with("ly")
            })
        {
            return Some(at);
        }
    }
    // `plans to travel … and meet`: not followed here.
    None
}

/// Whether `visit` is a noun at a place: behind an article, an adjective or a genitive.
pub(super) fn is_noun(paragraph: &Paragraph, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return paragraph.part != Part::Headline && !paragraph.key(at).ends_with('s');
    };
    let Some(word) = paragraph.word(before) else { return false };
    let key = word.key.as_str();
    if key == "to"
        || word.length_of(|m| m == Meaning::Visit(VisitWord::Will)) > 0
        || word.means(Meaning::Between) && !matches!(key, "first" | "last" | "long")
    {
        return false;
    }
    word.means(Meaning::Article)
        || word.is_sign('’')
        || word.means(Meaning::Rank)
        || word.means(Meaning::Preposition)
        || matches!(
            key,
            "official"
                | "working"
                | "private"
                | "first"
                | "second"
                | "third"
                | "foreign"
                | "day"
                | "week"
                | "state"
                | "recent"
                | "planned"
                | "brief"
                | "historic"
                | "rare"
                | "surprise"
                | "maiden"
                | "last"
                | "next"
                | "previous"
                | "day-long"
                | "two-day"
                | "three-day"
                | "one-day"
                | "four-day"
                | "five-day"
                | "weeklong"
                | "short"
                | "return"
                | "solo"
                | "overseas"
        )
        || key.ends_with("day") && key.contains('-')
}

/// A verb of going, or of visiting, with its subject and its goal.
pub(super) fn moves(
    place: &Place,
    sentence: &Range<usize>,
    verb: usize,
    length: usize,
    rule: FrameRule,
    status: Option<VisitStatus>,
    will: Option<usize>,
) -> Option<Frame> {
    let paragraph = place.paragraph;
    let behind = verb + length;
    let is_negated = (verb.saturating_sub(3)..verb).any(|at| paragraph.means(at, Meaning::Not));
    if is_negated {
        return None;
    }
    // `ist am Samstag in Dovrin eingetroffen`: the subject stands before the auxiliary.
    let auxiliary = (sentence.start..verb)
        .filter(|_| paragraph.is_free_order)
        .find(|at| matches!(paragraph.key(*at), "ist" | "sind" | "war" | "waren" | "hat" | "haben" | "hatte"));
    let status = if auxiliary.is_some() && will.is_none() { None } else { status };
    let subject = comers(place, sentence, will.or(auxiliary).unwrap_or(verb)).or_else(|| comers(place, sentence, verb));
    // `Two months later came the Isk Commission of Tarsk`.
    let (subject, from) = match subject {
        Some(subject) => (subject, behind),
        None => {
            let turned = place.starting_at(sentence, behind).filter(|_| rule == FrameRule::Went)?;
            let end = turned.end;
            let mut comers = Comers { visitor: turned.clone(), lead: None, group: None };
            let led = |at: usize| {
                paragraph.word(at).map_or(0, |word| word.length_of(|m| m == Meaning::Visit(VisitWord::LedBy)))
            };
            if let Some(by) = (end..sentence.end.min(end + 3)).find(|at| led(*at) > 0) {
                comers.lead = Some(by + led(by)..sentence.end);
                comers.group = Some(turned);
            }
            (comers, end)
        }
    };
    if rule == FrameRule::Took {
        let goal = goal_behind(place, sentence, behind, false)?;
        let object = place.starting_at(sentence, behind).filter(|object| object.end <= goal.words.start)?;
        let is_people = object.clone().any(|at| {
            paragraph.word(at).is_some_and(|word| {
                word.head().is_some() || word.visit(VisitWord::Delegation) || word.means(Meaning::People)
            })
        });
        let mut frame = frame(place, sentence, subject, goal, verb..behind, rule);
        frame.group = Some(object);
        return is_people.then_some(frame);
    }
    let is_visit = rule == FrameRule::Visited;
    let came_to_see = matches!(paragraph.key(behind), "to") && matches!(paragraph.key(behind + 1), "see" | "meet");
    let goal = goal_behind(place, sentence, from, is_visit).or_else(|| {
        let seen = came_to_see.then(|| place.starting_at(sentence, behind + 2)).flatten()?;
        host_goal(place, seen)
    });
    let is_turned = from != behind;
    // `wird im Juni nach Oslo reisen`: the goal before the verb.
    let goal = goal.or_else(|| {
        let from = will.or(auxiliary).filter(|_| paragraph.is_free_order)?;
        (from..verb)
            .filter(|at| paragraph.word(*at).is_some_and(|word| word.visit(VisitWord::Into)))
            .find_map(|at| goal_at(place, at + 1))
    });
    let goal = match goal {
        Some(goal) => goal,
        None if is_turned
            || rule == FrameRule::Went && is_arrival(paragraph, verb) && has_here(paragraph, sentence, behind) =>
        {
            Goal { land: None, region: None, town: None, words: behind..behind, host: None }
        }
        None => return None,
    };
    // `came to power in Serbia`, `went to the polls in Chile`: another noun stands first.
    let is_before = goal.words.end <= verb;
    if !is_visit && !is_turned && !is_before && !goes_straight(place, behind, &goal) {
        return None;
    }
    let mut frame = frame(place, sentence, subject, goal, verb..behind, rule);
    frame.status = frame.status.or(status);
    Some(frame)
}

pub(super) fn is_arrival(paragraph: &Paragraph, verb: usize) -> bool {
    matches!(paragraph.key(verb), "arrived" | "landed" | "came" | "flew")
}

pub(super) fn has_here(paragraph: &Paragraph, sentence: &Range<usize>, from: usize) -> bool {
    (from..sentence.end.min(from + 2)).any(|at| paragraph.word(at).is_some_and(|word| word.visit(VisitWord::Here)))
}

/// `the visit of Lin Wu`, `Xi's visit to Serbia`, `paid an official visit to`.
pub(super) fn by_noun(place: &Place, sentence: &Range<usize>, noun: usize, length: usize) -> Option<Frame> {
    let paragraph = place.paragraph;
    let end = noun + length;
    let span_of = |from: usize| place.starting_at(sentence, from);
    let to = (end..sentence.end.min(end + 12)).find_map(|at| {
        let word = paragraph.word(at)?;
        (word.visit(VisitWord::Into) && !paragraph.in_run(at)).then(|| goal_at(place, at + 1)).flatten()
    });
    let by = matches!(paragraph.key(end), "of" | "by").then(|| span_of(end + 1)).flatten();
    let owner = owner_of(place, sentence, noun);
    let verb = (sentence.start..noun)
        .rev()
        .take(7)
        .find(|at| paragraph.word(*at).is_some_and(|word| word.visit(VisitWord::Pays) || word.visit(VisitWord::Pay)));
    let on = (sentence.start..noun).rev().take(5).find(|at| matches!(paragraph.key(*at), "on" | "for" | "during"));
    let will = verb.and_then(|verb| has_will(paragraph, sentence, verb));
    let comers = match (by, owner, verb) {
        (Some(by), _, _) => Comers { visitor: by, lead: None, group: None },
        (None, Some(owner), _) => with_delegation(paragraph, sentence, owner, noun),
        (None, None, Some(verb)) => comers(place, sentence, will.unwrap_or(verb))?,
        (None, None, None) => {
            // `X is on a visit to`, `X arrived for a visit to`.
            let on = on?;
            let main = (sentence.start..on).rev().take(8).find(|at| {
                paragraph.word(*at).is_some_and(|word| {
                    word.visit(VisitWord::Was)
                        || matches!(word.key.as_str(), "is" | "are" | "arrived" | "left" | "will")
                })
            })?;
            comers(place, sentence, main)?
        }
    };
    let goal = match to {
        Some(goal) => goal,
        None => Goal { land: None, region: None, town: None, words: noun..noun, host: None },
    };
    let mut frame = frame(place, sentence, comers, goal, noun..end, FrameRule::Noun);
    let is_ahead = will.is_some()
        || (sentence.start..noun)
            .rev()
            .take(3)
            .any(|at| matches!(paragraph.key(at), "planned" | "upcoming" | "forthcoming" | "scheduled"));
    if frame.status.is_none() && is_ahead {
        frame.status = Some(VisitStatus::Planned);
    }
    Some(frame)
}

/// Whose visit it is: `Xi's visit`, `his visit`, `the Velmaran president's first visit`.
pub(super) fn owner_of(place: &Place, sentence: &Range<usize>, noun: usize) -> Option<Range<usize>> {
    let paragraph = place.paragraph;
    for at in (sentence.start..noun).rev().take(5) {
        let word = paragraph.word(at)?;
        if word.is_sign('’') {
            return place.subject_before(sentence, at);
        }
        if matches!(word.key.as_str(), "his" | "her") {
            return Some(at..at + 1);
        }
        let is_between = word.means(Meaning::Rank)
            || word.kind == super::word::Kind::Number
            || !word.is_any_sign()
                && !word.is_capital
                && !word.means(Meaning::Article)
                && !word.means(Meaning::Preposition);
        if !is_between {
            return None;
        }
    }
    None
}
