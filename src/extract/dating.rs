//! The dates of visits: the words beside the frame, dates counted from another visit, those of which only the publication is
//! known.

use super::blocks::on_one_line;
use super::cast::Cast;
use super::date_phrase::DatePhrase;
use super::dates::{Dated, Lies, dated};
use super::frame::{Frame, FrameRule};
use super::other_anchors::{counts_from_the_utterance, year_told_before};
use super::page::Paragraph;
use super::told::Span;
use super::visit::{Counted, FoundVisit, Text};
use crate::language::press::VisitWord;
use crate::model::{Basis, Id, Relative, VisitStatus, When, WhenLong};

/// The date of a frame: the nearest behind its verb, else one before it, in its sentence.
pub(super) fn date(
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
    if date.is_untold {
        visit.needs.push("when".to_owned());
        visit.doubts.push(format!("“{}” is counted from another date", date.said));
        return;
    }
    if let Some(counted) = &date.counted {
        // Counted from the nearest earlier visit with a date, never from the publication in silence.
        match found.iter().rposition(|earlier| earlier.when.is_some() || earlier.counted.is_some()) {
            Some(from) => {
                visit.counted = Some(Counted {
                    from,
                    offset: counted.offset.clone(),
                    slack: counted.slack.clone(),
                    said: date.said.clone(),
                });
            }
            None => {
                visit.needs.push("when".to_owned());
                visit.doubts.push(format!("“{}” is counted from something that the text has not dated", date.said));
            }
        }
        return;
    }
    if let Some(why) = counts_from_the_utterance(text, number, date, lies) {
        visit.needs.push("when".to_owned());
        visit.doubts.push(why);
        return;
    }
    // `wird bis Jahresende reisen` tells when at the latest, and not how long.
    if lies == Lies::Ahead && date.said.starts_with("bis ") {
        visit.needs.push("when".to_owned());
        visit.doubts.push(format!("“{}” may tell when at the latest, or how long", date.said));
        return;
    }
    if let Some(year) = text.dates.get(number).and_then(|dates| year_told_before(paragraph, dates, date, &text.setting))
    {
        visit.doubts.push(format!("“{}” may be of {year}, which is told before it", date.said));
    }
    if frame.status == Some(VisitStatus::Ongoing)
        && let Some(when) = until(text, &date.said)
    {
        visit.when = Some(when);
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

/// `is visiting until Friday`: it goes on when it is told, and its end lies ahead.
fn until(text: &Text, said: &str) -> Option<When> {
    let end = said.strip_prefix("until ").or_else(|| said.strip_prefix("bis "))?;
    let published = text.setting.published?.start_latest?;
    let Dated::When(when, _) = dated(end, Lies::Ahead, &text.setting, text.source) else { return None };
    let long = when.long().clone();
    let is_day = long.edtf.len() == "2024-05-03".len();
    let edtf = format!("..{published}/{}", long.edtf);
    is_day.then(|| When::new(WhenLong { edtf, said: said.to_owned(), ..long }, false))
}

/// Whether a length of time leads to a visit named behind it.
pub(super) fn leads_to_noun(paragraph: &Paragraph, date: &DatePhrase) -> bool {
    date.counted.is_some()
        && (date.words.end..date.words.end + 4)
            .any(|at| paragraph.word(at).is_some_and(|word| word.visit(VisitWord::Visit)))
}

/// What speaks against the visit that a date is counted from: it is told further back, and so is one of another time.
fn other_anchor(cast: &Cast, found: &[FoundVisit], place: usize, counted: &Counted) -> Option<String> {
    let (visit, anchor) = (found.get(place)?, found.get(counted.from)?);
    let is_far = visit.at.0.abs_diff(anchor.at.0) > 1;
    let mut earlier = found.iter().take(place).filter(|other| other.when.is_some() && other.at < visit.at);
    let name = &cast.characters.get(*anchor.visitors.first()?)?.name;
    (is_far && earlier.any(|other| other.when != anchor.when)).then(|| {
        format!("“{}” is taken to be counted from the visit of {name}; others are told before it", counted.said)
    })
}

/// Dates that follow from other visits, and those of which only the publication is known.
pub(super) fn finish(text: &Text, cast: &Cast, found: &mut [FoundVisit]) {
    for place in 0..found.len() {
        let Some(visit) = found.get(place) else { break };
        if let Some(counted) = visit.counted.clone().filter(|_| visit.when.is_none()) {
            let anchor = found.get(counted.from).and_then(|anchor| anchor.when.clone());
            let doubt = other_anchor(cast, found, place, &counted);
            if let Some(visit) = found.get_mut(place) {
                visit.doubts.extend(doubt);
            }
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
    }
    // Whatever its date: where it led has to be told.
    for visit in found.iter_mut().filter(|visit| visit.land.is_none() && visit.region.is_none()) {
        visit.needs.push("to".to_owned());
    }
}
