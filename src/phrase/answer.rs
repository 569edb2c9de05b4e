//! What a phrase means: one date, one of several, none; or words that contradict each other.

use super::explain::{how_many_days, in_words};
use super::older::todays_form;
use super::partial::{Clash, Origin};
use super::piece::weekday_of;
use super::resolve::{Read, Unread, readings};
use super::words::{Known, Words};
use crate::language::{LANGUAGES, Language, Match, NumberOrder, Sense, Token, meanings_at};
use crate::model::{Basis, DateBounds, Day, Id, Relative, display_day, parse_edtf, weekday_name};

/// What is known beside a phrase.
#[derive(Debug, Clone, Copy, Default)]
pub struct Setting {
    /// When the text was published, as far as that is known.
    pub published: Option<DateBounds>,
    /// The language of the text; without it each is tried.
    pub language: Option<&'static Language>,
}

/// One of the things that a phrase means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Its EDTF.
    pub edtf: String,
    /// It in words: `some day in October 2024`.
    pub words: String,
    /// How it comes to be read so, where it could be read otherwise: `day first`.
    pub why: String,
    /// What it rests on.
    pub origin: Origin,
}

impl Reading {
    fn new(edtf: String, why: String, origin: Origin) -> Self {
        Self { words: in_words(&edtf), edtf, why, origin }
    }

    /// It in words, with how it comes to be read so: `3 April 2024 (day first)`.
    #[must_use]
    pub fn label(&self) -> String {
        if self.why.is_empty() { self.words.clone() } else { format!("{} ({})", self.words, self.why) }
    }

    /// Whether it comes to be read so for a reason, such as [`DAY_FIRST`](super::DAY_FIRST).
    #[must_use]
    pub fn is_because(&self, why: &str) -> bool {
        self.why.split(", ").any(|part| part == why)
    }

    /// Its basis in a file, where the text is that of a record.
    #[must_use]
    pub fn basis(&self, source: &Id) -> Option<Basis> {
        match &self.origin {
            Origin::Stated => None,
            Origin::YearFromPublication => Some(Basis::YearFromPublication),
            Origin::NearestPast => Some(Basis::NearestPast(source.clone())),
            Origin::NearestFuture => Some(Basis::NearestFuture(source.clone())),
            Origin::Relative { offset, slack } => Some(Basis::Relative(Relative {
                to: source.clone(),
                offset: offset.clone(),
                slack: slack.clone(),
                ..Relative::default()
            })),
            Origin::CountedFromPublication => Some(Basis::Analyst("Counted from the date of publication".to_owned())),
        }
    }
}

/// What a phrase means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Nothing was written.
    Empty,
    /// One date.
    One(Reading),
    /// One of several; a person has to say which.
    Ask(Vec<Reading>),
    /// The words contradict each other.
    Clash {
        /// What they mean without the weekday that does not fit.
        readings: Vec<Reading>,
        /// What contradicts what.
        message: String,
    },
    /// No date.
    Unread {
        /// Why not.
        message: String,
        /// What to do about it.
        hint: String,
    },
}

impl Answer {
    /// The readings, in the order in which they are offered.
    #[must_use]
    pub fn readings(&self) -> &[Reading] {
        match self {
            Self::One(reading) => std::slice::from_ref(reading),
            Self::Ask(readings) | Self::Clash { readings, .. } => readings,
            Self::Empty | Self::Unread { .. } => &[],
        }
    }

    /// The only thing that the phrase means.
    #[must_use]
    pub fn one(&self) -> Option<&Reading> {
        match self {
            Self::One(reading) => Some(reading),
            _ => None,
        }
    }
}

/// Reads a phrase of which nothing else is known.
#[must_use]
pub fn read(text: &str) -> Answer {
    read_with(text, &Setting::default())
}

/// Reads a phrase.
#[must_use]
pub fn read_with(text: &str, setting: &Setting) -> Answer {
    let text = text.trim();
    if text.is_empty() {
        return Answer::Empty;
    }
    if let Some(edtf) = edtf_as_it_is(text) {
        return Answer::One(Reading::new(edtf, String::new(), Origin::Stated));
    }
    if let Some(edtf) = todays_form(text) {
        return Answer::One(Reading::new(edtf, "EDTF as it was before 2019".to_owned(), Origin::Stated));
    }
    let Some(tokens) = Words::split(text) else { return unread("This is too long for a date", WHAT_TO_TYPE) };
    let published = setting.published.and_then(|date| Some((date.start_earliest?, date.start_latest?)));
    let is_published_in_doubt = setting.published.is_some_and(|date| date.start_qualified);
    let (mut found, failure) = read_in_languages(&tokens, published, setting.language);
    found.extend(season_of_two_years(text));
    let mut failure = failure;
    if is_published_in_doubt {
        let count = found.len();
        found = found.into_iter().filter_map(in_doubt).collect();
        if found.len() < count {
            failure = Some(Unread::Doubt);
        }
    }
    if found.is_empty() {
        return why_not(text, &tokens, failure, published, setting.language);
    }
    // What could not be written is another thing that the words may mean.
    let is_certain = failure != Some(Unread::Doubt);
    answer_of(found, is_certain)
}

/// What is said of words that no reading is known for.
pub const NOT_READ: &str = "This is no date that can be read";

const WHAT_TO_TYPE: &str =
    "Type a date such as 14 Oct 2024, Oct 2024, c. 2024, before May 2019, 1–14 Oct 2024, or EDTF";

fn unread(message: &str, hint: &str) -> Answer {
    Answer::Unread { message: message.to_owned(), hint: hint.to_owned() }
}

/// EDTF as the file has it. Of a moment, the day; `2019-21` may be years, and is read as words.
fn edtf_as_it_is(text: &str) -> Option<String> {
    parse_edtf(text).ok()?;
    if may_be_two_years(text) {
        return None;
    }
    // 24:00 is the first moment of the day after.
    match text.split_once('T') {
        Some((_, time)) if time.starts_with("24") => None,
        Some((day, _)) => Some(day.to_owned()),
        None => Some(text.to_owned()),
    }
}

/// Whether a year and the code of a season, such as 21, may be two years instead.
fn may_be_two_years(text: &str) -> bool {
    let parts =
        text.split_once('-').map(|(year, code)| (year.len(), year.parse::<u16>(), code.len(), code.parse::<u16>()));
    matches!(parts, Some((4, Ok(year), 2, Ok(code))) if code > 12 && code > year % 100)
}

/// `2019-21` with a hyphen is a season of EDTF too.
fn season_of_two_years(text: &str) -> Option<Read> {
    let is_season = may_be_two_years(text) && parse_edtf(text).is_ok();
    is_season.then(|| Read {
        edtf: text.to_owned(),
        why: vec!["a part of the year, as EDTF writes it"],
        origin: Origin::Stated,
        clash: None,
    })
}

/// A date that is counted from a publication in doubt is in doubt too; `None` where EDTF has no sign for that.
fn in_doubt(read: Read) -> Option<Read> {
    if read.origin == Origin::Stated {
        return Some(read);
    }
    let edtf = match read.edtf.strip_suffix('~') {
        Some(about) => format!("{about}%"),
        None if read.edtf.ends_with(['?', '%']) => read.edtf.clone(),
        None => format!("{}?", read.edtf),
    };
    let is_one = !read.edtf.contains(['[', '{', '/']);
    is_one.then_some(Read { edtf, origin: Origin::CountedFromPublication, ..read })
}

/// The readings in each language by itself; in a language and English together where there are none.
fn read_in_languages(
    tokens: &[Token],
    published: Option<(Day, Day)>,
    language: Option<&'static Language>,
) -> (Vec<Read>, Option<Unread>) {
    let mut present: Vec<&'static Language> = Vec::new();
    for found in (0..tokens.len()).flat_map(|at| meanings_at(tokens, at)) {
        if !present.iter().any(|known| std::ptr::eq(*known, found.language)) {
            present.push(found.language);
        }
    }
    // In the order of the table, so that the answer is the same on every run.
    let all: Vec<&'static Language> =
        LANGUAGES.iter().copied().filter(|known| present.iter().any(|found| std::ptr::eq(*found, *known))).collect();
    let all = if all.is_empty() { LANGUAGES.iter().copied().take(1).collect() } else { all };
    let english = LANGUAGES.first().copied();
    let mut failure = None;
    if let Some(language) = language {
        let found = read_in(tokens, published, &[language], Some(language.order), &mut failure);
        if !found.is_empty() {
            return (found, None);
        }
    }
    let alone: Vec<(&'static Language, Vec<Read>)> =
        all.iter().map(|one| (*one, read_in(tokens, published, &[one], None, &mut failure))).collect();
    let mut found = joined(alone);
    if found.is_empty() && failure.is_none() {
        let with_english = |one: &&'static Language| {
            (*one, read_in(tokens, published, &[english.unwrap_or(one), one], None, &mut failure))
        };
        found = joined(all.iter().map(with_english).collect());
    }
    (found, failure)
}

/// The readings of all languages, each once. Where languages differ, each says that it is the one.
fn joined(alone: Vec<(&'static Language, Vec<Read>)>) -> Vec<Read> {
    let with_readings: Vec<&(&'static Language, Vec<Read>)> =
        alone.iter().filter(|(_, read)| !read.is_empty()).collect();
    let edtfs = |read: &[Read]| read.iter().map(|read| read.edtf.clone()).collect::<Vec<_>>();
    let differ = with_readings.windows(2).any(|pair| matches!(pair, [a, b] if edtfs(&a.1) != edtfs(&b.1)));
    let mut all: Vec<Read> = Vec::new();
    for (language, readings) in with_readings.iter().map(|of| (of.0, &of.1)) {
        for read in readings {
            if all.iter().any(|known| known.edtf == read.edtf) {
                continue;
            }
            let mut read = read.clone();
            if differ {
                read.why.push(language.name);
            }
            all.push(read);
        }
    }
    all
}

fn read_in(
    tokens: &[Token],
    published: Option<(Day, Day)>,
    languages: &[&'static Language],
    order: Option<NumberOrder>,
    failure: &mut Option<Unread>,
) -> Vec<Read> {
    let is_told = order.is_some();
    let order = order.filter(|order| *order != NumberOrder::Differs);
    // The first language with all its words, a second one with its names alone.
    let is_read = |at: usize, found: &Match| {
        let place = languages.iter().position(|known| std::ptr::eq(*known, found.language));
        match place {
            // `2024 ago`: what ends the phrase and counts back in another language is no short name of a month.
            Some(0) if found.is_short && !is_told && at + 1 == tokens.len() => !counts_back(tokens, at),
            Some(0) => true,
            Some(_) => !found.is_short && matches!(found.sense, Sense::Month(_) | Sense::Weekday(_)),
            None => false,
        }
    };
    let words = Words::new(tokens, Known { published, order }, &is_read);
    let mut all: Vec<Read> = Vec::new();
    for body in words.bodies() {
        match readings(&body, published) {
            Ok(found) => {
                for read in found {
                    // What fits counts more than the same with something that contradicts it.
                    match all.iter_mut().find(|known| known.edtf == read.edtf) {
                        Some(known) if known.clash.is_some() && read.clash.is_none() => *known = read,
                        Some(_) => {}
                        // Only what reads back is given out.
                        None if parse_edtf(&read.edtf).is_ok() => all.push(read),
                        None => {}
                    }
                }
            }
            Err(Unread::Nonsense) => {}
            // A day that is not there says more than a year that is missing.
            Err(unread) => match failure {
                Some(Unread::NoSuchDay { .. }) => {}
                _ => *failure = Some(unread),
            },
        }
    }
    all
}

/// Whether a word means `ago` in any language.
fn counts_back(tokens: &[Token], at: usize) -> bool {
    meanings_at(tokens, at).any(|found| found.sense == Sense::Ago)
}

/// One reading is the answer, several are asked; those that the weekday contradicts are dropped where others fit.
fn answer_of(found: Vec<Read>, is_certain: bool) -> Answer {
    let fitting: Vec<Read> = found.iter().filter(|read| read.clash.is_none()).cloned().collect();
    let is_clash = fitting.is_empty();
    let message = found.iter().find_map(|read| read.clash).map(|clash| match clash {
        Clash::Weekday(weekday, day) => {
            format!("{} was a {}, not a {}", display_day(day), weekday_name(weekday_of(day)), weekday_name(weekday))
        }
        Clash::Apart(counted, told) => {
            format!("Counted from the publication it is {}, not {}", counted.in_words(), told.in_words())
        }
    });
    let mut readings: Vec<Reading> = if is_clash { found } else { fitting }
        .into_iter()
        .map(|read| Reading::new(read.edtf, read.why.join(", "), read.origin))
        .collect();
    match (is_clash, readings.len()) {
        (true, _) => Answer::Clash { readings, message: message.unwrap_or_default() },
        (false, 1) if is_certain => readings.pop().map_or(Answer::Empty, Answer::One),
        (false, _) => Answer::Ask(readings),
    }
}

/// Why a phrase is no date, and what to do.
fn why_not(
    text: &str,
    tokens: &[Token],
    failure: Option<Unread>,
    published: Option<(Day, Day)>,
    language: Option<&'static Language>,
) -> Answer {
    const FROM_WHAT: &str = "Say from what: “two days after 14 Oct 2024”, or choose the record that it is counted from";
    let means = |wanted: &dyn Fn(Sense) -> bool| {
        (0..tokens.len()).flat_map(|at| meanings_at(tokens, at)).any(|found| {
            let is_read = language.is_none_or(|language| std::ptr::eq(language, found.language));
            is_read && wanted(found.sense)
        })
    };
    match failure {
        Some(Unread::NoSuchDay { year, month }) => {
            let hint = how_many_days(year, month);
            return unread(&format!("“{text}” is no day of the calendar"), &hint);
        }
        Some(Unread::Doubt) => {
            return unread(
                "Days between two others cannot be in doubt as well",
                "Type the days further apart, without “about”, “maybe” or “?”",
            );
        }
        _ => {}
    }
    if means(&|sense| sense == Sense::OldStyle || sense == Sense::NewStyle) {
        return unread(
            "Old and new style: which calendar the date is in has to be settled first",
            "Type the date of the Gregorian calendar, which EDTF takes all dates to be in, and keep the source's words",
        );
    }
    if means(&|sense| sense == Sense::Fiscal) {
        return unread(
            "When this year of accounts begins is not told",
            "Type its first and its last month: from July 2020 to June 2021",
        );
    }
    // A day for which everything counted from a publication can be read.
    let some_day = Day::from_civil(2023, 6, 14).map(|day| (day, day));
    if published.is_none_or(|(first, last)| first != last)
        && let Some(day) = some_day
        && let (found, _) = read_in_languages(tokens, Some(day), language)
        && !found.is_empty()
    {
        if failure == Some(Unread::NoYear) && found.iter().all(|read| is_yearless(&read.origin)) && !means(&is_weekday)
        {
            return unread(
                "The year is missing",
                "Type the year it is in, and say under Basis that the source leaves it out",
            );
        }
        return unread(
            &format!("“{text}” is counted from the day of publication, which is not known"),
            "Give the date of the source, to the day, or type the date itself",
        );
    }
    if is_uncounted(tokens) {
        return unread("How many is not said", "Type the days that it may be between: between 1 and 14 Oct 2024");
    }
    if is_told_from_another(&means) {
        return unread(&format!("“{text}” is counted from another date"), FROM_WHAT);
    }
    if means(&|sense| sense == Sense::Several) {
        return unread("How many is not said", "Type the days that it may be between: between 1 and 14 Oct 2024");
    }
    if failure == Some(Unread::NoYear) {
        return unread(
            "The year is missing",
            "Type the year it is in, and say under Basis that the source leaves it out",
        );
    }
    if failure == Some(Unread::NoMonth) {
        return unread("The month and the year are missing", "Type them: 14 Oct 2024");
    }
    unread(NOT_READ, WHAT_TO_TYPE)
}

/// `days ago`: a plural without a count.
fn is_uncounted(tokens: &[Token]) -> bool {
    let means = |at: usize, wanted: &dyn Fn(Sense) -> bool| meanings_at(tokens, at).any(|found| wanted(found.sense));
    (0..tokens.len()).filter(|at| means(*at, &|sense| sense == Sense::Many)).all(|at| {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before).map(|token| (before, token)));
        before.is_none_or(|(before, token)| {
            token.number().is_none() && !means(before, &|sense| matches!(sense, Sense::Number(_)))
        })
    }) && (0..tokens.len()).any(|at| means(at, &|sense| sense == Sense::Many))
}

fn is_weekday(sense: Sense) -> bool {
    matches!(sense, Sense::Weekday(_))
}

fn is_yearless(origin: &Origin) -> bool {
    matches!(origin, Origin::YearFromPublication | Origin::NearestPast | Origin::NearestFuture)
}

/// Whether a word of a phrase has a sense.
type Means<'a> = dyn Fn(&dyn Fn(Sense) -> bool) -> bool + 'a;

/// `the following day`, `two days later`, `a year earlier`.
fn is_told_from_another(means: &Means) -> bool {
    let has_unit = means(&|sense| matches!(sense, Sense::Unit(_)));
    let turns = means(&|sense| {
        matches!(sense, Sense::Told(_) | Sense::Later | Sense::Earlier | Sense::Eve | Sense::After | Sense::Before)
    });
    turns && (has_unit || means(&|sense| matches!(sense, Sense::Told(_) | Sense::Eve)))
}
