//! All that somebody is told to have said in a text.

use std::ops::Range;

use super::cast::Cast;
use super::fragments::{QUOTE, fragments, length};
use super::page::{Paragraph, Part};
use super::place::Place;
use super::told::{Rule, Span, Told};
use super::verb::At;
use super::word::Kind;
use crate::language::press::{Cue, Meaning};
use crate::model::ActorKind;

/// One statement has at most so many parts; a text of nothing but quotes is cut into several.
const MOST_PARTS: usize = 40;
/// What somebody says in one turn of an interview has at most so many words.
const LONGEST_TURN: usize = 1_500;
/// A dateline has at most so many words and signs.
const LONGEST_DATELINE: usize = 16;
/// A name before a colon has at most so many words.
const LONGEST_LABEL: usize = 6;

/// All statements and silences of the paragraphs, in the order of the text.
#[must_use]
pub fn statements(paragraphs: &[Paragraph], cast: &Cast) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        if paragraph.part == Part::Aside {
            continue;
        }
        let place = Place { paragraph, number, cast };
        let first_of_paragraph = all.len();
        if is_question_of_outlet(&place) {
            continue;
        }
        for sentence in &paragraph.sentences {
            let of_paragraph = all.get(first_of_paragraph..).unwrap_or_default();
            if of_paragraph.first().is_some_and(|told| told.rule == Rule::Colon) && paragraph.part == Part::Body {
                break;
            }
            of_sentence(&place, sentence, &mut all, first_of_paragraph);
        }
    }
    join_speeches(paragraphs, &mut all);
    all
}

fn of_sentence(place: &Place, sentence: &Range<usize>, all: &mut Vec<Told>, first_of_paragraph: usize) {
    let before = all.len();
    if let Some(told) = labelled(place, sentence) {
        all.push(told);
        return;
    }
    with_verbs(place, sentence, all);
    let runs = free_runs(place, sentence, all.get(before..).unwrap_or_default());
    if runs.is_empty() {
        return;
    }
    let is_all_quote = is_all_quote(place, sentence);
    if all.len() == before && is_all_quote {
        quote_alone(place, sentence, runs, all, first_of_paragraph);
        return;
    }
    let near =
        all.iter().rev().find(|told| told.speaker.is_some()).filter(|told| told.sentence.paragraph + 2 >= place.number);
    let last_speaker = near.and_then(|told| told.speaker.clone());
    if let Some(told) = fragments(place, sentence, &runs, all.get(before..).unwrap_or_default(), last_speaker) {
        all.push(told);
    }
}

fn with_verbs(place: &Place, sentence: &Range<usize>, all: &mut Vec<Told>) {
    let paragraph = place.paragraph;
    let mut free = sentence.start.max(dateline_end(paragraph));
    let mut at = free;
    let mut speaker: Option<Span> = None;
    while at < sentence.end {
        if let Some(run) = paragraph.run_of.get(at).copied().flatten().and_then(|run| paragraph.run_words.get(run)) {
            at = run.end.max(at + 1);
            continue;
        }
        let here = At { place: *place, sentence: (sentence.start, sentence.end), free };
        let Some(word) = paragraph.word(at) else { break };
        let silence = word.length_of(|meaning| meaning == Meaning::Silence);
        let according = word.length_of(|meaning| meaning == Meaning::According);
        let told = if silence > 0 {
            silent(place, sentence, at, silence)
        } else if according > 0 {
            here.according(at, according)
        } else if word.means(Meaning::AccordingAfter) {
            here.according_after(at)
        } else if let Some((cue, length)) = word.cue() {
            here.finite(at, cue, length)
                .or_else(|| and_said(&here, at, cue, length, speaker.as_ref()))
                .or_else(|| here.verb_behind_quote(at))
        } else if let Some((cue, length)) = word.cue_participle() {
            here.participle(at, cue, length, speaker.clone())
        } else {
            here.verb_behind_quote(at)
        };
        match told {
            Some(told) => {
                let end = told.content.iter().map(|span| span.words.end).max().unwrap_or(at + 1);
                let cue_end = told.cue.as_ref().map_or(at + 1, |cue| cue.words.end);
                let speaker_end = told.speaker.as_ref().map_or(0, |speaker| speaker.words.end);
                free = end.max(cue_end).max(speaker_end);
                at = free;
                speaker.clone_from(&told.speaker);
                all.push(told);
            }
            None => at += 1,
        }
    }
}

/// The end of `DOVRIN, May 3 (Isk Wire) --` at the start of a paragraph, which is nobody's words.
fn dateline_end(paragraph: &Paragraph) -> usize {
    let is_town = paragraph.word(0).is_some_and(|word| word.is_acronym && word.key.chars().count() > 3);
    let is_dash = |at: &usize| {
        paragraph.word(*at).is_some_and(|word| match word.kind {
            Kind::Sign('–' | '—') => word.is_spaced,
            Kind::Sign('-') => word.is_spaced && paragraph.is_sign(at + 1, '-'),
            _ => false,
        })
    };
    let dash = (1..LONGEST_DATELINE).find(is_dash).filter(|_| is_town);
    dash.map_or(0, |dash| dash + 1 + usize::from(paragraph.is_sign(dash + 1, '-')))
}

/// `and added that …`: the speaker of the words before goes on.
fn and_said(here: &At, at: usize, cue: Cue, length: usize, speaker: Option<&Span>) -> Option<Told> {
    let paragraph = here.place.paragraph;
    let mut before = at;
    while before > here.free
        && paragraph.means(before - 1, Meaning::Between)
        && !paragraph.means(before - 1, Meaning::Not)
        && !paragraph.means(before - 1, Meaning::And)
    {
        before -= 1;
    }
    if before <= here.free || !paragraph.means(before - 1, Meaning::And) {
        return None;
    }

    let speaker = match speaker {
        Some(speaker) => speaker.clone(),
        None => here.main_subject(at)?,
    };
    here.participle(at, cue, length, Some(speaker))
}

/// `The Sund Review: What did you bring home?`: the outlet asks, which is no statement of somebody else.
fn is_question_of_outlet(place: &Place) -> bool {
    let paragraph = place.paragraph;
    let Some(colon) = (1..=LONGEST_LABEL).find(|at| paragraph.is_sign(*at, ':')) else { return false };
    let mention = place.cast.within(place.number, &(0..colon)).first();
    mention.is_some_and(|mention| {
        let is_media = place.cast.characters.get(mention.who).is_some_and(|who| who.kind == ActorKind::Media);
        is_media && mention.whole.start <= 1 && mention.words.end == colon
    })
}

/// `Gingrich: …` in a headline, a name and a colon in an interview.
fn labelled(place: &Place, sentence: &Range<usize>) -> Option<Told> {
    let paragraph = place.paragraph;
    if sentence.start != 0 {
        return None;
    }
    let colon = (1..=LONGEST_LABEL).find(|at| paragraph.is_sign(*at, ':'))?;
    let mention = place.cast.starting_at(place.number, 0)?;
    let is_label = mention.words.end == colon;
    let end = if paragraph.part == Part::Headline { sentence.end } else { paragraph.words.len() };
    let end = end.min(colon + LONGEST_TURN);
    let has_words = colon + 2 < end;
    (is_label && has_words).then(|| Told {
        speaker: Some(Span { paragraph: place.number, words: mention.whole.clone() }),
        cue: None,
        audience: None,
        content: vec![Span { paragraph: place.number, words: without_stop(paragraph, colon + 1..end) }],
        rule: Rule::Colon,
        sentence: Span { paragraph: place.number, words: sentence.clone() },
    })
}

fn without_stop(paragraph: &Paragraph, words: Range<usize>) -> Range<usize> {
    let has_stop = words.end > words.start + 1 && paragraph.is_sign(words.end - 1, '.');
    words.start..words.end - usize::from(has_stop)
}

/// `did not respond to …`.
fn silent(place: &Place, sentence: &Range<usize>, at: usize, length: usize) -> Option<Told> {
    let subject = place.subject_before(sentence, at).or_else(|| {
        let here = At { place: *place, sentence: (sentence.start, sentence.end), free: sentence.start };
        here.main_subject(at).map(|span| span.words)
    })?;
    let span = |words: Range<usize>| Span { paragraph: place.number, words };
    let rest = without_stop(place.paragraph, at + length..sentence.end);
    Some(Told {
        speaker: Some(span(subject)),
        cue: Some(span(at..at + length)),
        audience: None,
        content: if rest.is_empty() { Vec::new() } else { vec![span(rest)] },
        rule: Rule::Silence,
        sentence: span(sentence.clone()),
    })
}

/// The runs in marks of a sentence that no statement has.
fn free_runs(place: &Place, sentence: &Range<usize>, told: &[Told]) -> Vec<usize> {
    let runs = &place.paragraph.run_words;
    let first = runs.partition_point(|run| run.start < sentence.start);
    let within = runs.iter().enumerate().skip(first).take_while(|(_, run)| run.start < sentence.end);
    within
        .filter(|(_, run)| !told.iter().any(|told| told.covers(place.number, run.start) || is_told_to(told, run)))
        .map(|(run, _)| run)
        .collect()
}

/// Whether words in marks name whom something is told: `sagte Albers der „Rhein-Post“`.
fn is_told_to(told: &Told, run: &Range<usize>) -> bool {
    told.audience.as_ref().is_some_and(|audience| audience.words.contains(&run.start))
}

/// Whether a sentence is words in marks and nothing else.
fn is_all_quote(place: &Place, sentence: &Range<usize>) -> bool {
    sentence
        .clone()
        .all(|at| place.paragraph.in_run(at) || place.paragraph.word(at).is_some_and(super::word::Word::is_any_sign))
}

/// A sentence in marks: it goes on with what its paragraph has before it, or with the speaker of the one before.
fn quote_alone(
    place: &Place,
    sentence: &Range<usize>,
    runs: Vec<usize>,
    all: &mut Vec<Told>,
    first_of_paragraph: usize,
) {
    let words: Vec<Span> = runs
        .iter()
        .filter_map(|run| place.paragraph.run_words.get(*run))
        .map(|words| Span { paragraph: place.number, words: words.clone() })
        .collect();
    let has_said_before = all.len() > first_of_paragraph;
    if let Some(last) = all.last_mut().filter(|last| {
        has_said_before && last.content.len() < MOST_PARTS && last.rule != Rule::Silence && has_marks(place, last)
    }) {
        last.content.extend(words);
        return;
    }
    let before = all.iter().rev().find(|told| told.rule != Rule::Silence && told.speaker.is_some());
    let near = before.filter(|told| told.sentence.paragraph + 2 >= place.number);
    let is_short = runs.iter().all(|run| length(place, *run) < QUOTE);
    if is_short && near.is_none() || place.paragraph.part == Part::Headline {
        return;
    }
    all.push(Told {
        speaker: near.and_then(|told| told.speaker.clone()),
        cue: None,
        audience: None,
        content: words,
        rule: if near.is_some() { Rule::QuoteAfterQuote } else { Rule::QuoteAlone },
        sentence: Span { paragraph: place.number, words: sentence.clone() },
    });
}

fn has_marks(place: &Place, told: &Told) -> bool {
    told.content
        .iter()
        .any(|span| span.paragraph == place.number && span.words.clone().any(|at| place.paragraph.in_run(at)))
}

/// A speech over several paragraphs: each opens a mark, the last closes it.
fn join_speeches(paragraphs: &[Paragraph], all: &mut Vec<Told>) {
    let mut kept: Vec<Told> = Vec::with_capacity(all.len());
    for told in all.drain(..) {
        let goes_on = goes_on_from(paragraphs, &told);
        let last = kept.last_mut().filter(|last| goes_on && ends_in(last, told.sentence.paragraph.saturating_sub(1)));
        match last {
            Some(last) if matches!(told.rule, Rule::QuoteAfterQuote | Rule::QuoteAlone) => {
                last.content.extend(told.content);
            }
            Some(last) if matches!(last.rule, Rule::QuoteAfterQuote | Rule::QuoteAlone) => {
                let mut told = told;
                let mut content = std::mem::take(&mut last.content);
                content.append(&mut told.content);
                told.content = content;
                *last = told;
            }
            _ => kept.push(told),
        }
    }
    *all = kept;
}

fn ends_in(told: &Told, paragraph: usize) -> bool {
    told.content.last().is_some_and(|span| span.paragraph == paragraph)
}

/// Whether the paragraph before ends within marks, and this one opens them again at its start.
fn goes_on_from(paragraphs: &[Paragraph], told: &Told) -> bool {
    let number = told.sentence.paragraph;
    let before = number.checked_sub(1).and_then(|before| paragraphs.get(before));
    let is_open = before.and_then(|before| before.runs.last()).is_some_and(|run| run.is_open);
    let begins = told.content.first().is_some_and(|span| span.paragraph == number && span.words.start == 0);
    is_open && begins
}
