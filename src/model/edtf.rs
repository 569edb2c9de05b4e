//! A date as its four corners and its shape, from what [`super::edtf_text`] reads.

use edtf_core::{Date, SetElement};

use super::Day;
use super::corners::DateBounds;
use super::date_part::{DatePart, EdtfError, Precision, part};
use super::edtf_text::{Expression, IntervalEnd};

/// An end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateEnd {
    /// A date.
    At(DatePart),
    /// Some day from one date to another: `2021-05-01..2021-05-10/…`. Our extension of EDTF.
    Within(DatePart, DatePart),
    /// On or before a date: `..2024-10-13/…`.
    By(DatePart),
    /// On or after a date: `…/2024-10-13..`.
    From(DatePart),
    /// Open: `..`; at the end, still going on.
    Open,
    /// Not known: nothing written.
    Unknown,
}

/// What kind of expression a date is, for showing it in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateShape {
    /// One date.
    Single(DatePart),
    /// From one to another.
    Interval(DateEnd, DateEnd),
    /// Some day between the two, either of which may be open.
    OneOf(Option<DatePart>, Option<DatePart>),
    /// All of several, from the first to the last.
    AllOf(Option<DatePart>, Option<DatePart>),
}

/// A date read from EDTF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParsedDate {
    /// Its four corners.
    pub bounds: DateBounds,
    /// Its form.
    pub shape: DateShape,
    /// Whether any part carries `?` or `%`.
    pub uncertain: bool,
    /// Whether any part carries `~` or `%`.
    pub approximate: bool,
    /// Whether the start is one of several that [`super::start_days()`] tells, not any day between its corners.
    pub has_alternatives: bool,
}

/// Reads an EDTF expression of level 0, 1 or 2, or an interval of which an end is a range.
///
/// # Errors
/// Where the text is no EDTF: what is wrong, and at which character.
pub fn parse_edtf(text: &str) -> Result<ParsedDate, EdtfError> {
    Ok(summary(&Expression::read(text)?))
}

fn summary(expression: &Expression) -> ParsedDate {
    let has_alternatives = match expression {
        Expression::OneOf(members) => members.len() > 1 || expression.dates().any(Date::has_unspecified),
        Expression::Single(date, _) | Expression::Interval(IntervalEnd::At(date), _) => date.has_unspecified(),
        Expression::Interval(..) | Expression::AllOf(_) => false,
    };
    let shape = match expression {
        Expression::Single(date, _) => DateShape::Single(part(date)),
        Expression::Interval(start, end) => DateShape::Interval(end_shape(start), end_shape(end)),
        Expression::OneOf(members) => {
            let (first, last) = ends_of_set(members);
            DateShape::OneOf(first, last)
        }
        Expression::AllOf(members) => {
            let (first, last) = ends_of_set(members);
            DateShape::AllOf(first, last)
        }
    };
    ParsedDate {
        bounds: DateBounds {
            start_qualified: expression.start_is_qualified(),
            end_qualified: expression.end_is_qualified(),
            ..corners(shape)
        },
        shape,
        uncertain: expression.dates().any(Date::is_uncertain),
        approximate: expression.dates().any(Date::is_approximate),
        has_alternatives,
    }
}

fn end_shape(end: &IntervalEnd) -> DateEnd {
    match end {
        IntervalEnd::At(date) => DateEnd::At(part(date)),
        IntervalEnd::Within(first, last) => DateEnd::Within(part(first), part(last)),
        IntervalEnd::By(date) => DateEnd::By(part(date)),
        IntervalEnd::From(date) => DateEnd::From(part(date)),
        IntervalEnd::Open => DateEnd::Open,
        IntervalEnd::Unknown => DateEnd::Unknown,
    }
}

/// The earliest and the latest date of a set; `None` where it is open at that side.
fn ends_of_set(members: &[SetElement]) -> (Option<DatePart>, Option<DatePart>) {
    let mut first: Option<DatePart> = None;
    let mut last: Option<DatePart> = None;
    let (mut open_before, mut open_after) = (false, false);
    let mut widen = |date: &Date| {
        let date = part(date);
        if first.is_none_or(|known| date.earliest < known.earliest) {
            first = Some(date);
        }
        if last.is_none_or(|known| date.latest > known.latest) {
            last = Some(date);
        }
    };
    for member in members {
        match member {
            SetElement::Date(date) => widen(date),
            SetElement::OnOrBefore(date) => {
                open_before = true;
                widen(date);
            }
            SetElement::OnOrAfter(date) => {
                open_after = true;
                widen(date);
            }
            SetElement::Range(from, to) => {
                widen(from);
                widen(to);
            }
        }
    }
    (first.filter(|_| !open_before), last.filter(|_| !open_after))
}

fn corners(shape: DateShape) -> DateBounds {
    match shape {
        DateShape::Single(date) => DateBounds::within(date.earliest, date.latest),
        DateShape::OneOf(first, last) => {
            DateBounds::within(first.and_then(|date| date.earliest), last.and_then(|date| date.latest))
        }
        DateShape::AllOf(first, last) => DateBounds::lasting(
            (first.and_then(|date| date.earliest), first.and_then(|date| date.latest)),
            (last.and_then(|date| date.earliest), last.and_then(|date| date.latest)),
        ),
        DateShape::Interval(start, end) => interval_corners(start, end),
    }
}

fn interval_corners(start: DateEnd, end: DateEnd) -> DateBounds {
    let start_range = start.range();
    let mut last_range = end.range();
    if end == DateEnd::Open {
        // Still going on: it lasts beyond the latest day on which it may have begun.
        last_range.0 = start_range.1;
    }
    DateBounds::lasting(start_range, last_range)
}

impl DateEnd {
    /// The first and the last day on which it may lie, as written; none where it is open.
    #[must_use]
    pub fn range(self) -> (Option<Day>, Option<Day>) {
        match self {
            Self::At(date) => (date.earliest, date.latest),
            Self::Within(first, last) => (first.earliest, last.latest),
            Self::By(date) => (None, date.latest),
            Self::From(date) => (date.earliest, None),
            Self::Open | Self::Unknown => (None, None),
        }
    }
}

impl ParsedDate {
    /// How finely the start is known by the form; of a range or a set, by its first date.
    #[must_use]
    pub fn start_precision(&self) -> Precision {
        let part = match self.shape {
            DateShape::Single(date) => Some(date),
            DateShape::Interval(
                DateEnd::At(date) | DateEnd::Within(date, _) | DateEnd::By(date) | DateEnd::From(date),
                _,
            ) => Some(date),
            DateShape::Interval(..) => None,
            DateShape::OneOf(first, last) | DateShape::AllOf(first, last) => first.or(last),
        };
        part.map_or(Precision::Years, |date| date.precision)
    }

    /// Whether an interval ends before it begins, whatever days are taken.
    #[must_use]
    pub fn is_backwards(&self) -> bool {
        match self.shape {
            DateShape::Interval(start, end) => {
                matches!((start.range().0, end.range().1), (Some(first), Some(last)) if last < first)
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The four corners, with `?` at an end that is qualified: `2021-05-01..2021-05-10/2021-05-10?..`.
    fn read(text: &str) -> String {
        let bounds = match parse_edtf(text) {
            Ok(parsed) => parsed.bounds,
            Err(error) => return error.to_string(),
        };
        let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        let mark = |is_qualified: bool| if is_qualified { "?" } else { "" };
        format!(
            "{}..{}{} / {}..{}{}",
            day(bounds.start_earliest),
            day(bounds.start_latest),
            mark(bounds.start_qualified),
            day(bounds.end_earliest),
            day(bounds.end_latest),
            mark(bounds.end_qualified)
        )
    }

    #[test]
    fn an_end_of_an_interval_may_be_a_range() {
        for (text, corners) in [
            ("2021-05-01..2021-05-10/..", "2021-05-01..2021-05-10 / 2021-05-10.."),
            ("2021-05-01..2021-05-10/", "2021-05-01..2021-05-10 / 2021-05-01.."),
            ("2021-05-01..2021-05-10/2021-06", "2021-05-01..2021-05-10 / 2021-06-01..2021-06-30"),
            ("2020-01-01..2020-04-30/2021-09-01..2021-12-31", "2020-01-01..2020-04-30 / 2021-09-01..2021-12-31"),
            ("../2021-09..2021-10", "..2021-10-31 / 2021-09-01..2021-10-31"),
            ("/2021-09..2021-10", "..2021-10-31 / 2021-09-01..2021-10-31"),
            ("..2020/2021-09..2021-10", "..2020-12-31 / 2021-09-01..2021-10-31"),
            ("2020-02..2020-03/2021..", "2020-02-01..2020-03-31 / 2021-01-01.."),
            // Open at the side that EDTF does not open.
            ("2020-02../2021", "2020-02-01..2021-12-31 / 2021-01-01..2021-12-31"),
            ("2020/..2021-03-05", "2020-01-01..2020-12-31 / 2020-01-01..2021-03-05"),
            // Nothing ends before it begins.
            ("2021-05-01..2021-05-20/2021-05-04..2021-05-10", "2021-05-01..2021-05-10 / 2021-05-04..2021-05-10"),
            ("2020-21..2020-22/..", "2020-03-01..2020-08-31 / 2020-08-31.."),
        ] {
            assert_eq!(read(text), corners, "{text}");
        }
    }

    #[test]
    fn what_is_no_range_of_dates_is_told_with_its_place() {
        for (text, problem) in [
            ("2021-05-10..2021-05-01/..", "the range ends before it begins at character 13"),
            ("2021-05-01..2021-02-30/..", "day is out of range for the month at character 21"),
            ("2021-05-01..2021-05-10..2021-05-12/..", "unexpected"),
            ("2021-05-01..2021-05-10", "unexpected"),
            ("2021/2022..2023/..", "an end of an interval is a date or a range of dates at character 12"),
            ("[2021..2022]/..", "unterminated set"),
        ] {
            let told = read(text);
            assert!(parse_edtf(text).is_err() && told.contains(problem), "{text}: {told}");
        }
        assert!(parse_edtf("2021-05..2021-06/2020-01..2020-02").is_ok_and(|date| date.is_backwards()));
    }

    #[test]
    fn a_sign_qualifies_the_end_that_it_stands_at() {
        for (text, (start, end)) in [
            ("2024-10-14?", (true, true)),
            ("2004-06-01/2004-06-20~", (false, true)),
            ("1984~/2004-06", (true, false)),
            ("2024-10-14%/..", (true, false)),
            ("..2024-10-14~/2024-10-16", (true, false)),
            ("2021-05-01..2021-05-10~/2022", (true, false)),
            ("2022/2023-05-01?..2023-05-10", (false, true)),
            ("[2020,2021?]", (true, true)),
            ("{2020,2021?}", (false, true)),
            ("{2020?,2021}", (true, false)),
            ("{2020,2020-05?,2021}", (true, false)),
            ("2004-06~-11", (true, true)),
        ] {
            let bounds = parse_edtf(text).unwrap().bounds;
            assert_eq!((bounds.start_qualified, bounds.end_qualified), (start, end), "{text}");
        }
    }
}
