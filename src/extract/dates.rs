//! The dates that a text tells, each read by the one reader of phrases, and what each rests on.

use std::ops::Range;

use super::anchoring::{counts_from_the_text, follows_at_once, names_its_anchor, with_what_it_counts_from};
use super::blocks::on_one_line;
use super::date_phrase::DatePhrase;
use super::date_words::{DateWords, counts_a_thing, date_words, is_core};
use super::page::Paragraph;
use super::untold_dates::untold_at;
use super::word::Kind;
use crate::model::{Basis, DateBounds, Day, Id, When, WhenLong, parse_edtf};
use crate::phrase::{Answer, Origin, Reading, Setting, read_counted, read_with};

/// A phrase reaches so many words before and behind the word that tells it.
const BEFORE: usize = 5;
const BEHIND: usize = 10;

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
                // `two weeks later, on 13 March`: the day itself is told.
                let tells_day = date.words.clone().any(|at| words.is_month(paragraph.key(at)));
                found.pop_if(|last| {
                    tells_day
                        && last.counted.is_some()
                        && last.words.end + 1 == date.words.start
                        && paragraph.is_sign(last.words.end, ',')
                });
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
            let is_apposed =
                |at: usize| matches!(paragraph.key(at), "later" | "earlier") && paragraph.is_sign(at + 1, ',');
            // `two weeks later, on Sept. 13` is that day, and not two weeks behind it.
            let is_cut = is_cut || (from..to - 1).any(is_apposed);
            let is_other = is_cut
                || is_no_day(paragraph, from, to)
                || is_split(paragraph, from, to)
                || counts_a_thing(paragraph, words, from..to);
            if edge(from) || edge(to - 1) || is_other {
                continue;
            }
            if let Some(date) = readable(paragraph, words, from..to, free, setting) {
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

/// Whether the number at the end is no day of the month before it: `in May in the 11th` Circuit.
fn is_no_day(paragraph: &Paragraph, from: usize, to: usize) -> bool {
    let the = (from + 1..to).rev().find(|at| paragraph.key(*at) == "the");
    let is_last = |the: usize| {
        (the + 1..to).all(|at| {
            at == the + 1 && is_short_number(paragraph, at) || matches!(paragraph.key(at), "st" | "nd" | "rd" | "th")
        })
    };
    the.is_some_and(|the| paragraph.key(the - 1) == "in" && the > from + 1 && is_last(the))
}

fn is_short_number(paragraph: &Paragraph, at: usize) -> bool {
    paragraph.word(at).is_some_and(|word| word.key.starts_with(|c: char| c.is_ascii_digit()) && word.key.len() <= 4)
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
    free: usize,
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
    if is_date && counts_from_the_text(paragraph, of_language, &words, &setting) {
        // `the next week` of a story is that behind what was told, and not the one to come.
        let counted = follows_at_once(paragraph, &words)
            .then(|| read_counted(&format!("the following {}", paragraph.key(words.end - 1))))
            .flatten();
        let words = with_what_it_counts_from(paragraph, words, free);
        let said = on_one_line(paragraph.slice(&words));
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
    let is_over = |reading: &Reading| {
        let end = parse_edtf(&reading.edtf).ok().and_then(|date| date.bounds.end_latest);
        end.zip(published.and_then(|published| published.start_earliest)).is_some_and(|(end, today)| end < today)
    };
    // `will visit over the weekend`, `by the end of the year`: what lies ahead is not what is over.
    let is_counted = readings.iter().all(|reading| reading.origin != Origin::Stated);
    if lies == Lies::Ahead && (readings.iter().all(yearless) || is_counted && readings.iter().any(is_over)) {
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

/// Whether it is two days, as a weekend is.
fn is_weekend(reading: &Reading) -> bool {
    let Ok(date) = parse_edtf(&reading.edtf) else { return false };
    let (first, last) = (date.bounds.start_earliest, date.bounds.end_latest);
    first.zip(last).is_some_and(|(first, last)| first.days_until(last) == 1)
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
    // `yesterday` of a week later is no day that the words mean.
    let is_fixed = |reading: &Reading| {
        matches!(reading.origin, Origin::Relative { .. }) || reading.origin == Origin::CountedFromPublication
    };
    let moves = readings.iter().all(|reading| !is_fixed(reading) || is_weekend(reading));
    for later in [week, year].into_iter().filter(|_| moves) {
        let setting =
            Setting { published: Some(DateBounds::within(Some(later), Some(later))), language: setting.language };
        let answer = read_with(said, &setting);
        if let Some(reading) = answer.readings().iter().filter(from_now).min_by_key(|reading| starts(reading)) {
            return Dated::When(when(reading, basis), None);
        }
    }
    Dated::Needs(format!("“{said}” lies ahead, and no such day is near"))
}
