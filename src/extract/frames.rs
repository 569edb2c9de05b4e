//! Visits as sentences tell them: a verb or a noun, who comes, where to, what status that implies.

use super::cast::Cast;
use super::frame::{Frame, FrameRule};
use super::land::Land;
use super::moves::{by_noun, has_will, is_noun, moves};
use super::page::Part;
use super::place::Place;
use super::stays::{caption, hosts, meets, received_by, was_in};
use crate::language::press::{Meaning, VisitWord};
use crate::model::VisitStatus;
use std::ops::Range;

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
            if !taken && let Some(mut frame) = frame_at(place, sentence, at) {
                frame.host = frame.host.or_else(|| received_by(place, sentence, &frame.cue));
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
