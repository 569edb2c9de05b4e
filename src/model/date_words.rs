//! One date of an EDTF expression in words: `25 Dec, in the 1560s`, `first half of 1922`, `14 Oct, year unknown`.

use edtf_core::{Date, DateField, Qualifier, YearKind};

use super::date_part::part;
use super::month_names::year_words;
use super::{Precision, days_in_month, display_day, month_name};

/// A date in words, and beside them what is in doubt about it. `c.` stands before the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dated {
    /// The date.
    pub words: String,
    /// `uncertain`, `year uncertain`, `year and month approximate`.
    pub notes: Vec<String>,
}

impl Dated {
    /// A date in words.
    pub(super) fn of(date: &Date) -> Self {
        let doubt = Doubt::of(date);
        Self { words: doubt.about(part_words(date)), notes: doubt.notes }
    }

    /// Words without doubt.
    pub(super) fn plain(words: String) -> Self {
        Self { words, notes: Vec::new() }
    }

    /// The same with other words.
    pub(super) fn map(self, words: impl FnOnce(String) -> String) -> Self {
        Self { words: words(self.words), notes: self.notes }
    }

    pub(super) fn is_certain(&self) -> bool {
        self.notes.is_empty() && !self.words.starts_with("c. ")
    }
}

/// What `?`, `~` and `%` say of a date.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Doubt {
    /// Whether the date as a whole is approximate.
    is_about: bool,
    notes: Vec<String>,
}

/// The note beside a date that is uncertain as a whole.
const UNCERTAIN: &str = "uncertain";

impl Doubt {
    fn of(date: &Date) -> Self {
        let parts: Vec<(&str, Qualifier)> = std::iter::once(("year", date.year.qualifier))
            .chain(date.month.map(|month| (month_part_name(month), month.qualifier)))
            .chain(date.day.map(|day| ("day", day.qualifier)))
            .collect();
        let with = |is: fn(&Qualifier) -> bool| -> Vec<&str> {
            parts.iter().filter(|(_, qualifier)| is(qualifier)).map(|(name, _)| *name).collect()
        };
        let uncertain = with(|qualifier| qualifier.uncertain);
        let approximate = with(|qualifier| qualifier.approximate);
        let mut notes = Vec::new();
        let of = |names: &[&str], what: &str| format!("{} {what}", names.join(" and "));
        if uncertain.len() == parts.len() {
            notes.push(UNCERTAIN.to_owned());
        } else if !uncertain.is_empty() && uncertain == approximate {
            return Self { is_about: false, notes: vec![of(&uncertain, "uncertain and approximate")] };
        } else if !uncertain.is_empty() {
            notes.push(of(&uncertain, "uncertain"));
        }
        let is_about = approximate.len() == parts.len();
        if !is_about && !approximate.is_empty() {
            notes.push(of(&approximate, "approximate"));
        }
        Self { is_about, notes }
    }

    /// The notes beside several dates that all have them.
    fn notes_of(&self, all: &str) -> Vec<String> {
        let told = |note: &String| if note == UNCERTAIN { format!("{all} {note}") } else { note.clone() };
        self.notes.iter().map(told).collect()
    }

    fn about(&self, words: String) -> String {
        if self.is_about { format!("c. {words}") } else { words }
    }
}

fn month_part_name(month: DateField) -> &'static str {
    match month.value() {
        Some(21..=32) => "season",
        Some(33..) => "part of the year",
        _ => "month",
    }
}

/// Two dates, what they share said once: `8 – 12 Oct 2024`, `30 Aug – 2 Sept 2024`. Doubt that both have is said once.
pub(super) fn joined(first: &Date, last: &Date, between: &str) -> Dated {
    if first == last {
        return Dated::of(first);
    }
    let (doubt, other) = (Doubt::of(first), Doubt::of(last));
    if doubt != other {
        let (first, last) = (Dated::of(first), Dated::of(last));
        let first_words =
            if first.notes.is_empty() { first.words } else { format!("{} ({})", first.words, first.notes.join(", ")) };
        return Dated { words: format!("{first_words}{between}{}", last.words), notes: last.notes };
    }
    let start = without_what_follows(first, last).unwrap_or_else(|| part_words(first));
    let words = format!("{}{between}{}", doubt.about(start), doubt.about(part_words(last)));
    Dated { words, notes: doubt.notes_of("both") }
}

/// The first of two dates without the month and the year that it shares with the second.
fn without_what_follows(first: &Date, last: &Date) -> Option<String> {
    let (one, two) = (plain_civil(first)?, plain_civil(last)?);
    if one.precision != two.precision || one.year != two.year {
        return None;
    }
    match one.precision {
        Precision::Day if one.month == two.month => Some(one.day.to_string()),
        Precision::Day => Some(format!("{} {}", one.day, month_name(one.month))),
        Precision::Month => Some(month_name(one.month).to_owned()),
        _ => None,
    }
}

/// Dates told together, `4, 6 or 13 Oct 2024`; none where they share no year or are not in the same doubt.
pub(super) fn listed(dates: &[&Date], last_word: &str) -> Option<Dated> {
    let (last, before) = dates.split_last().filter(|(_, before)| !before.is_empty())?;
    let doubt = Doubt::of(last);
    if dates.iter().any(|date| Doubt::of(date) != doubt) {
        return None;
    }
    let mut words = Vec::new();
    for date in before {
        words.push(without_what_follows(date, last)?);
    }
    // A day without its month is read with the month of the next, so that all must have the same.
    let months = || dates.iter().filter_map(|date| plain_civil(date)).map(|civil| civil.month);
    let is_one_month = months().min() == months().max();
    if !is_one_month && plain_civil(last)?.precision == Precision::Day {
        let full = |date: &&Date| plain_civil(date).map(|civil| format!("{} {}", civil.day, month_name(civil.month)));
        words = before.iter().map(full).collect::<Option<_>>()?;
    }
    words.push(part_words(last));
    let words: Vec<String> = words.into_iter().map(|words| doubt.about(words)).collect();
    let all = if dates.len() == 2 { "both" } else { "all" };
    Some(Dated { words: join_words(&words, last_word), notes: doubt.notes_of(all) })
}

/// `a, b or c`; a comma stands before the last word where one of them has that word itself.
pub(super) fn join_words(words: &[String], last_word: &str) -> String {
    let Some((last, before)) = words.split_last().filter(|(_, before)| !before.is_empty()) else {
        return words.concat();
    };
    let has_word = words.iter().any(|part| part.split(' ').any(|word| word == last_word || word == "between"));
    let comma = if has_word { "," } else { "" };
    format!("{}{comma} {last_word} {last}", before.join(", "))
}

/// A date with nothing masked, that is a day or a month.
struct Plain {
    precision: Precision,
    year: i64,
    month: u8,
    day: u8,
}

fn plain_civil(date: &Date) -> Option<Plain> {
    let month = date.month.and_then(DateField::value).filter(|month| (1..=12).contains(month))?;
    let (precision, day) = match date.day {
        Some(day) => (Precision::Day, day.value()?),
        None => (Precision::Month, 1),
    };
    Some(Plain { precision, year: date.year.value()?, month, day })
}

/// What is known of a year.
enum YearForm {
    /// All of it.
    Whole(i64),
    /// `156X`.
    Decade(i64),
    /// `15XX`: from the first to the last.
    Span(i64, i64),
    /// `19X5`: some from the first to the last, as written.
    Scattered(i64, i64, String),
    /// `1950S2`: about a year, which lies from the first to the last.
    Rounded(i64, i64, i64),
    /// `XXXX`.
    Unknown,
    /// Beyond the numbers that are reckoned with.
    Uncountable,
}

fn year_form(date: &Date) -> YearForm {
    let bounds = edtf_core::Edtf::Date(Date { month: None, day: None, ..*date }).bounds();
    let year_of = |bound| if let edtf_core::Bound::Date(date) = bound { Some(date.year) } else { None };
    let ends = year_of(bounds.earliest).zip(year_of(bounds.latest));
    match (date.year.value(), ends, date.year.kind) {
        (Some(year), Some((first, last)), _) if date.year.significant_digits.is_some() => {
            YearForm::Rounded(year, first, last)
        }
        (Some(year), ..) => YearForm::Whole(year),
        (None, Some((first, last)), YearKind::Standard { digits, .. }) => {
            let masked = digits.iter().filter(|digit| digit.is_none()).count();
            let at_the_end = digits.iter().rev().take_while(|digit| digit.is_none()).count();
            match (masked, at_the_end) {
                (4, _) => YearForm::Unknown,
                (1, 1) => YearForm::Decade(first),
                (masked, end) if masked == end => YearForm::Span(first, last),
                _ => {
                    YearForm::Scattered(first, last, digits.iter().map(|digit| digit.map_or('X', digit_char)).collect())
                }
            }
        }
        _ => YearForm::Uncountable,
    }
}

fn digit_char(digit: u8) -> char {
    char::from_digit(digit.into(), 10).unwrap_or('X')
}

impl YearForm {
    /// A year by itself.
    fn alone(&self) -> String {
        match self {
            Self::Whole(year) => year_words(*year),
            Self::Decade(first) => format!("{first}s"),
            Self::Span(first, last) => format!("between {first} and {last}"),
            Self::Scattered(first, last, mask) => format!("between {first} and {last} ({mask})"),
            Self::Rounded(year, first, last) => {
                format!("c. {} (between {} and {})", year_words(*year), year_words(*first), year_words(*last))
            }
            Self::Unknown => "year unknown".to_owned(),
            Self::Uncountable => "a year beyond counting".to_owned(),
        }
    }

    /// After a part of it: `25 Dec 1560`, `25 Dec, in the 1560s`.
    fn after(&self, words: &str) -> String {
        match self {
            Self::Whole(year) => format!("{words} {}", year_words(*year)),
            Self::Decade(first) => format!("{words}, in the {first}s"),
            _ => format!("{words}, {}", self.alone()),
        }
    }

    /// After `a part of`: `first half of 1922`, `Q1 of a year in the 1920s`.
    fn after_of(&self, words: &str) -> String {
        match self {
            Self::Whole(year) => format!("{words} of {}", year_words(*year)),
            _ => self.after(words),
        }
    }
}

/// A date in words, without its doubt.
fn part_words(date: &Date) -> String {
    let year = year_form(date);
    let Some(month) = date.month else { return year.alone() };
    match (month.value(), date.day) {
        (Some(code @ 21..), _) => part_of_year(date, code, &year),
        (Some(month), None) => year.after(month_name(month)),
        (Some(month), Some(day)) => year.after(&days_of_month(month, day, date)),
        (None, None) => months_words(month).map_or_else(|| year.alone(), |months| year.after(&months)),
        (None, Some(day)) if day.digits == [None, None] => {
            months_words(month).map_or_else(|| year.alone(), |months| year.after(&months))
        }
        (None, Some(day)) => {
            let months = months_words(month).map_or_else(
                || "some month".to_owned(),
                |months| match months.strip_prefix("between ") {
                    Some(months) => format!("a month between {months}"),
                    None => months,
                },
            );
            let days: Vec<String> = candidates(day, 31).into_iter().map(ordinal).collect();
            let days = run_words(&days, candidates(day, 31).windows(2).all(|pair| pair[1] == pair[0] + 1));
            let words = format!("{days} of {months}");
            if months_words(month).is_none() && matches!(year, YearForm::Whole(_)) {
                format!("{words}, {}", year.alone())
            } else {
                year.after(&words)
            }
        }
    }
}

/// `14 Oct`, `between 10 and 19 Oct`, `5, 15 or 25 Oct`; the month alone where the day may be any.
fn days_of_month(month: u8, day: DateField, date: &Date) -> String {
    let name = month_name(month);
    if day.digits == [None, None] {
        return name.to_owned();
    }
    let year = date.year.value().and_then(|year| i32::try_from(year).ok()).unwrap_or(2_000);
    let days = candidates(day, days_in_month(year, month));
    let is_run = days.windows(2).all(|pair| pair[1] == pair[0] + 1);
    let days: Vec<String> = days.iter().map(u8::to_string).collect();
    format!("{} {name}", run_words(&days, is_run))
}

/// `between Oct and Dec`, `Feb or Dec`; none where the month may be any.
fn months_words(month: DateField) -> Option<String> {
    if month.digits == [None, None] {
        return None;
    }
    let months = candidates(month, 12);
    let is_run = months.windows(2).all(|pair| pair[1] == pair[0] + 1);
    let names: Vec<String> = months.iter().map(|month| month_name(*month).to_owned()).collect();
    Some(run_words(&names, is_run))
}

/// The numbers from 1 to `most` that a masked field may be.
fn candidates(field: DateField, most: u8) -> Vec<u8> {
    let fits = |digit: Option<u8>, value: u8| digit.is_none_or(|digit| digit == value);
    (1..=most).filter(|value| fits(field.digits[0], value / 10) && fits(field.digits[1], value % 10)).collect()
}

fn run_words(words: &[String], is_run: bool) -> String {
    match words {
        [first, _, .., last] if is_run => format!("between {first} and {last}"),
        _ => join_words(words, "or"),
    }
}

fn ordinal(day: u8) -> String {
    let ending = match (day % 10, day / 10) {
        (1, 0 | 2 | 3) => "st",
        (2, 0 | 2) => "nd",
        (3, 0 | 2) => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}

/// Seasons, quarters, thirds and halves of a year (ISO 8601-2:2019, 4.8).
fn part_of_year(date: &Date, code: u8, year: &YearForm) -> String {
    let season = match code {
        21 | 25 => "spring",
        22 | 26 => "summer",
        23 | 27 => "autumn",
        24 | 28 => "winter",
        29 => "southern spring",
        30 => "southern summer",
        31 => "southern autumn",
        32 => "southern winter",
        33..=36 => return year.after(&format!("Q{}", code - 32)),
        37 => return year.after_of("first third"),
        38 => return year.after_of("second third"),
        39 => return year.after_of("last third"),
        40 => return year.after_of("first half"),
        41 => return year.after_of("second half"),
        _ => return part(date).earliest.map(display_day).unwrap_or_default(),
    };
    let season = if (25..=28).contains(&code) { format!("northern {season}") } else { season.to_owned() };
    match year {
        // It ends in the year after.
        YearForm::Whole(first @ 1_000..=9_998) if matches!(code, 24 | 28 | 30) => {
            format!("{season} {first}/{:02}", (first + 1) % 100)
        }
        _ => year.after(&season),
    }
}
