//! Frames of one visit put together: who came where and when, with what the frames disagree about.

use super::blocks::on_one_line;
use super::cast::Cast;
use super::dating::{date, finish};
use super::frame::{Frame, FrameRule};
use super::frames::{frames, main_lands};
use super::joining::join;
use super::land::Land;
use super::page::{Paragraph, Part};
use super::place::Place;
use super::told::Span;
use super::visit::{FoundVisit, Text};
use super::who::{Who, meant};
use crate::language::press::{Meaning, VisitWord};
use crate::model::{ActorKind, VisitStatus};
use std::ops::Range;

/// All visits of a text, in its order.
pub fn visits(text: &Text, cast: &mut Cast) -> Vec<FoundVisit> {
    let mut found: Vec<FoundVisit> = Vec::new();
    let lands = main_lands(cast);
    for (number, paragraph) in text.paragraphs.iter().enumerate() {
        let of_paragraph = frames(&Place { paragraph, number, cast });
        let mut of_sentence: Vec<(Range<usize>, usize)> = Vec::new();
        for frame in &of_paragraph {
            let main =
                of_sentence.iter().rev().find(|(sentence, _)| *sentence == frame.sentence).map(|(_, visit)| *visit);
            let Some(mut visit) = from_frame(text, cast, number, frame) else { continue };
            date(text, number, frame, &mut visit, main, &mut found);
            place_it(&lands, cast, (paragraph, frame), &mut visit, main.and_then(|main| found.get(main)));
            if !is_visit(cast, text, &visit) {
                continue;
            }
            let place = join(text, cast, &mut found, visit);
            of_sentence.push((frame.sentence.clone(), place));
        }
    }
    towns(cast, &mut found);
    meetings(text, cast, &mut found);
    finish(text, cast, &mut found);
    found
}

fn from_frame(text: &Text, cast: &mut Cast, number: usize, frame: &Frame) -> Option<FoundVisit> {
    let who = |cast: &mut Cast, words: Range<usize>| {
        meant(text.paragraphs, cast, &Span { paragraph: number, words }, None).and_then(|meant| match meant.who {
            Who::Character(who) => Some((who, meant.doubt)),
            Who::Land(_) => None,
        })
    };
    let mut doubts = Vec::new();
    let mut visitors = Vec::new();
    let main = match (&frame.lead, &frame.group) {
        (Some(lead), _) => who(cast, lead.clone()),
        (None, Some(group)) if frame.rule != FrameRule::Took => who(cast, group.clone()),
        (None, _) => who(cast, frame.visitor.words.clone()),
    };
    let (main, doubt) = main?;
    // Whom “she” means where two may be meant: accepted, it still says that no source states it.
    let our_reading: Vec<&str> = doubt.iter().map(|_| "visitors").collect();
    doubts.extend(doubt);
    visitors.push(main);
    let is_person = |cast: &Cast, who: usize| {
        cast.characters.get(who).is_some_and(|character| character.kind == ActorKind::Person && !character.is_anonymous)
    };
    if let Some((group, _)) = frame
        .group
        .clone()
        .filter(|_| frame.lead.is_some() || frame.rule == FrameRule::Took)
        .and_then(|group| who(cast, group))
        && group != main
    {
        visitors.push(group);
    }
    let lead = is_person(cast, main).then_some(main);
    let host = frame.host.clone().and_then(|host| who(cast, host)).map(|(host, _)| host);
    let seen = frame.goal.host;
    let span = |words: &Range<usize>| Span { paragraph: number, words: words.clone() };
    let mut parts = vec![
        (super::proposal::Role::Visitor, span(&frame.visitor.words)),
        (super::proposal::Role::Cue, span(&frame.cue)),
    ];
    if !frame.goal.words.is_empty() && frame.goal.words.start < text.paragraphs.get(number)?.words.len() {
        parts.push((super::proposal::Role::Place, span(&frame.goal.words)));
    }
    if let Some(host) = &frame.host {
        parts.push((super::proposal::Role::Host, span(host)));
    }
    let paragraph = text.paragraphs.get(number)?;
    let level = lead.and_then(|lead| text.holders.get(&lead).copied().flatten());
    let is_anonymous = visitors.iter().all(|who| {
        cast.characters.get(*who).is_none_or(|character| {
            character.is_anonymous || character.kind == ActorKind::Group || frame.rule == FrameRule::Caption
        })
    });
    Some(FoundVisit {
        visitors,
        lead,
        hosts: host.into_iter().collect(),
        met: host.into_iter().chain(seen).collect(),
        land: frame.goal.land,
        region: frame.goal.region,
        town: frame.goal.town.as_ref().map(|town| on_one_line(paragraph.slice(town))).or_else(|| {
            frame
                .goal
                .land
                .is_none()
                .then(|| has_here(paragraph, frame).then(|| cast.lands.here.clone()).flatten())
                .flatten()
        }),
        when: None,
        counted: None,
        status: frame.status,
        protocol: frame.protocol,
        mode: frame.mode,
        level,
        rule: frame.rule,
        parts,
        doubts,
        needs: Vec::new(),
        our_reading,
        rivals: Vec::new(),
        date_span: None,
        at: (number, frame.cue.start),
        is_anonymous,
    })
}

/// `arrived here`.
fn has_here(paragraph: &Paragraph, frame: &Frame) -> bool {
    (frame.cue.end..frame.cue.end + 2).any(|at| paragraph.word(at).is_some_and(|word| word.visit(VisitWord::Here)))
}

/// Where a frame without a country leads.
fn place_it(
    lands: &[(Land, usize)],
    cast: &Cast,
    (paragraph, frame): (&Paragraph, &Frame),
    visit: &mut FoundVisit,
    main: Option<&FoundVisit>,
) {
    if visit.land.is_some() {
        return;
    }
    let own = visit.visitors.iter().find_map(|who| cast.characters.get(*who).and_then(|character| character.land));
    if visit.town.is_none()
        && let Some(main) = main
    {
        visit.land = main.land;
        if visit.land.is_some() && visit.land != own {
            visit.our_reading.push("to");
            visit.doubts.push("Where it led is not told here; the visit beside it led there".to_owned());
            return;
        }
        visit.land = None;
    }
    if visit.town.is_none() && has_here(paragraph, frame) {
        return;
    }
    // Of two countries that a text is about, the one is where those of the other go.
    let mut others = lands.iter().filter(|(land, count)| Some(*land) != own && *count > 1);
    let (first, second) = (others.next(), others.next());
    let mut named = lands.iter().filter(|(land, _)| Some(*land) != own);
    let only = named.next().filter(|_| named.next().is_none());
    let first = first.or(only);
    let stands_out = |count: usize| second.is_none_or(|(_, next)| count >= 2 * next);
    if let (Some(_), Some((land, _))) = (own, first.filter(|(_, count)| stands_out(*count))) {
        visit.land = Some(*land);
        visit.our_reading.push("to");
        let name = cast.lands.name(*land);
        visit.doubts.push(format!("The country is not told; {name} is the only other one that the text is about"));
    }
}

/// Whether what was put together is a visit: somebody who acts for a country or a body comes to another.
fn is_visit(cast: &Cast, text: &Text, visit: &FoundVisit) -> bool {
    let land = visit.visitors.iter().find_map(|who| cast.characters.get(*who).and_then(|character| character.land));
    let has_office = visit.visitors.iter().any(|who| text.holders.contains_key(who));
    let acts = land.is_some() || has_office;
    let stays = land.is_some() && land == visit.land;
    let has_goal = visit.land.is_some() || visit.town.is_some();
    acts && !stays && (has_goal || visit.rule == FrameRule::Noun && visit.when.is_some())
}

/// A town whose country one visit tells is the same town for another.
fn towns(cast: &Cast, found: &mut [FoundVisit]) {
    let mut lands: std::collections::BTreeMap<String, Option<Land>> = std::collections::BTreeMap::new();
    for visit in found.iter() {
        if let (Some(town), Some(land)) = (&visit.town, visit.land) {
            let known = lands.entry(town.clone()).or_insert(Some(land));
            if *known != Some(land) {
                *known = None;
            }
        }
    }
    for visit in found.iter_mut().filter(|visit| visit.land.is_none() && visit.region.is_none()) {
        let land = visit.town.as_ref().and_then(|town| lands.get(town).copied().flatten());
        if let Some(land) = land {
            visit.land = Some(land);
            visit.our_reading.push("to");
            visit
                .doubts
                .push(format!("The country is that of the other visit to the same town: {}", cast.lands.name(land)));
        }
    }
}

/// `X, who met with Li`: whom visitors met.
fn meetings(text: &Text, cast: &mut Cast, found: &mut [FoundVisit]) {
    for (number, paragraph) in text.paragraphs.iter().enumerate().filter(|(_, paragraph)| paragraph.part != Part::Aside)
    {
        for sentence in &paragraph.sentences {
            for at in sentence.clone() {
                let length = paragraph.word(at).map_or(0, |word| {
                    word.length_of(|m| matches!(m, Meaning::Visit(VisitWord::Met | VisitWord::Hosted)))
                });
                if length == 0 || paragraph.in_run(at) {
                    continue;
                }
                let place = Place { paragraph, number, cast };
                let from = at + length + usize::from(paragraph.key(at + length) == "with");
                let (Some(one), Some(other)) = (place.subject_before(sentence, at), place.starting_at(sentence, from))
                else {
                    continue;
                };
                let mut who = |words: Range<usize>| {
                    let span = Span { paragraph: number, words };
                    let is_named = !cast.within(number, &span.words).is_empty()
                        || paragraph.word(span.words.start).is_some_and(|word| word.pronoun().is_some());
                    is_named
                        .then(|| meant(text.paragraphs, cast, &span, None))
                        .flatten()
                        .and_then(|meant| if let Who::Character(who) = meant.who { Some(who) } else { None })
                };
                let (Some(one), Some(other)) = (who(one), who(other)) else { continue };
                for (visitor, met) in [(one, other), (other, one)] {
                    let visit = found
                        .iter_mut()
                        .filter(|visit| {
                            // Who met somebody did not do so on a journey that lies ahead.
                            visit.status != Some(VisitStatus::Planned)
                                && visit.visitors.contains(&visitor)
                                && !visit.visitors.contains(&met)
                                && visit.at.0.abs_diff(number) <= 4
                        })
                        .min_by_key(|visit| visit.at.0.abs_diff(number));
                    if let Some(visit) = visit
                        && !visit.met.contains(&met)
                        && one != other
                    {
                        visit.met.push(met);
                        visit
                            .parts
                            .push((super::proposal::Role::Host, Span { paragraph: number, words: at..at + length }));
                    }
                }
            }
        }
    }
}
