//! Visits told from where they lead: a host, a meeting, a stay, the caption of a picture.

use super::comers::comers;
use super::frame::{Comers, Frame, FrameRule, Goal, frame};
use super::goal::{goal_at, goal_behind};
use super::place::Place;
use crate::language::press::Meaning;
use crate::model::{ActorKind, VisitStatus};
use std::ops::Range;

/// `X received Y in Z`.
pub(super) fn hosts(
    place: &Place,
    sentence: &Range<usize>,
    verb: usize,
    length: usize,
    will: Option<usize>,
) -> Option<Frame> {
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

/// Who receives, told behind the journey: `flew to Reykjavik, where she was received by Prime Minister X`.
pub(super) fn received_by(place: &Place, sentence: &Range<usize>, cue: &Range<usize>) -> Option<Range<usize>> {
    let paragraph = place.paragraph;
    let is_received = |at: &usize| {
        let is_passive = at.checked_sub(1).is_some_and(|before| {
            let before = paragraph.key(before);
            matches!(before, "was" | "were" | "is" | "are" | "be" | "been" | "ete" | "wurde" | "est")
        });
        is_passive
            && matches!(paragraph.key(*at), "received" | "welcomed" | "greeted" | "hosted" | "recu" | "accueilli")
    };
    let verb = (cue.start..sentence.end).filter(|at| !paragraph.in_run(*at)).find(is_received)?;
    let is_by = |at: &usize| matches!(paragraph.key(*at), "by" | "par") && !paragraph.in_run(*at);
    let by = (verb + 1..sentence.end.min(verb + 7)).find(is_by)?;
    let host = place.starting_at(sentence, by + 1)?;
    (!place.cast.within(place.number, &host).is_empty()).then_some(host)
}

/// `X met Y in Z`: a visit where the place and one of them share a country and the other does not.
pub(super) fn meets(
    place: &Place,
    sentence: &Range<usize>,
    verb: usize,
    length: usize,
    will: Option<usize>,
) -> Option<Frame> {
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
pub(super) fn was_in(place: &Place, sentence: &Range<usize>, verb: usize) -> Option<Frame> {
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
pub(super) fn caption(place: &Place, sentence: &Range<usize>) -> Option<Frame> {
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
