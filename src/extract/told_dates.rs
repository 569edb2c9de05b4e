//! Every date that a text tells, by itself: where it stands and which days it may be.

use std::ops::Range;

use super::blocks::blocks;
use super::dates::{Dated, Lies, dated, dates};
use super::page::{Paragraph, paragraphs};
use super::read::Asked;
use crate::language::language;
use crate::language::press::{VisitWord, lexicon};
use crate::model::{DateBounds, Day, Id, parse_edtf};
use crate::phrase::{Setting, read_with};

/// `as soon as` stands so near to the date.
const NEAR: usize = 6;
/// A verb tells that something lies ahead over so many words.
const REACH: usize = 20;
/// What nothing tells to lie ahead does not lie further ahead than so many days.
const MOST_AHEAD: i64 = 120;
/// Before the date that a phrase names stand so many words: `since the`.
const MOST_LEADING: usize = 4;

/// A date that a text tells.
#[derive(Debug, Clone)]
pub struct ToldDate {
    /// The block between blank lines, from 0.
    pub para: usize,
    /// The first character in it, in Unicode scalar values.
    pub start: usize,
    /// The character behind the last.
    pub end: usize,
    /// The words on one line.
    pub said: String,
    /// The first day and the last; none where the words count from something that is told elsewhere.
    pub days: Option<(Day, Day)>,
}

/// The dates of a text in the order in which they stand.
#[must_use]
pub fn told_dates(text: &str, asked: &Asked) -> Vec<ToldDate> {
    let blocks = blocks(text);
    let lang = asked.lang.unwrap_or("en");
    let paragraphs = paragraphs(&blocks, lexicon(lang));
    let setting = Setting { published: asked.published, language: language(lang) };
    let mut told = Vec::new();
    for paragraph in &paragraphs {
        for date in dates(paragraph, &setting) {
            // `shortly afterwards` tells no date by itself.
            if date.is_untold && matches!(paragraph.key(date.words.start), "shortly" | "soon") {
                continue;
            }
            let Some(block) = blocks.get(paragraph.block) else { continue };
            let bytes = paragraph.bytes(&date.words);
            let lies = if lies_ahead(paragraph, &date.words) { Lies::Ahead } else { Lies::Behind };
            let days =
                (date.counted.is_none() && !date.is_untold).then(|| days_of(&date.said, lies, &setting)).flatten();
            told.push(ToldDate {
                para: paragraph.block,
                start: block.chars_before(bytes.start),
                end: block.chars_before(bytes.end),
                said: date.said,
                days,
            });
        }
    }
    told
}

/// The first and the last day of a phrase; of one with an open end, those of the date that it names: `since 1990`.
fn days_of(said: &str, lies: Lies, setting: &Setting) -> Option<(Day, Day)> {
    let of = |bounds: DateBounds| bounds.start_earliest.zip(bounds.end_latest);
    let published = setting.published.and_then(|published| published.start_earliest);
    let read = |said: &str| {
        // Of several readings the one nearest to the publication.
        let answer = read_with(said, setting);
        let several =
            answer.readings().iter().filter_map(|reading| parse_edtf(&reading.edtf).ok().map(|date| date.bounds));
        let all: Vec<(Day, Day)> = several.filter_map(of).collect();
        match (published, all.len()) {
            (Some(published), 2..) if lies == Lies::Behind => all.into_iter().min_by_key(|(first, _)| {
                let ahead = published.days_until(*first);
                (ahead > MOST_AHEAD, ahead.abs())
            }),
            _ => match dated(said, lies, setting, &Id::default()) {
                Dated::When(when, _) => of(when.bounds()),
                // `ago` tells the past, whatever the verb.
                Dated::Needs(_) => match dated(said, Lies::Behind, setting, &Id::default()) {
                    Dated::When(when, _) => of(when.bounds()),
                    Dated::Needs(_) => None,
                },
            },
        }
    };
    let mut said = said;
    for _ in 0..MOST_LEADING {
        if let Some(days) = read(said) {
            return Some(days);
        }
        said = said.split_once(' ')?.1;
    }
    None
}

/// Whether the words before a date tell of what is to come: `will travel on Thursday`, `is expected on Thursday`, `as soon
/// as Thursday`.
fn lies_ahead(paragraph: &Paragraph, words: &Range<usize>) -> bool {
    let at = words.start;
    let from = paragraph.sentence_of(at).start.max(at.saturating_sub(REACH));
    let sentence = paragraph.sentence_of(at);
    let was = (from..at).any(|at| matches!(paragraph.key(at), "had" | "was" | "were" | "been"));
    let reach = if was { at } else { words.end };
    let is_near = (from.max(at.saturating_sub(NEAR))..reach).any(|at| {
        matches!(paragraph.key(at), "soon" | "early") && paragraph.key(at + 1) == "as"
            || matches!(paragraph.key(at), "until" | "deadline") && at > sentence.start
    });
    let ahead = |at: usize| {
        matches!(
            paragraph.key(at),
            "will" | "expected" | "scheduled" | "planned" | "planning" | "plans" | "plan" | "due" | "might" | "ready"
        )
    };
    let verb = (from..at).rev().find(|at| {
        paragraph.word(*at).is_some_and(|word| {
            ahead(*at) || word.cue().is_some() || word.visit(VisitWord::Was) || word.key.ends_with("ed")
        })
    });
    // `will be named commander`: the verb in front of a participle tells.
    let is_passive = |verb: usize| {
        matches!(paragraph.key(verb.saturating_sub(1)), "be") && (verb.saturating_sub(4)..verb).any(ahead)
    };
    let is_would_be =
        |verb: usize| matches!(paragraph.key(verb), "be") && paragraph.key(verb.saturating_sub(1)) == "would";
    // `On Tuesday, the league will meet`: the first verb behind a date that leads the sentence tells.
    let leads = at == sentence.start && paragraph.is_sign(words.end, ',');
    let is_told = |at: &usize| {
        paragraph.word(*at).is_some_and(|word| {
            matches!(word.key.as_str(), "will" | "has" | "have") || word.cue().is_some() || word.key.ends_with("ed")
        })
    };
    let first = (words.end..sentence.end.min(words.end + REACH)).find(is_told);
    let will = leads && first.is_some_and(|verb| paragraph.key(verb) == "will");
    will || is_near || verb.is_some_and(|verb| ahead(verb) || is_passive(verb)) || (from..at).any(is_would_be)
}
