//! Dates as people type them, read as EDTF (ISO 8601-2:2019, Annex A). What can mean two things is asked about.

mod day;
mod explain;
mod relative;
mod spans;
mod words;

use crate::model::parse_edtf;
use day::{Read, read_point};
use explain::{how_many_days, in_words};

pub use relative::{Anchored, CountedFrom, anchors, following, read_counted};

/// What a typed text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// Nothing was typed.
    Empty,
    /// One date.
    Understood(Understood),
    /// One of several; a person has to say which.
    Ask(Vec<Choice>),
    /// No date.
    Unknown {
        /// Why not.
        message: String,
        /// What to do about it.
        hint: String,
    },
}

/// A text that means one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// Its EDTF.
    pub edtf: String,
    /// How it is understood, in words: `some day in October 2024`.
    pub words: String,
}

/// One of the things that a typed text may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it means, in words: `3 April 2024 (day first)`.
    pub label: String,
    /// Its EDTF.
    pub edtf: String,
}

impl Choice {
    fn new(edtf: String) -> Self {
        Self { label: in_words(&edtf), edtf }
    }

    fn because(edtf: String, why: &str) -> Self {
        Self { label: format!("{} ({why})", in_words(&edtf)), edtf }
    }
}

/// Reads a typed date.
#[must_use]
pub fn read(text: &str) -> Reading {
    read_with_year(text, None)
}

/// Reads a typed date; one without a year is asked about where the year of its surroundings is known, never assumed.
#[must_use]
pub fn read_with_year(text: &str, year: Option<i32>) -> Reading {
    let text = text.trim();
    if text.is_empty() {
        return Reading::Empty;
    }
    if parse_edtf(text).is_ok() && !is_two_years(text) {
        return understood(text.to_owned());
    }
    let folded = words::fold_words(text);
    let reading = only_dates(text, read_folded(&folded));
    if matches!(reading, Reading::Unknown { .. }) && lacks_year(&folded) {
        return without_year(&folded, year);
    }
    reading
}

fn understood(edtf: String) -> Reading {
    Reading::Understood(Understood { words: in_words(&edtf), edtf })
}

fn unknown(message: String, hint: &str) -> Reading {
    Reading::Unknown { message, hint: hint.to_owned() }
}

fn read_folded(folded: &str) -> Reading {
    spans::read(folded).unwrap_or_else(|| point(folded))
}

/// Only what the calendar has is given out.
fn only_dates(text: &str, reading: Reading) -> Reading {
    match reading {
        Reading::Understood(Understood { edtf, .. }) if parse_edtf(&edtf).is_err() => no_such_day(text, &edtf),
        Reading::Ask(choices) => {
            let first = choices.first().map(|choice| choice.edtf.clone()).unwrap_or_default();
            let choices: Vec<Choice> = choices.into_iter().filter(|choice| parse_edtf(&choice.edtf).is_ok()).collect();
            if choices.is_empty() { no_such_day(text, &first) } else { Reading::Ask(choices) }
        }
        other => other,
    }
}

fn no_such_day(text: &str, edtf: &str) -> Reading {
    let hint = how_many_days(edtf).unwrap_or_else(|| "Look at the day, the month and the year".to_owned());
    unknown(format!("“{text}” is no day of the calendar"), &hint)
}

/// `about early October`: EDTF has no mark for the ends of a set (ISO 8601-2:2019, Annex A).
fn doubted_set() -> Reading {
    let hint = "Type the days further apart, without “about”, “maybe” or “?”";
    unknown("Days between two others cannot be in doubt as well".to_owned(), hint)
}

const WHAT_TO_TYPE: &str =
    "Type a date such as 14 Oct 2024, Oct 2024, c. 2024, before May 2019, 1–14 Oct 2024, or EDTF";

fn not_read() -> Reading {
    unknown("This is no date that can be read".to_owned(), WHAT_TO_TYPE)
}

/// `2019-2021` is no EDTF, but `2001-21` is one: spring of 2001. A person who types two years means years.
fn is_two_years(text: &str) -> bool {
    let (Some(first), Some(second)) = (text.get(..4), text.get(5..)) else { return false };
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    is_number(first) && is_number(second) && text.len() == 9
}

/// A year with a 29 February, to look whether a text is a date but for its year.
const A_LEAP_YEAR: i32 = 2000;

/// Whether the text names a month, and a year is all that it lacks.
fn lacks_year(folded: &str) -> bool {
    let names_month = folded.split([' ', '-', ',', '?', '~']).any(|word| words::month(word).is_some());
    names_month && matches!(in_year(folded, A_LEAP_YEAR), Reading::Understood(_) | Reading::Ask(_))
}

/// The text with a year put behind it, before its marks of doubt.
fn in_year(folded: &str, year: i32) -> Reading {
    let bare = folded.trim_end_matches(['?', '~', ' ']);
    let marks = folded.get(bare.len()..).unwrap_or_default().trim_start();
    let text = format!("{bare} {year:04}{marks}");
    only_dates(&text, read_folded(&text))
}

fn without_year(folded: &str, year: Option<i32>) -> Reading {
    let years = year.into_iter().flat_map(|year| [Some(year), year.checked_sub(1), year.checked_add(1)]).flatten();
    let choices: Vec<Choice> = years
        .filter(|year| (0..=9999).contains(year))
        .flat_map(|year| match in_year(folded, year) {
            Reading::Understood(Understood { edtf, words }) => vec![Choice { label: words, edtf }],
            Reading::Ask(choices) => choices,
            Reading::Empty | Reading::Unknown { .. } => Vec::new(),
        })
        .collect();
    if choices.is_empty() {
        let hint = "Type the year it is in, and say under Basis that the source leaves it out";
        return unknown("The year is missing".to_owned(), hint);
    }
    Reading::Ask(choices)
}

/// A single date, perhaps with doubt.
fn point(text: &str) -> Reading {
    let (rest, mark) = words::doubt(text);
    let marked = |edtf: &str| format!("{edtf}{mark}");
    match read_point(rest) {
        Read::One(set) if set.starts_with('[') && !mark.is_empty() => doubted_set(),
        Read::One(edtf) => understood(marked(&edtf)),
        Read::Either(readings) => {
            Reading::Ask(readings.map(|(edtf, why)| Choice::because(marked(&edtf), why)).to_vec())
        }
        Read::No => not_read(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> String {
        match read(text) {
            Reading::Understood(understood) => understood.edtf,
            Reading::Ask(choices) => {
                format!("? {}", choices.iter().map(|choice| choice.edtf.as_str()).collect::<Vec<_>>().join(" | "))
            }
            Reading::Unknown { .. } => "unknown".to_owned(),
            Reading::Empty => "empty".to_owned(),
        }
    }

    #[test]
    fn dates_are_read_as_people_type_them() {
        for (typed, meant) in [
            ("", "empty"),
            ("2024-10-14", "2024-10-14"),
            ("14 Oct 2024", "2024-10-14"),
            ("14. oktobar 2024.", "2024-10-14"),
            ("14. октобар 2024", "2024-10-14"),
            ("October 14, 2024", "2024-10-14"),
            ("Oct 14th 2024", "2024-10-14"),
            ("Oct 2024", "2024-10"),
            ("september 2024", "2024-09"),
            ("2024", "2024"),
            ("c. 2024", "2024~"),
            ("c. Sept 2024", "2024-09~"),
            ("circa Oct 2024", "2024-10~"),
            ("around 14 Oct 2024", "2024-10-14~"),
            ("2024?", "2024?"),
            ("Oct 2024?", "2024-10?"),
            ("maybe Oct 2024", "2024-10?"),
            ("03/04/2024", "? 2024-04-03 | 2024-03-04"),
            ("13/04/2024", "2024-04-13"),
            ("04/13/2024", "2024-04-13"),
            ("5/5/2024", "2024-05-05"),
            ("14.10.2024", "2024-10-14"),
            ("14.10.2024.", "2024-10-14"),
            ("before May 2019", "[..2019-04]"),
            ("before 1 May 2019", "[..2019-04-30]"),
            ("before 2019", "[..2018]"),
            ("after 2019", "[2020..]"),
            ("after 31 Dec 2019", "[2020-01-01..]"),
            ("by 13 Oct 2024", "[..2024-10-13]"),
            ("since May 2019", "2019-05/.."),
            ("until May 2019", "../2019-05"),
            ("1–14 Oct 2024", "? 2024-10-01/2024-10-14 | [2024-10-01..2024-10-14]"),
            ("from 1 to 14 Oct 2024", "2024-10-01/2024-10-14"),
            ("between 1 and 14 Oct 2024", "[2024-10-01..2024-10-14]"),
            ("Oct–Nov 2024", "? 2024-10/2024-11 | [2024-10..2024-11]"),
            ("2019-2021", "? 2019/2021 | [2019..2021]"),
            ("28 Sep - 3 Oct 2024", "? 2024-09-28/2024-10-03 | [2024-09-28..2024-10-03]"),
            ("October 1-14, 2024", "? 2024-10-01/2024-10-14 | [2024-10-01..2024-10-14]"),
            ("1990s", "199X"),
            ("the 1990s", "199X"),
            ("1900s", "? 190X | 19XX"),
            ("19th century", "18XX"),
            ("c. 19th century", "18XX~"),
            ("early 1990s", "[1990..1993]"),
            ("late 2023", "[2023-09..2023-12]"),
            ("c. early Oct 2024", "unknown"),
            ("maybe between 1 and 14 Oct 2024", "unknown"),
            ("before c. May 2019", "[..2019-04~]"),
            ("before the 1990s", "[..1989-12-31]"),
            ("before spring 2024", "[..2024-02-29]"),
            ("by early Oct 2024", "[..2024-10-10]"),
            ("before 03/04/2024", "? [..2024-04-02] | [..2024-03-03]"),
            ("about 1-14 Oct 2024", "? 2024-10-01~/2024-10-14~"),
            ("from May 2019", "? 2019-05/.. | 2019-05/"),
            ("between early and late Oct 2024", "[2024-10-01..2024-10-31]"),
            ("between early Oct 2024 and late Oct 2024", "[2024-10-01..2024-10-31]"),
            ("14. маја 2024", "2024-05-14"),
            ("29 Feb 2023", "unknown"),
            ("before 31 Apr 2024", "unknown"),
            ("before May", "unknown"),
            ("early Oct 2024", "[2024-10-01..2024-10-10]"),
            ("mid Oct 2024", "[2024-10-11..2024-10-20]"),
            ("late Feb 2024", "[2024-02-21..2024-02-29]"),
            ("summer 2024", "2024-22"),
            ("2024-10-14?", "2024-10-14?"),
            ("[2024-10-01..2024-10-14]", "[2024-10-01..2024-10-14]"),
            ("30 Feb 2024", "unknown"),
            ("14 Oct", "unknown"),
            ("yesterday", "unknown"),
            ("Octember 2024", "unknown"),
        ] {
            assert_eq!(one(typed), meant, "{typed}");
        }
    }

    #[test]
    fn what_is_understood_is_said_in_words() {
        for (typed, words) in [
            ("14 Oct 2024", "14 October 2024"),
            ("Oct 2024", "some day in October 2024"),
            ("2024", "some day in 2024"),
            ("spring 2024", "some day in spring 2024"),
            ("c. Oct 2024", "about October 2024"),
            ("14 Oct 2024?", "14 October 2024 (uncertain)"),
            ("1990s", "some day in the 1990s"),
            ("19th century", "some day from 1800 to 1899"),
            ("before May 2019", "some day in April 2019 or earlier"),
            ("by 13 Oct 2024", "some day up to 13 October 2024"),
            ("after 3 May 2019", "some day from 4 May 2019 on"),
            ("since May 2019", "since May 2019, still going on"),
            ("until May 2019", "until May 2019"),
            ("from 1 to 14 Oct 2024", "lasted from 1 October 2024 to 14 October 2024"),
            ("between 1 and 14 Oct 2024", "some day between 1 October 2024 and 14 October 2024"),
            ("..2018-10/..", "Oct 2018 or earlier – ongoing"),
        ] {
            let Reading::Understood(understood) = read(typed) else { panic!("{typed} is not understood") };
            assert_eq!(understood.words, words, "{typed}");
        }
    }

    #[test]
    fn what_is_asked_says_how_the_choices_differ() {
        let labels = |text: &str, year| match read_with_year(text, year) {
            Reading::Ask(choices) => choices.into_iter().map(|choice| choice.label).collect::<Vec<_>>(),
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(labels("03/04/2024", None), ["3 April 2024 (day first)", "4 March 2024 (month first)"]);
        assert_eq!(labels("1900s", None), ["some day in the 1900s (decade)", "some day from 1900 to 1999 (century)"]);
        assert_eq!(labels("14 Oct", Some(2024)), ["14 October 2024", "14 October 2023", "14 October 2025"]);
        assert_eq!(labels("29 Feb", Some(2024)), ["29 February 2024"], "asked all the same: no year was typed");
        assert_eq!(labels("before May?", Some(2024))[0], "some day in April 2024 or earlier (uncertain)");
    }

    #[test]
    fn what_is_no_date_says_why_and_what_to_do() {
        for (typed, message, hint) in [
            ("30 Feb 2024", "“30 Feb 2024” is no day of the calendar", "February 2024 has 29 days"),
            (
                "14 Oct",
                "The year is missing",
                "Type the year it is in, and say under Basis that the source leaves it out",
            ),
            ("yesterday", "This is no date that can be read", WHAT_TO_TYPE),
        ] {
            let unknown = Reading::Unknown { message: message.to_owned(), hint: hint.to_owned() };
            assert_eq!(read(typed), unknown, "{typed}");
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_what_is_given_out_is_edtf(
            text in "(before |after |c\\. |by |from |between |early )?[0-9]{0,2}[ ./–-]?(Oct|Feb|may|март)?[ ./,-]?[0-9]{0,5}( to |-| and )?[0-9]{0,2} ?(Nov)? ?[0-9]{0,4}\\??"
        ) {
            match read_with_year(&text, Some(2024)) {
                Reading::Understood(Understood { edtf, .. }) => {
                    proptest::prop_assert!(parse_edtf(&edtf).is_ok(), "{} -> {}", text, edtf);
                }
                Reading::Ask(choices) => {
                    for choice in choices {
                        proptest::prop_assert!(parse_edtf(&choice.edtf).is_ok(), "{} -> {}", text, choice.edtf);
                    }
                }
                Reading::Empty | Reading::Unknown { .. } => {}
            }
        }

        #[test]
        fn nothing_typed_makes_it_stumble(text in "\\PC{0,24}") {
            drop(read_with_year(&text, Some(2024)));
        }
    }
}
