//! The dates that a text tells, each read by the one reader of phrases, and what each rests on.

use std::ops::Range;

use super::blocks::on_one_line;
use super::date_phrase::DatePhrase;
use super::date_words::{DateWords, counts_a_thing, date_words, is_core};
use super::page::Paragraph;
use super::untold_dates::untold_at;
use super::word::Kind;
use crate::language::press::{Meaning, VisitWord};
use crate::model::{Basis, DateBounds, Day, Id, When, WhenLong, parse_edtf};
use crate::phrase::{Answer, Origin, Reading, Setting, read_counted, read_with};

/// A phrase reaches so many words before and behind the word that tells it.
const BEFORE: usize = 5;
const BEHIND: usize = 6;

/// Whether what is dated lies before the publication or after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lies {
    /// It is told as over, or going on.
    Behind,
    /// It is told as to come.
    Ahead,
}

/// A date as a record has it, or why it has none.
#[derive(Debug, Clone)]
pub enum Dated {
    /// The date, with what speaks against it.
    When(When, Option<String>),
    /// The words cannot be read without something that is not known.
    Needs(String),
}

/// The dates of a paragraph, one behind the other.
#[must_use]
pub fn dates(paragraph: &Paragraph, setting: &Setting) -> Vec<DatePhrase> {
    let Some(words) = setting.language.and_then(date_words) else { return Vec::new() };
    let mut found: Vec<DatePhrase> = Vec::new();
    let mut at = 0;
    while at < paragraph.words.len() {
        let free = found.last().map_or(0, |date: &DatePhrase| date.words.end);
        let date = is_core(paragraph, words, at).then(|| around(paragraph, words, at, free, setting)).flatten();
        let date = date.or_else(|| untold_at(paragraph, at, free));
        match date {
            Some(date) => {
                at = date.words.end.max(at + 1);
                found.push(date);
            }
            None => at += 1,
        }
    }
    found
}

/// The longest phrase around a word that can be read.
fn around(paragraph: &Paragraph, words: &DateWords, at: usize, free: usize, setting: &Setting) -> Option<DatePhrase> {
    let fits = |place: usize| {
        paragraph.word(place).is_some_and(|word| match word.kind {
            Kind::Number => true,
            Kind::Word => {
                words.all.contains(&word.key)
                    || word.key.contains('-') && word.key.split('-').all(|part| words.all.contains(part))
            }
            Kind::Sign(c) => matches!(c, ',' | '-' | '–' | '/' | '.' | '’'),
        }) && paragraph.in_run(place) == paragraph.in_run(at)
    };
    let sentence = paragraph.sentence_of(at);
    let lowest = free.max(sentence.start).max(at.saturating_sub(BEFORE));
    let highest = sentence.end.min(at + BEHIND);
    let start = (lowest..at).rev().take_while(|place| fits(*place)).last().unwrap_or(at);
    // `by the opening of the 2000 Olympics` opens them, not the year.
    let start = if names_with_year(paragraph, at) { start.max(at - 1) } else { start };
    let end = (at + 1..highest).take_while(|place| fits(*place)).last().map_or(at + 1, |last| last + 1);
    for length in (1..=end - start).rev() {
        for from in start..=at {
            let to = from + length;
            if to > end || to <= at {
                continue;
            }
            let edge = |place: usize| paragraph.word(place).is_some_and(super::word::Word::is_any_sign);
            // `left today on orders from …`.
            let is_cut = to - from > 1 && paragraph.key(to - 1) == "on" && !edge(to);
            let is_other = is_cut || is_split(paragraph, from, to) || counts_a_thing(paragraph, words, from..to);
            if edge(from) || edge(to - 1) || is_other {
                continue;
            }
            if let Some(date) = readable(paragraph, words, from..to, setting) {
                return Some(date);
            }
        }
    }
    None
}

/// Whether a year belongs to the name behind it: `the 2000 Olympics`.
fn names_with_year(paragraph: &Paragraph, at: usize) -> bool {
    let is_year = paragraph.word(at).is_some_and(|word| word.kind == Kind::Number && word.key.len() == 4);
    let is_led = at.checked_sub(1).is_some_and(|before| paragraph.key(before) == "the");
    is_year && is_led && paragraph.word(at + 1).is_some_and(|next| next.kind == Kind::Word && next.is_capital)
}

/// Whether a number goes on outside of the words: `October 2` of `October 2,500`.
fn is_split(paragraph: &Paragraph, from: usize, to: usize) -> bool {
    let percent = paragraph.word(to).is_some_and(|word| {
        word.is_sign('%') || matches!(word.key.as_str(), "percent" | "per" | "million" | "prozent")
    });
    let is_number = paragraph.word(to - 1).is_some_and(|word| word.kind == Kind::Number);
    let _ = from;
    percent && is_number
}

fn readable(
    paragraph: &Paragraph,
    of_language: &DateWords,
    words: Range<usize>,
    setting: &Setting,
) -> Option<DatePhrase> {
    let said = on_one_line(paragraph.slice(&words));
    // Read as of some day, so that a missing publication hides no date.
    let some_day = Day::from_civil(2023, 6, 14).map(|day| DateBounds::within(Some(day), Some(day)));
    let setting = Setting { published: setting.published.or(some_day), language: setting.language };
    let is_date = match read_with(&said, &setting) {
        Answer::One(_) | Answer::Ask(_) | Answer::Clash { .. } => true,
        Answer::Empty | Answer::Unread { .. } => false,
    };
    let is_only_a_length =
        is_date && said.chars().all(|c| !c.is_numeric()) && said.split(' ').count() == 1 && said.len() < 3;
    if is_date && follows_what_is_told(paragraph, &words, &setting) {
        // `the next week` of a story is that behind what was told, and not the one to come.
        let last = paragraph.key(words.end - 1);
        let counted = read_counted(&format!("the following {last}"));
        return Some(DatePhrase { words, said, is_untold: counted.is_none(), counted });
    }
    if is_date && !is_only_a_length {
        return Some(DatePhrase { words, said, counted: None, is_untold: false });
    }
    if !words.clone().any(|at| of_language.counting.contains(paragraph.key(at))) {
        return None;
    }
    let counted = read_counted(&said).filter(|counted| counted.anchor.is_empty())?;
    let is_untold = names_its_anchor(paragraph, &words);
    Some(DatePhrase { words, said, counted: Some(counted), is_untold })
}

/// Whether what a length of time is counted from is named behind it, and is no visit: `two days before the summit`.
fn names_its_anchor(paragraph: &Paragraph, words: &Range<usize>) -> bool {
    let is_side = words.end.checked_sub(1).is_some_and(|last| paragraph.means(last, Meaning::Preposition));
    let end = paragraph.sentence_of(words.start).end;
    let next = paragraph.word(words.end).filter(|_| words.end < end);
    let is_pointed = matches!(paragraph.key(words.end), "that" | "this")
        && paragraph.word(words.end + 1).is_none_or(super::word::Word::is_any_sign);
    let is_named = next.is_some_and(|next| !next.is_any_sign() && !next.means(Meaning::And));
    let is_visit =
        (words.end..words.end + 4).any(|at| paragraph.word(at).is_some_and(|word| word.visit(VisitWord::Visit)));
    // `within days of the vote`.
    let is_within = paragraph.key(words.start) == "within" && paragraph.key(words.end) == "of";
    is_within || is_side && is_named && !is_pointed && !is_visit
}

/// Whether an English phrase follows what the text told before it: `the next week`, `the following spring`.
fn follows_what_is_told(paragraph: &Paragraph, words: &Range<usize>, setting: &Setting) -> bool {
    let is_english = setting.language.is_some_and(|language| language.name == "English");
    let first = words.start.saturating_sub(2);
    let follows = |at: usize| match paragraph.key(at) {
        "following" | "preceding" | "previous" | "ensuing" => true,
        "next" | "same" => at.checked_sub(1).is_some_and(|before| paragraph.key(before) == "the"),
        _ => false,
    };
    is_english
        && (first..words.end).any(follows)
        && words.clone().all(|at| paragraph.word(at).is_some_and(|word| word.kind == Kind::Word))
}

/// What a phrase comes to for something that lies before or after the publication.
#[must_use]
pub fn dated(said: &str, lies: Lies, setting: &Setting, source: &Id) -> Dated {
    let answer = read_with(said, setting);
    let published = setting.published;
    let when = |reading: &Reading, basis: Option<Basis>| {
        let basis = basis.or_else(|| reading.basis(source)).unwrap_or(Basis::Stated);
        When::new(
            WhenLong { edtf: reading.edtf.clone(), said: said.to_owned(), basis: Some(basis), ..WhenLong::default() },
            false,
        )
    };
    let readings = answer.readings();
    let Some(first) = readings.first() else {
        return Dated::Needs(match &answer {
            Answer::Unread { message, .. } => message.clone(),
            _ => format!("“{said}” is no date"),
        });
    };
    let yearless = |reading: &Reading| {
        !matches!(reading.origin, Origin::Stated | Origin::Relative { .. } | Origin::CountedFromPublication)
    };
    if lies == Lies::Ahead && readings.iter().all(yearless) {
        return ahead(said, readings, setting, &when, source);
    }
    if let Answer::Clash { message, .. } = &answer {
        return Dated::When(when(first, None), Some(message.clone()));
    }
    if readings.len() == 1 {
        // A month by itself that is told as over is the last one of that name.
        let is_month = first.edtf.len() == "2024-05".len() && first.origin == Origin::YearFromPublication;
        return Dated::When(when(first, is_month.then(|| Basis::NearestPast(source.clone()))), None);
    }
    let latest = published.and_then(|published| published.start_latest);
    let is_past =
        |reading: &&Reading| starts(reading).is_some_and(|start| latest.is_some_and(|latest| start <= latest));
    let past: Vec<&Reading> = readings.iter().filter(is_past).collect();
    let Some(taken) = past.iter().max_by_key(|reading| starts(reading)).copied().or(Some(first)) else {
        return Dated::Needs(format!("“{said}” can be read in more than one way"));
    };
    let others: Vec<String> = readings.iter().filter(|other| other.edtf != taken.edtf).map(Reading::label).collect();
    Dated::When(when(taken, None), Some(format!("“{said}” may also be {}", others.join(" or "))))
}

fn starts(reading: &Reading) -> Option<Day> {
    parse_edtf(&reading.edtf).ok().and_then(|date| date.bounds.start_earliest)
}

/// The nearest such date from the publication on: what the reader says as of a year, or a week, later.
fn ahead(
    said: &str,
    readings: &[Reading],
    setting: &Setting,
    when: &dyn Fn(&Reading, Option<Basis>) -> When,
    source: &Id,
) -> Dated {
    let Some(published) = setting.published.and_then(|published| published.start_earliest) else {
        return Dated::Needs(format!("“{said}” is counted from the day of publication, which is not known"));
    };
    let basis = Some(Basis::NearestFuture(source.clone()));
    let from_now = |reading: &&Reading| {
        parse_edtf(&reading.edtf).ok().and_then(|date| date.bounds.end_latest).is_some_and(|end| end >= published)
    };
    if let Some(reading) = readings.iter().filter(from_now).min_by_key(|reading| starts(reading)) {
        return Dated::When(when(reading, basis), None);
    }
    let week = published.plus_days(6);
    let year = published.plus_months(12).plus_days(-1);
    for later in [week, year] {
        let setting =
            Setting { published: Some(DateBounds::within(Some(later), Some(later))), language: setting.language };
        let answer = read_with(said, &setting);
        if let Some(reading) = answer.readings().iter().filter(from_now).min_by_key(|reading| starts(reading)) {
            return Dated::When(when(reading, basis), None);
        }
    }
    Dated::Needs(format!("“{said}” lies ahead, and no such day is near"))
}
