//! Dates as people type them, read as EDTF (ISO 8601-2:2019, Annex A). What can mean two things is asked about.

mod day;
mod words;

use crate::model::{When, parse_edtf};
use day::{Read, read_point};

/// What a typed text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// Nothing was typed.
    Empty,
    /// One date: its EDTF.
    Understood(String),
    /// One of several; a person has to say which.
    Ask(Vec<Choice>),
    /// No date; what to do about it.
    Unknown(String),
}

/// One of the things that a typed text may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it means, in words.
    pub label: String,
    /// Its EDTF.
    pub edtf: String,
}

impl Choice {
    fn new(edtf: String) -> Self {
        Self { label: in_words(&edtf), edtf }
    }
}

/// An EDTF text in the words of the screen.
#[must_use]
pub fn in_words(edtf: &str) -> String {
    When::from_edtf(edtf).display()
}

/// Reads a typed date.
#[must_use]
pub fn read(text: &str) -> Reading {
    let text = text.trim();
    if text.is_empty() {
        return Reading::Empty;
    }
    if parse_edtf(text).is_ok() && !is_two_years(text) {
        return Reading::Understood(text.to_owned());
    }
    let folded = words::fold_words(text);
    let read = spans(&folded).unwrap_or_else(|| point(&folded));
    match read {
        Reading::Understood(edtf) if parse_edtf(&edtf).is_err() => Reading::Unknown(no_such_day(text)),
        Reading::Ask(choices) => {
            let choices: Vec<Choice> = choices.into_iter().filter(|choice| parse_edtf(&choice.edtf).is_ok()).collect();
            match choices.as_slice() {
                [] => Reading::Unknown(no_such_day(text)),
                [only] => Reading::Understood(only.edtf.clone()),
                _ => Reading::Ask(choices),
            }
        }
        other => other,
    }
}

fn no_such_day(text: &str) -> String {
    format!("“{text}” is no day of the calendar")
}

const WHAT_TO_TYPE: &str =
    "Type a date such as 14 Oct 2024, Oct 2024, c. 2024, before May 2019, 1–14 Oct 2024, or EDTF";

/// `2019-2021` is no EDTF, but `2001-21` is one: spring of 2001. A person who types two years means years.
fn is_two_years(text: &str) -> bool {
    let (Some(first), Some(second)) = (text.get(..4), text.get(5..)) else { return false };
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    is_number(first) && is_number(second) && text.len() == 9
}

/// A single date, perhaps with doubt.
fn point(text: &str) -> Reading {
    let (rest, mark) = words::doubt(text);
    match read_point(rest) {
        Read::One(edtf) => Reading::Understood(format!("{edtf}{mark}")),
        Read::DayOrMonth(day_first, month_first) => {
            let choices = [day_first, month_first].map(|edtf| Choice::new(format!("{edtf}{mark}")));
            Reading::Ask(choices.to_vec())
        }
        Read::NoYear => Reading::Unknown(
            "The year is missing; type the one it is in, and say under Basis that the source leaves it out".to_owned(),
        ),
        Read::No => Reading::Unknown(WHAT_TO_TYPE.to_owned()),
    }
}

/// Two dates, or one with an open side; `None` where the text is neither.
fn spans(text: &str) -> Option<Reading> {
    let open = |rest: &str, make: &dyn Fn(&str) -> Option<String>| match read_point(words::doubt(rest).0) {
        Read::One(edtf) => make(&edtf).map_or_else(|| Reading::Unknown(WHAT_TO_TYPE.to_owned()), Reading::Understood),
        Read::DayOrMonth(a, b) => Reading::Ask([a, b].iter().filter_map(|edtf| make(edtf)).map(Choice::new).collect()),
        Read::NoYear | Read::No => point(rest),
    };
    if let Some(rest) = words::after(text, &["before", "prior to", "earlier than", "pre", "pre ", "<"]) {
        return Some(open(rest, &|edtf| Some(format!("[..{}]", day::before(edtf)?))));
    }
    if let Some(rest) = words::after(text, &["after", "later than", ">"]) {
        return Some(open(rest, &|edtf| Some(format!("[{}..]", day::after(edtf)?))));
    }
    if let Some(rest) = words::after(text, &["by", "no later than", "on or before", "<="]) {
        return Some(open(rest, &|edtf| Some(format!("[..{edtf}]"))));
    }
    if let Some(rest) = words::after(text, &["on or after", "no earlier than", ">="]) {
        return Some(open(rest, &|edtf| Some(format!("[{edtf}..]"))));
    }
    if let Some(rest) = words::after(text, &["since"]) {
        return Some(open(rest, &|edtf| Some(format!("{edtf}/.."))));
    }
    if let Some(rest) = words::after(text, &["until", "till", "up to"]) {
        return Some(open(rest, &|edtf| Some(format!("../{edtf}"))));
    }
    if let Some(rest) = words::after(text, &["between"]) {
        let (from, to) = two(rest, &[" and ", " to ", "-"])?;
        return Some(Reading::Understood(format!("[{from}..{to}]")));
    }
    if let Some(rest) = words::after(text, &["from"]) {
        let (from, to) = two(rest, &[" to ", " until ", " till ", "-"])?;
        return Some(Reading::Understood(format!("{from}/{to}")));
    }
    let (from, to) = two(text, &[" to ", " - ", "-"])?;
    let lasted =
        Choice { label: format!("Lasted: {}", in_words(&format!("{from}/{to}"))), edtf: format!("{from}/{to}") };
    let some_day = format!("[{from}..{to}]");
    let some_day = Choice { label: format!("Some day: {}", in_words(&some_day)), edtf: some_day };
    Some(Reading::Ask(vec![lasted, some_day]))
}

/// Both ends of a span; the first takes from the second what it does not say: `1-14 Oct 2024`, `Oct-Nov 2024`.
fn two(text: &str, parts: &[&str]) -> Option<(String, String)> {
    for part in parts {
        for (at, _) in text.match_indices(part) {
            let (left, right) = (text.get(..at)?.trim(), text.get(at + part.len()..)?.trim());
            let to = day::continued(left, right).map_or_else(|| read_point(right), Read::One);
            let Read::One(to) = to else { continue };
            let completed = match read_point(left) {
                Read::One(from) => Some(from),
                _ => day::completed(left, right),
            };
            if let Some(from) = completed.filter(|from| from.as_str() <= to.as_str()) {
                return Some((from, to));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> String {
        match read(text) {
            Reading::Understood(edtf) => edtf,
            Reading::Ask(choices) => {
                format!("? {}", choices.iter().map(|choice| choice.edtf.as_str()).collect::<Vec<_>>().join(" | "))
            }
            Reading::Unknown(_) => "unknown".to_owned(),
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

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_what_is_given_out_is_edtf(
            text in "(before |after |c\\. |by |from |between |early )?[0-9]{0,2}[ ./–-]?(Oct|Feb|may|март)?[ ./,-]?[0-9]{0,5}( to |-| and )?[0-9]{0,2} ?(Nov)? ?[0-9]{0,4}\\??"
        ) {
            match read(&text) {
                Reading::Understood(edtf) => proptest::prop_assert!(parse_edtf(&edtf).is_ok(), "{} -> {}", text, edtf),
                Reading::Ask(choices) => {
                    for choice in choices {
                        proptest::prop_assert!(parse_edtf(&choice.edtf).is_ok(), "{} -> {}", text, choice.edtf);
                    }
                }
                Reading::Empty | Reading::Unknown(_) => {}
            }
        }

        #[test]
        fn nothing_typed_makes_it_stumble(text in "\\PC{0,24}") {
            drop(read(&text));
        }
    }
}
