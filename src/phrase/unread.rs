//! Why words are no date, and what to do about it.

use super::answer::Answer;
use super::by_language::read_in_languages;
use super::explain::how_many_days;
use super::partial::Origin;
use super::resolve::Unread;
use crate::language::{Language, Sense, Token, meanings_at};
use crate::model::Day;

/// What the message says where a date is written whole and the calendar has no such day.
pub const NO_SUCH_DAY: &str = "is no day of the calendar";

/// What is said of words that no reading is known for.
pub const NOT_READ: &str = "This is no date that can be read";

pub(super) const WHAT_TO_TYPE: &str =
    "Type a date such as 14 Oct 2024, Oct 2024, c. 2024, before May 2019, 1–14 Oct 2024, or EDTF";

pub(super) fn unread(message: &str, hint: &str) -> Answer {
    Answer::Unread { message: message.to_owned(), hint: hint.to_owned() }
}

/// Why a phrase is no date, and what to do.
pub(super) fn why_not(
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
            return unread(&format!("“{text}” {NO_SUCH_DAY}"), &hint);
        }
        Some(Unread::Doubt) => {
            return unread(
                "Days between two others cannot be in doubt as well",
                "Type the days further apart, without “about”, “maybe” or “?”",
            );
        }
        _ => {}
    }
    if let Some((year, month)) = beyond_its_month(tokens) {
        return unread(&format!("“{text}” {NO_SUCH_DAY}"), &how_many_days(year, month));
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
                "Type the year it is in, and choose below what it follows from: the publication, or the nearest past",
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
            "Type the year it is in, and choose below what it follows from: the publication, or the nearest past",
        );
    }
    if failure == Some(Unread::NoMonth) {
        return unread("The month and the year are missing", "Type them: 14 Oct 2024");
    }
    unread(NOT_READ, WHAT_TO_TYPE)
}

/// The year and the month of `32 October 2024`.
fn beyond_its_month(tokens: &[Token]) -> Option<(i32, u8)> {
    let year = tokens.iter().find_map(|token| token.number().filter(|(value, digits)| *digits == 4 && *value > 0));
    let is_beyond = |at: usize| {
        let number = tokens.get(at).and_then(Token::number);
        number.is_some_and(|(value, digits)| digits == 2 && value > 31)
    };
    let months = (0..tokens.len()).filter(|at| {
        let next_to = |at: usize| is_beyond(at + 1) || at.checked_sub(1).is_some_and(is_beyond);
        next_to(*at)
    });
    let named = months.flat_map(|at| meanings_at(tokens, at)).find_map(|found| match found.sense {
        Sense::Month(month) => Some(month),
        _ => None,
    });
    i32::try_from(year?.0).ok().zip(named)
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
