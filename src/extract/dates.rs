//! The dates that a text tells, each read by the one reader of phrases, and what each rests on.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::OnceLock;

use super::blocks::on_one_line;
use super::page::Paragraph;
use super::word::Kind;
use crate::language::press::{Meaning, VisitWord};
use crate::language::{LANGUAGES, Language, Sense, tokens};
use crate::model::{Basis, DateBounds, Day, Id, When, WhenLong, parse_edtf};
use crate::phrase::{Answer, CountedFrom, Origin, Reading, Setting, read_counted, read_with};

/// A phrase reaches so many words before and behind the word that tells it.
const BEFORE: usize = 5;
const BEHIND: usize = 6;

/// Words that tell a date.
#[derive(Debug, Clone)]
pub struct DatePhrase {
    /// The words.
    pub words: Range<usize>,
    /// They on one line.
    pub said: String,
    /// Whether they count from something told elsewhere.
    pub counted: Option<CountedFrom>,
    /// Whether they follow something told elsewhere, and how far cannot be said: `the following spring`.
    pub is_untold: bool,
}

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

/// The words of dates of a language.
struct DateWords {
    /// Those that tell a date.
    core: HashSet<String>,
    /// All that a phrase may have.
    all: HashSet<String>,
    /// Those of the first that are other words too.
    other: HashSet<String>,
    /// The days of the week.
    weekdays: HashSet<String>,
    /// First, second, third.
    ordinals: HashSet<String>,
}

fn date_words(language: &'static Language) -> Option<&'static DateWords> {
    static WORDS: OnceLock<HashMap<&'static str, DateWords>> = OnceLock::new();
    let all = WORDS.get_or_init(|| LANGUAGES.iter().map(|language| (language.name, build(language))).collect());
    all.get(language.name)
}

fn build(language: &Language) -> DateWords {
    let split = |text: &str| tokens(text).into_iter().map(|token| token.text).collect::<Vec<_>>();
    let set = |names: &[&str]| names.iter().flat_map(|names| names.split('|')).flat_map(split).collect();
    let mut words = DateWords {
        core: HashSet::new(),
        all: HashSet::new(),
        other: HashSet::new(),
        weekdays: language
            .weekdays
            .iter()
            .chain(&language.short_weekdays)
            .flat_map(|names| names.split('|'))
            .flat_map(split)
            .collect(),
        ordinals: set(language.ordinals),
    };
    let names =
        language.months.iter().chain(&language.short_months).chain(&language.weekdays).chain(&language.short_weekdays);
    for name in names.flat_map(|names| names.split('|')) {
        words.core.extend(split(name).into_iter().take(1));
        words.all.extend(split(name));
    }
    words.other.extend(
        language.short_months.iter().chain(&language.short_weekdays).flat_map(|names| names.split('|')).flat_map(split),
    );
    words.other.extend(language.also_other_words.split('|').flat_map(split));
    for (sense, names) in language.words {
        let is_core = matches!(sense, Sense::Relative(..) | Sense::Feast(..) | Sense::Unit(_) | Sense::Season(_));
        for name in names.split('|') {
            if is_core {
                words.core.extend(split(name).into_iter().max_by_key(|token| token.chars().count()));
            }
            words.all.extend(split(name));
        }
    }
    for names in language.ordinals.iter().chain(language.numbers) {
        words.all.extend(names.split('|').flat_map(split));
    }
    words
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

fn is_core(paragraph: &Paragraph, words: &DateWords, at: usize) -> bool {
    let Some(word) = paragraph.word(at) else { return false };
    match word.kind {
        Kind::Word
            if words.core.contains(&word.key) || word.key.split('-').skip(1).any(|part| words.core.contains(part)) =>
        {
            let is_other = words.other.contains(&word.key);
            let beside_number = paragraph.word(at + 1).is_some_and(|next| next.kind == Kind::Number)
                || paragraph
                    .word(at + 2)
                    .is_some_and(|next| next.kind == Kind::Number && paragraph.is_sign(at + 1, '.'))
                || at.checked_sub(1).and_then(|before| paragraph.word(before)).is_some_and(|before| {
                    before.kind == Kind::Number
                        || matches!(
                            before.key.as_str(),
                            "in" | "of"
                                | "since"
                                | "late"
                                | "early"
                                | "mid"
                                | "last"
                                | "next"
                                | "this"
                                | "im"
                                | "until"
                                | "by"
                        )
                        || before.key == "the" && paragraph.word(at + 1).is_some_and(|next| !next.is_capital)
                });
            !is_other || word.is_capital && beside_number
        }
        // A year, or a day in numbers.
        Kind::Number => {
            let is_year = word.key.len() == 4 && matches!(word.key.parse::<u16>(), Ok(1900..=2100));
            let leads = at.checked_sub(1).is_some_and(|before| {
                matches!(
                    paragraph.key(before),
                    "in" | "since" | "year" | "jahr" | "seit" | "en" | "depuis" | "u" | "od" | "by" | "until" | "of"
                )
            });
            let leads = leads || leads_to_year(paragraph, at);
            let is_day = word.key.matches(['.', '/', '-']).count() == 2
                || paragraph.is_sign(at + 1, '/')
                || paragraph.is_sign(at + 1, '-');
            is_year && leads || is_day && word.key.len() <= 10
        }
        _ => false,
    }
}

/// Whether what stands around four digits tells that they are a year: `between 1994 and 1997`, `the 1996 elections`.
fn leads_to_year(paragraph: &Paragraph, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| paragraph.key(before)).unwrap_or_default();
    let is_year = |at: usize| {
        paragraph.word(at).is_some_and(|word| {
            word.kind == Kind::Number && word.key.len() == 4 && matches!(word.key.parse::<u16>(), Ok(1900..=2100))
        })
    };
    let other = match before {
        "between" | "from" | "zwischen" | "von" => at + 2,
        "and" | "to" | "und" | "bis" => at.saturating_sub(2),
        _ => {
            let is_front =
                matches!(before, "the" | "a" | "his" | "her" | "its" | "their" | "early" | "late" | "mid" | "'s");
            // `the 2000 soldiers` are counted.
            let is_counted = paragraph.word(at + 1).is_none_or(|next| {
                next.kind != Kind::Word || next.key.ends_with('s') && !next.is_capital || next.means(Meaning::People)
            });
            return is_front && (!is_counted || matches!(before, "early" | "late" | "mid"));
        }
    };
    at != other && is_year(other)
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
    let end = (at + 1..highest).take_while(|place| fits(*place)).last().map_or(at + 1, |last| last + 1);
    for length in (1..=end - start).rev() {
        for from in start..=at {
            let to = from + length;
            if to > end || to <= at {
                continue;
            }
            let edge = |place: usize| paragraph.word(place).is_some_and(super::word::Word::is_any_sign);
            if edge(from) || edge(to - 1) || is_split(paragraph, from, to) || counts_a_thing(paragraph, words, from..to)
            {
                continue;
            }
            if let Some(date) = readable(paragraph, from..to, setting) {
                return Some(date);
            }
        }
    }
    None
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

/// Whether a number behind a day of the week counts what comes next and is no day of a month: `on Tuesday for the first
/// talks`, `on Tuesday 12 ministers`. Without a month an ordinal in letters is never one in the press.
fn counts_a_thing(paragraph: &Paragraph, words: &DateWords, phrase: Range<usize>) -> bool {
    let keys = || phrase.clone().filter_map(|at| paragraph.word(at)).filter(|word| !word.is_any_sign());
    let is_ordinal = |key: &String| words.ordinals.contains(key);
    let is_number = |key: &String| key.starts_with(|c: char| c.is_ascii_digit());
    let names_more = keys().any(|word| {
        words.core.contains(&word.key) && !words.weekdays.contains(&word.key) && !is_ordinal(&word.key)
            || word.kind == Kind::Number && word.key.len() > 2
    });
    let names_weekday = keys().any(|word| words.weekdays.contains(&word.key));
    let is_followed = phrase.end < paragraph.sentence_of(phrase.start).end
        && paragraph.word(phrase.end).is_some_and(|next| next.kind == Kind::Word);
    names_weekday
        && !names_more
        && (keys().any(|word| is_ordinal(&word.key))
            || is_followed && keys().last().is_some_and(|word| is_number(&word.key)))
}

fn readable(paragraph: &Paragraph, words: Range<usize>, setting: &Setting) -> Option<DatePhrase> {
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
    is_side && is_named && !is_pointed && !is_visit
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
