//! Frames of one visit put together: who came where and when, with what the frames disagree about.

use std::collections::HashMap;
use std::ops::Range;

use super::blocks::on_one_line;
use super::cast::Cast;
use super::dates::{DatePhrase, Dated, Lies, dated};
use super::frames::{Frame, FrameRule, frames, main_lands};
use super::land::Land;
use super::page::{Paragraph, Part};
use super::phrase_of::Place;
use super::told::Span;
use super::who::{Who, meant};
use crate::language::press::{Meaning, VisitWord};
use crate::model::{ActorKind, Basis, DateBounds, Id, Level, Mode, Relative, VisitKind, VisitStatus, When, WhenLong};
use crate::phrase::Setting;

/// Two frames of one visitor whose dates lie so many days apart tell of one visit, with a conflict.
const SAME_VISIT_DAYS: i64 = 7;
/// A visit is compared with so many before it.
const MOST_COMPARED: usize = 300;
/// A visit that is told as going on began so many days before the publication at most.
const GOING_ON_DAYS: i64 = 21;

/// A visit, put together from what the text tells of it.
#[derive(Debug, Clone)]
pub struct FoundVisit {
    /// Who came, by their places in the cast.
    pub visitors: Vec<usize>,
    /// Who led.
    pub lead: Option<usize>,
    /// Who received.
    pub hosts: Vec<usize>,
    /// Whom they met.
    pub met: Vec<usize>,
    /// The country that it led to.
    pub land: Option<Land>,
    /// The region of it.
    pub region: Option<usize>,
    /// The town.
    pub town: Option<String>,
    /// When, with the words for it.
    pub when: Option<When>,
    /// A date that is counted from the visit at that place of the list.
    pub counted: Option<Counted>,
    /// How far it has come.
    pub status: Option<VisitStatus>,
    /// Its protocol.
    pub protocol: Option<VisitKind>,
    /// How they met.
    pub mode: Option<Mode>,
    /// The rank of its lead.
    pub level: Option<Level>,
    /// The rule of its best frame.
    pub rule: FrameRule,
    /// All words that tell of it.
    pub parts: Vec<(super::proposal::Role, Span)>,
    /// What speaks against it.
    pub doubts: Vec<String>,
    /// What a person has to give.
    pub needs: Vec<String>,
    /// The fields that are read into it.
    pub our_reading: Vec<&'static str>,
    /// Other dates for what may be the same visit, with the words and the place of the words.
    pub rivals: Vec<(When, Span)>,
    /// Where its own date stands.
    pub date_span: Option<Span>,
    /// Where it is told first.
    pub at: (usize, usize),
    is_anonymous: bool,
}

/// A date counted from another visit.
#[derive(Debug, Clone)]
pub struct Counted {
    /// The visit, by its place in the list.
    pub from: usize,
    /// How far.
    pub offset: String,
    /// Give or take.
    pub slack: String,
    /// The words.
    pub said: String,
}

/// What visits are looked for in.
pub struct Text<'a> {
    /// The paragraphs.
    pub paragraphs: &'a [Paragraph<'a>],
    /// The dates of each paragraph.
    pub dates: &'a [Vec<DatePhrase>],

    /// Who holds one, with the rank that it has.
    pub holders: &'a HashMap<usize, Option<Level>>,
    /// What is known beside the text.
    pub setting: Setting,
    /// The source that dates are counted from.
    pub source: &'a Id,
    /// Dates that tell when something was said: no visit has them.
    pub taken: &'a [Span],
}

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
        our_reading: Vec::new(),
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

/// The date of a frame: the nearest behind its verb, else one before it, in its sentence.
fn date(
    text: &Text,
    number: usize,
    frame: &Frame,
    visit: &mut FoundVisit,
    main: Option<usize>,
    found: &mut [FoundVisit],
) {
    let Some(paragraph) = text.paragraphs.get(number) else { return };
    let all = text.dates.get(number).map(Vec::as_slice).unwrap_or_default();
    let first = all.partition_point(|date| date.words.start < frame.sentence.start);
    let of_sentence: Vec<&DatePhrase> =
        all.iter().skip(first).take_while(|date| date.words.start < frame.sentence.end).collect();
    let is_free = |date: &DatePhrase| {
        !text.taken.iter().any(|span| span.paragraph == number && span.words.start == date.words.start)
            && !paragraph.in_run(date.words.start)
    };
    let lies = if frame.status == Some(VisitStatus::Planned) { Lies::Ahead } else { Lies::Behind };
    // `a month after the visit of Lin Wu`: the visit before it in the sentence is so far from this one.
    let leads_here = of_sentence.iter().find(|date| {
        date.counted.is_some()
            && frame.rule == FrameRule::Noun
            && date.words.end <= frame.cue.start
            && frame.cue.start - date.words.end <= 4
    });
    if let (Some(date), Some(main)) = (leads_here, main) {
        let said_words = date.words.start..frame.visitor.words.end.max(frame.cue.end);
        let said = on_one_line(paragraph.slice(&said_words));
        let span = Span { paragraph: number, words: said_words };
        visit.parts.push((super::proposal::Role::Date, span.clone()));
        if let Some(counted) = &date.counted {
            let offset = counted.offset.strip_prefix('-').map_or_else(|| format!("-{}", counted.offset), str::to_owned);
            visit.counted = Some(Counted { from: main, offset, slack: counted.slack.clone(), said });
            visit.date_span = Some(span);
        }
        return;
    }
    let others = |from: usize, to: usize| (from..to).any(|at| paragraph.word(at).is_some_and(|word| word.is_sign(';')));
    let behind = of_sentence.iter().find(|date| {
        date.words.start >= frame.cue.end
            && is_free(date)
            && date.words.start - frame.cue.end <= 16
            && !others(frame.cue.end, date.words.start)
            && !leads_to_noun(paragraph, date)
    });
    let before = || {
        of_sentence.iter().rev().find(|date| {
            date.words.end <= frame.cue.start
                && is_free(date)
                && (frame.rule != FrameRule::Noun || date.words.end + 12 >= frame.cue.start)
        })
    };
    let Some(date) = behind.or_else(before) else { return };
    let span = Span { paragraph: number, words: date.words.clone() };
    visit.parts.push((super::proposal::Role::Date, span.clone()));
    visit.date_span = Some(span);
    if let Some(counted) = &date.counted {
        // Counted from the nearest earlier visit with a date, never from the publication in silence.
        match found.iter().rposition(|earlier| earlier.when.is_some() || earlier.counted.is_some()) {
            Some(from) => {
                visit.counted = Some(Counted {
                    from,
                    offset: counted.offset.clone(),
                    slack: counted.slack.clone(),
                    said: date.said.clone(),
                })
            }
            None => {
                visit.needs.push("when".to_owned());
                visit.doubts.push(format!("“{}” is counted from something that the text has not dated", date.said));
            }
        }
        return;
    }
    match dated(&date.said, lies, &text.setting, text.source) {
        Dated::When(when, doubt) => {
            visit.when = Some(when);
            visit.doubts.extend(doubt);
        }
        Dated::Needs(why) => {
            visit.needs.push("when".to_owned());
            visit.doubts.push(why);
        }
    }
}

/// Whether a length of time leads to a visit named behind it.
fn leads_to_noun(paragraph: &Paragraph, date: &DatePhrase) -> bool {
    date.counted.is_some()
        && (date.words.end..date.words.end + 4)
            .any(|at| paragraph.word(at).is_some_and(|word| word.visit(VisitWord::Visit)))
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

/// Puts a visit to one that may be the same; gives its place in the list.
fn join(text: &Text, cast: &Cast, found: &mut Vec<FoundVisit>, visit: FoundVisit) -> usize {
    let first = found.len().saturating_sub(MOST_COMPARED);
    let same = found.iter().skip(first).position(|known| is_same(text, cast, known, &visit)).map(|place| place + first);
    match same.and_then(|place| found.get_mut(place).map(|known| (place, known))) {
        Some((place, known)) => {
            absorb(cast, known, visit);
            place
        }
        None => {
            found.push(visit);
            found.len() - 1
        }
    }
}

fn land_of(cast: &Cast, visit: &FoundVisit) -> Option<Land> {
    visit.visitors.iter().find_map(|who| cast.characters.get(*who).and_then(|character| character.land))
}

fn is_same(text: &Text, cast: &Cast, known: &FoundVisit, visit: &FoundVisit) -> bool {
    let lands_fit = known.land == visit.land || known.land.is_none() || visit.land.is_none();
    let shares = known.visitors.iter().any(|who| visit.visitors.contains(who));
    let unnamed = (known.is_anonymous || visit.is_anonymous)
        && land_of(cast, known).is_some()
        && land_of(cast, known) == land_of(cast, visit);
    let modes_fit = known.mode == visit.mode;
    let planned_fit = (known.status == Some(VisitStatus::Planned)) == (visit.status == Some(VisitStatus::Planned))
        || known.when.is_none()
        || visit.when.is_none();
    lands_fit
        && modes_fit
        && planned_fit
        && (shares || unnamed && known.land.is_some() && visit.land.is_some())
        && dates_fit(text, known, visit, shares)
}

fn dates_fit(text: &Text, known: &FoundVisit, visit: &FoundVisit, shares: bool) -> bool {
    let bounds = |visit: &FoundVisit| visit.when.as_ref().map(When::bounds);
    if known.counted.is_some() || visit.counted.is_some() {
        return shares
            && (known.when.is_none() && known.counted.is_none() || visit.when.is_none() && visit.counted.is_none())
            && known.status != Some(VisitStatus::Ongoing)
            && visit.status != Some(VisitStatus::Ongoing);
    }
    match (bounds(known), bounds(visit)) {
        (Some(a), Some(b)) => days_apart(&a, &b).is_none_or(|days| days <= SAME_VISIT_DAYS),
        (None, None) => true,
        (Some(date), None) | (None, Some(date)) => {
            let undated = if visit.when.is_none() { visit } else { known };
            let is_recent = text
                .setting
                .published
                .and_then(|published| Some(date.start_latest?.days_until(published.start_earliest?)))
                .is_none_or(|days| days <= GOING_ON_DAYS);
            undated.status != Some(VisitStatus::Ongoing) && shares || is_recent
        }
    }
}

/// How many days lie between two dates; 0 where they may be the same.
fn days_apart(a: &DateBounds, b: &DateBounds) -> Option<i64> {
    let gap = |first: &DateBounds, second: &DateBounds| Some(first.start_latest?.days_until(second.start_earliest?));
    let forwards = gap(a, b)?;
    let backwards = gap(b, a)?;
    Some(forwards.max(backwards).max(0))
}

fn absorb(cast: &Cast, known: &mut FoundVisit, visit: FoundVisit) {
    // Who is named takes the place of who is not.
    if known.is_anonymous && !visit.is_anonymous {
        known.visitors = visit.visitors.clone();
        known.lead = visit.lead;
        known.level = visit.level;
        known.is_anonymous = false;
        known.rule = visit.rule;
    } else if !visit.is_anonymous {
        for who in &visit.visitors {
            if !known.visitors.contains(who) {
                known.visitors.push(*who);
            }
        }
        known.lead = known.lead.or(visit.lead);
        known.level = known.level.or(visit.level);
    }
    known.land = known.land.or(visit.land);
    known.region = known.region.or(visit.region);
    known.town = known.town.take().or(visit.town);
    known.protocol = known.protocol.or(visit.protocol);
    known.mode = known.mode.or(visit.mode);
    for host in visit.hosts {
        if !known.hosts.contains(&host) {
            known.hosts.push(host);
        }
    }
    for met in visit.met {
        if !known.met.contains(&met) {
            known.met.push(met);
        }
    }
    known.status = match (known.status, visit.status) {
        (Some(VisitStatus::Cancelled), _) | (_, Some(VisitStatus::Cancelled)) => Some(VisitStatus::Cancelled),
        (Some(status), None) | (None, Some(status)) => Some(status),
        (Some(known), Some(_)) => Some(known),
        (None, None) => None,
    };
    match (&known.when, visit.when) {
        (Some(when), Some(other)) => {
            let differ = days_apart(&when.bounds(), &other.bounds()).is_some_and(|days| days > 0);
            if differ && let Some(span) = visit.date_span.clone() {
                // The fuller frame keeps its date; a caption is the rival.
                if visit.rule != FrameRule::Caption && known_is_caption(known) {
                    let own = known.when.replace(other);
                    let own_span = known.date_span.replace(span);
                    known.rivals.extend(own.zip(own_span));
                } else {
                    known.rivals.push((other, span));
                }
            }
        }
        (None, Some(other)) => {
            known.when = Some(other);
            known.date_span = visit.date_span.clone();
        }
        (_, None) => {}
    }
    if known.counted.is_none() {
        known.counted = visit.counted;
    }
    let _ = cast;
    known.parts.extend(visit.parts);
    for doubt in visit.doubts {
        if !known.doubts.contains(&doubt) {
            known.doubts.push(doubt);
        }
    }
}

fn known_is_caption(known: &FoundVisit) -> bool {
    let Some(date) = &known.date_span else { return false };
    known.parts.iter().any(|(role, span)| *role == super::proposal::Role::Cue && span.paragraph == date.paragraph)
        && known.at.0 == date.paragraph
        && known.at.0 <= 1
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
                            visit.visitors.contains(&visitor)
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

/// Dates that follow from other visits, and those of which only the publication is known.
fn finish(text: &Text, cast: &Cast, found: &mut [FoundVisit]) {
    let _ = cast;
    for place in 0..found.len() {
        let Some(visit) = found.get(place) else { break };
        if let Some(counted) = visit.counted.clone().filter(|_| visit.when.is_none()) {
            let anchor = found.get(counted.from).and_then(|anchor| anchor.when.clone());
            let relative =
                Relative { to: Id::from(""), offset: counted.offset, slack: counted.slack, ..Relative::default() };
            let edtf = anchor.as_ref().and_then(|anchor| relative.edtf_from(&anchor.bounds()));
            if let (Some(edtf), Some(visit)) = (edtf, found.get_mut(place)) {
                let basis = Some(Basis::Relative(Box::new(relative)));
                visit.when =
                    Some(When::new(WhenLong { edtf, said: counted.said, basis, ..WhenLong::default() }, false));
                continue;
            }
            if let Some(visit) = found.get_mut(place) {
                visit.needs.push("when".to_owned());
                visit.doubts.push(format!("“{}” is counted from a visit whose date is not known", counted.said));
            }
            continue;
        }
        let is_ongoing = visit.status == Some(VisitStatus::Ongoing);
        let published = text
            .setting
            .published
            .and_then(|published| published.start_earliest.filter(|day| published.start_latest == Some(*day)));
        let said =
            visit.parts.iter().find(|(role, _)| *role == super::proposal::Role::Cue).map(|(_, span)| span.clone());
        let Some(visit) = found.get_mut(place) else { break };
        match (&visit.when, published) {
            (Some(when), _) if is_ongoing => {
                // It goes on: no end is told.
                let long = when.long().clone();
                let is_day = long.edtf.len() == 10 && !long.edtf.contains(['[', '/']);
                if is_day {
                    visit.when = Some(When::new(WhenLong { edtf: format!("{}/..", long.edtf), ..long }, false));
                }
            }
            (None, Some(day)) if visit.needs.is_empty() && visit.status != Some(VisitStatus::Planned) => {
                let edtf = if is_ongoing { format!("..{day}/..") } else { format!("[..{day}]") };
                let words = said.as_ref().and_then(|span| Some((text.paragraphs.get(span.paragraph)?, span)));
                let said = words.map(|(paragraph, span)| {
                    let from = span.words.start
                        - usize::from(matches!(
                            span.words.start.checked_sub(1).map(|before| paragraph.key(before)),
                            Some("is" | "are")
                        ));
                    on_one_line(paragraph.slice(&(from..span.words.end)))
                });
                let basis = Some(Basis::OnOrBefore(text.source.clone()));
                visit.when = Some(When::new(
                    WhenLong { edtf, said: said.unwrap_or_default(), basis, ..WhenLong::default() },
                    false,
                ));
            }
            (None, _) if !visit.needs.iter().any(|need| need == "when") => visit.needs.push("when".to_owned()),
            _ => {}
        }
        if visit.land.is_none() && visit.region.is_none() {
            visit.needs.push("to".to_owned());
        }
    }
}
