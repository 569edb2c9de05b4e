//! Visits as sentences tell them: a verb or a noun, who comes, where to, what status that implies.

use std::ops::Range;

use super::cast::Cast;
use super::land::Land;
use super::page::{Paragraph, Part};
use super::phrase_of::Place;
use super::told::Span;
use crate::language::nations::NationWord;
use crate::language::press::{Meaning, VisitWord};
use crate::model::{ActorKind, Mode, VisitKind, VisitStatus};

/// Where somebody goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// The country, where it is told.
    pub land: Option<Land>,
    /// The region, by its place in the cast.
    pub region: Option<usize>,
    /// The town.
    pub town: Option<Range<usize>>,
    /// All words for it.
    pub words: Range<usize>,
    /// The actor who is gone to see, where no place is told.
    pub host: Option<usize>,
}

/// A visit as a sentence tells it.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The words for who comes.
    pub visitor: Span,
    /// The words for who leads, where they stand apart.
    pub lead: Option<Range<usize>>,
    /// The words for the delegation, where its lead is named.
    pub group: Option<Range<usize>>,
    /// The words for who receives.
    pub host: Option<Range<usize>>,
    /// Where to.
    pub goal: Goal,
    /// The verb or noun.
    pub cue: Range<usize>,
    /// How far it has come.
    pub status: Option<VisitStatus>,
    /// Its protocol.
    pub protocol: Option<VisitKind>,
    /// How they met, where not in person.
    pub mode: Option<Mode>,
    /// By which frame it was found.
    pub rule: FrameRule,
    /// The sentence.
    pub sentence: Range<usize>,
}

/// By which frame a visit was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameRule {
    /// `arrived in`, `travelled to`.
    Went,
    /// `visited`, `is visiting`.
    Visited,
    /// `the visit of X to Y`, `X's visit`.
    Noun,
    /// `X received Y in Z`.
    Hosted,
    /// `X met Y in Z`.
    Met,
    /// `X was in Z from … to …`.
    Was,
    /// `X took her council to Z`.
    Took,
    /// A caption: `A delegation with X in Z on …`.
    Caption,
}

/// A goal stands so many words behind its verb.
const NEAR: usize = 9;

/// The visits that the sentences of a paragraph tell.
#[must_use]
pub fn frames(place: &Place) -> Vec<Frame> {
    let mut found = Vec::new();
    if place.paragraph.part == Part::Aside {
        return found;
    }
    for sentence in &place.paragraph.sentences {
        let before = found.len();
        for at in sentence.clone() {
            if place.paragraph.in_run(at) {
                continue;
            }
            let taken = found.get(before..).unwrap_or_default().iter().any(|frame: &Frame| at < frame.cue.end);
            if !taken && let Some(frame) = frame_at(place, sentence, at) {
                found.push(frame);
            }
        }
        if found.len() == before
            && let Some(frame) = caption(place, sentence)
        {
            found.push(frame);
        }
    }
    found
}

fn frame_at(place: &Place, sentence: &Range<usize>, at: usize) -> Option<Frame> {
    let paragraph = place.paragraph;
    let word = paragraph.word(at)?;
    let length = |wanted: VisitWord| word.length_of(|meaning| meaning == Meaning::Visit(wanted));
    let will = has_will(paragraph, sentence, at);
    let is_progressive = at.checked_sub(1).is_some_and(|before| {
        matches!(paragraph.key(before), "is" | "are" | "was" | "were" | "been" | "currently" | "now")
    });
    let noun = length(VisitWord::Visit);
    let visits = length(VisitWord::Visits);
    let is_noun_here = noun > 0 && is_noun(paragraph, at);
    if is_noun_here {
        return by_noun(place, sentence, at, noun);
    }
    for (wanted, needs_will, rule) in [
        (VisitWord::Went, false, FrameRule::Went),
        (VisitWord::Going, false, FrameRule::Went),
        (VisitWord::Go, true, FrameRule::Went),
        (VisitWord::Visited, false, FrameRule::Visited),
        (VisitWord::Visiting, false, FrameRule::Visited),
        (VisitWord::Took, false, FrameRule::Took),
    ] {
        let length = length(wanted);
        if length == 0
            || wanted == VisitWord::Visiting && !is_progressive
            || wanted == VisitWord::Going && !is_progressive
        {
            continue;
        }
        let is_third = word.key.ends_with('s') || paragraph.part == Part::Headline;
        if needs_will && will.is_none() && !is_third {
            continue;
        }
        let status = match wanted {
            _ if will.is_some() => Some(VisitStatus::Planned),
            VisitWord::Visiting | VisitWord::Going
                if matches!(paragraph.key(at - 1), "is" | "are" | "currently" | "now") =>
            {
                Some(VisitStatus::Ongoing)
            }
            _ => None,
        };
        return moves(place, sentence, at, length, rule, status, will);
    }
    if visits > 0 {
        let is_present = word.key.ends_with('s');
        if will.is_none() && !is_present {
            return None;
        }
        let status = if will.is_some() { Some(VisitStatus::Planned) } else { Some(VisitStatus::Ongoing) };
        return moves(place, sentence, at, visits, FrameRule::Visited, status, will);
    }
    let hosted = length(VisitWord::Hosted).max(if will.is_some() { length(VisitWord::Host) } else { 0 });
    if hosted > 0 {
        return hosts(place, sentence, at, hosted, will);
    }
    let met = length(VisitWord::Met).max(if will.is_some() { length(VisitWord::Meet) } else { 0 });
    if met > 0 {
        return meets(place, sentence, at, met, will);
    }
    if length(VisitWord::Was) > 0 {
        return was_in(place, sentence, at);
    }
    None
}

/// `will`, `is to` before a verb: where it stands, with nothing but adverbs between.
fn has_will(paragraph: &Paragraph, sentence: &Range<usize>, verb: usize) -> Option<usize> {
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
fn is_noun(paragraph: &Paragraph, at: usize) -> bool {
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

/// A place from a word on: a country, a town, a region, with what is in front of it.
fn goal_at(place: &Place, from: usize) -> Option<Goal> {
    let paragraph = place.paragraph;
    let mut at = from;
    while paragraph.word(at).is_some_and(|word| {
        word.means(Meaning::Article) && !word.is_capital
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
            ) && !word.is_capital
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
    let mut land = paragraph.word(town.start).and_then(|word| place.cast.lands.town(&word.key)).flatten();
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
fn town_at(place: &Place, at: usize) -> Option<Range<usize>> {
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
    let mention = place.cast.starting_at(place.number, at);
    let end = mention.map_or(at + 1, |mention| mention.words.end);
    let is_known_person = mention.is_some_and(|mention| {
        let is_titled = mention.whole.start != mention.words.start;
        let character = place.cast.characters.get(mention.who);
        let kind = character.map(|character| character.kind);
        let is_full = character.is_some_and(|character| character.name.contains(' '));
        is_titled || kind != Some(ActorKind::Person) || is_full && mention.words.len() == 1 || mention.words.len() > 2
    });
    let is_genitive = paragraph.is_sign(end, '’');
    (!is_known_person && !is_genitive).then_some(at..end)
}

/// Where the words behind a verb go: `arrived in Belgrade`, `came to Orrin`, `arrived here`.
fn goal_behind(place: &Place, sentence: &Range<usize>, from: usize, is_direct: bool) -> Option<Goal> {
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

/// Who comes: the subject, with its delegation and its lead.
struct Comers {
    visitor: Range<usize>,
    lead: Option<Range<usize>>,
    group: Option<Range<usize>>,
}

fn comers(place: &Place, sentence: &Range<usize>, verb: usize) -> Option<Comers> {
    let paragraph = place.paragraph;
    let subject = place.subject_before(sentence, verb)?;
    Some(with_delegation(paragraph, sentence, subject, verb))
}

/// `a delegation of … led by X is visiting`, `a delegation, led by X, arrived`.
fn with_delegation(paragraph: &Paragraph, sentence: &Range<usize>, subject: Range<usize>, verb: usize) -> Comers {
    let led =
        |at: usize| paragraph.word(at).map_or(0, |word| word.length_of(|m| m == Meaning::Visit(VisitWord::LedBy)));
    let before =
        (sentence.start..subject.start).rev().take(3).find(|at| led(*at) > 0 && at + led(*at) <= subject.start);
    if let Some(by) = before {
        let noun = (sentence.start..by).rev().take(18).find(|at| {
            paragraph.word(*at).is_some_and(|word| word.visit(VisitWord::Delegation) || word.head().is_some())
        });
        let noun = (sentence.start..by)
            .rev()
            .take(18)
            .find(|at| paragraph.word(*at).is_some_and(|word| word.visit(VisitWord::Delegation)))
            .or(noun);
        if let Some(noun) = noun {
            let mut start = noun;
            while start > sentence.start
                && paragraph.word(start - 1).is_some_and(|word| {
                    !word.is_any_sign()
                        && !word.means(Meaning::Article)
                        && (word.is_capital && !paragraph.begins(start - 1) || word.means(Meaning::Rank))
                })
            {
                start -= 1;
            }
            let end = if paragraph.is_sign(by - 1, ',') { by - 1 } else { by };
            return Comers { visitor: start..subject.end, lead: Some(subject), group: Some(start..end) };
        }
    }
    let is_delegation =
        subject.clone().any(|at| paragraph.word(at).is_some_and(|word| word.visit(VisitWord::Delegation)));
    let behind = (subject.end..verb).find(|at| led(*at) > 0);
    if let Some(by) = behind {
        let from = by + led(by);
        let end = (from..verb).find(|at| paragraph.is_sign(*at, ',')).unwrap_or(verb);
        return Comers { visitor: subject.clone(), lead: Some(from..end), group: Some(subject) };
    }
    Comers { visitor: subject.clone(), lead: None, group: is_delegation.then_some(subject) }
}

fn frame(
    place: &Place,
    sentence: &Range<usize>,
    comers: Comers,
    goal: Goal,
    cue: Range<usize>,
    rule: FrameRule,
) -> Frame {
    let paragraph = place.paragraph;
    let mode = sentence
        .clone()
        .find_map(|at| paragraph.word(at)?.find(|m| if let Meaning::Mode(mode) = m { Some(mode) } else { None }))
        .map(|(mode, _)| mode);
    let near = cue.start.saturating_sub(3)..(cue.end + 4).min(sentence.end);
    let protocol = near
        .clone()
        .find_map(|at| paragraph.word(at)?.find(|m| if let Meaning::Protocol(kind) = m { Some(kind) } else { None }))
        .map(|(kind, _)| kind);
    let cancelled = sentence.clone().any(|at| paragraph.word(at).is_some_and(|word| word.visit(VisitWord::Cancelled)));
    let put_off = sentence.clone().any(|at| paragraph.word(at).is_some_and(|word| word.visit(VisitWord::Postponed)));
    Frame {
        visitor: Span { paragraph: place.number, words: comers.visitor },
        lead: comers.lead,
        group: comers.group,
        host: None,
        goal,
        cue,
        status: (cancelled && rule == FrameRule::Noun || put_off && rule != FrameRule::Met)
            .then_some(VisitStatus::Cancelled),
        protocol,
        mode,
        rule,
        sentence: sentence.clone(),
    }
}

/// A verb of going, or of visiting, with its subject and its goal.
fn moves(
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

fn is_arrival(paragraph: &Paragraph, verb: usize) -> bool {
    matches!(paragraph.key(verb), "arrived" | "landed" | "came" | "flew")
}

fn has_here(paragraph: &Paragraph, sentence: &Range<usize>, from: usize) -> bool {
    (from..sentence.end.min(from + 2)).any(|at| paragraph.word(at).is_some_and(|word| word.visit(VisitWord::Here)))
}

/// Whether nothing but adverbs and dates stands between a verb of going and its goal.
fn goes_straight(place: &Place, from: usize, goal: &Goal) -> bool {
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

fn host_goal(place: &Place, seen: Range<usize>) -> Option<Goal> {
    let mention = place.cast.within(place.number, &seen).last()?;
    let land = place.cast.characters.get(mention.who)?.land;
    Some(Goal { land, region: None, town: None, words: seen, host: Some(mention.who) })
}

/// `the visit of Lin Wu`, `Xi's visit to Serbia`, `paid an official visit to`.
fn by_noun(place: &Place, sentence: &Range<usize>, noun: usize, length: usize) -> Option<Frame> {
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
fn owner_of(place: &Place, sentence: &Range<usize>, noun: usize) -> Option<Range<usize>> {
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

/// `X received Y in Z`.
fn hosts(place: &Place, sentence: &Range<usize>, verb: usize, length: usize, will: Option<usize>) -> Option<Frame> {
    let host = place.subject_before(sentence, will.unwrap_or(verb))?;
    let guest = place.starting_at(sentence, verb + length)?;
    let who = |words: &Range<usize>| place.cast.within(place.number, words).last().map(|mention| mention.who);
    let land = |who: usize| place.cast.characters.get(who).and_then(|character| character.land);
    let (of_host, of_guest) = (who(&host).and_then(land), who(&guest).and_then(land)?);
    let goal = goal_behind(place, sentence, guest.end, false)
        .filter(|goal| goal.land.is_none() || goal.land != Some(of_guest));
    let host_land = of_host.filter(|land| *land != of_guest);
    let goal = match goal {
        Some(goal) if goal.land.is_none() => Goal { land: host_land, ..goal },
        Some(goal) => goal,
        None => Goal { land: Some(host_land?), region: None, town: None, words: host.clone(), host: None },
    };
    goal.land.filter(|land| *land != of_guest)?;
    who(&host)?;
    let comers = Comers { visitor: guest, lead: None, group: None };
    let mut frame = frame(place, sentence, comers, goal, verb..verb + length, FrameRule::Hosted);
    frame.host = Some(host);
    frame.status = frame.status.or(will.map(|_| VisitStatus::Planned));
    Some(frame)
}

/// `X met Y in Z`: a visit where the place and one of them share a country and the other does not.
fn meets(place: &Place, sentence: &Range<usize>, verb: usize, length: usize, will: Option<usize>) -> Option<Frame> {
    let paragraph = place.paragraph;
    let one = place.subject_before(sentence, will.unwrap_or(verb))?;
    let from = verb + length + usize::from(paragraph.key(verb + length) == "with");
    let mode = sentence
        .clone()
        .any(|at| paragraph.word(at).is_some_and(|word| word.length_of(|m| matches!(m, Meaning::Mode(_))) > 0));
    let who = |words: &Range<usize>| place.cast.within(place.number, words).last().map(|mention| mention.who);
    let land = |who: usize| place.cast.characters.get(who).and_then(|character| character.land);
    let other = place.starting_at(sentence, from)?;
    let goal = goal_behind(place, sentence, other.end, false);
    let (a, b) = (who(&one).and_then(land)?, who(&other).and_then(land)?);
    if a == b {
        return None;
    }
    let (visitor, host, host_land) = match &goal {
        Some(goal) if goal.land == Some(b) => (one, other, b),
        Some(goal) if goal.land == Some(a) => (other, one, a),
        _ if mode => (one, other, b),
        _ => return None,
    };
    let goal =
        goal.unwrap_or(Goal { land: Some(host_land), region: None, town: None, words: host.clone(), host: None });
    let comers = Comers { visitor, lead: None, group: None };
    let mut frame = frame(place, sentence, comers, goal, verb..verb + length, FrameRule::Met);
    frame.host = Some(host);
    frame.status = frame.status.or(will.map(|_| VisitStatus::Planned));
    Some(frame)
}

/// `X was in Dovrin from 6 to 8 December`: a stay with a date.
fn was_in(place: &Place, sentence: &Range<usize>, verb: usize) -> Option<Frame> {
    let paragraph = place.paragraph;
    let into = (verb + 1..verb + 3).find(|at| paragraph.key(*at) == "in" && !paragraph.in_run(*at))?;
    let goal = goal_at(place, into + 1)?;
    let end = goal.words.end;
    let has_date = (end..sentence.end.min(end + 8)).chain(sentence.start..verb.min(sentence.start + 6)).any(|at| {
        paragraph.word(at).is_some_and(|word| {
            word.is_calendar || matches!(word.key.as_str(), "spring" | "summer" | "autumn" | "winter" | "week")
        })
    });
    let comers = comers(place, sentence, verb)?;
    has_date.then(|| frame(place, sentence, comers, goal, verb..into + 1, FrameRule::Was))
}

/// `A Chinese Communist Party delegation with X in Belgrade on October 13.`
fn caption(place: &Place, sentence: &Range<usize>) -> Option<Frame> {
    let paragraph = place.paragraph;
    let is_delegation = |at: &usize| matches!(paragraph.key(*at), "delegation" | "delegations" | "officials");
    let delegation = sentence.clone().take(10).find(is_delegation);
    // In the caption itself a person with an office will do.
    let person = place.cast.within(place.number, sentence).first().filter(|person| {
        let is_person = place.cast.characters.get(person.who).is_some_and(|who| who.kind == ActorKind::Person);
        place.number == 1 && person.words.start <= sentence.start + 5 && is_person
    });
    let noun = delegation.or(person.map(|person| person.words.end - 1))?;
    let has_verb = sentence.clone().any(|at| {
        paragraph.word(at).is_some_and(|word| {
            word.cue().is_some()
                || word.means(Meaning::Between)
                    && !word.is_capital
                    && word.pronoun().is_none()
                    && !word.means(Meaning::Article)
        })
    });
    let into = (noun..sentence.end).find(|at| paragraph.key(*at) == "in" && goal_at(place, at + 1).is_some())?;
    let goal = goal_at(place, into + 1)?;
    if has_verb || paragraph.sentences.len() > 2 {
        return None;
    }
    let visitor = place
        .starting_at(sentence, sentence.start)
        .filter(|words| words.contains(&noun))
        .unwrap_or(sentence.start..noun + 1);
    let group = delegation.map(|noun| visitor.start..noun + 1);
    let comers = Comers { visitor: visitor.start..noun + 1, lead: None, group };
    Some(frame(place, sentence, comers, goal, into..into + 1, FrameRule::Caption))
}

/// The countries of a cast by their mentions, the most named first.
#[must_use]
pub fn main_lands(cast: &Cast) -> Vec<(Land, usize)> {
    let mut counts: std::collections::BTreeMap<Land, usize> = std::collections::BTreeMap::new();
    for mention in &cast.lands_at {
        *counts.entry(mention.land).or_default() += 1;
    }
    let mut counts: Vec<(Land, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(land, count)| (std::cmp::Reverse(*count), *land));
    counts
}
