//! EDTF text (ISO 8601-2:2019, Annex A) through `edtf-core`, as the four corners and the shape of a date.

use edtf_core::{Bound, BoundDate, Date, Edtf, IntervalEndpoint, Set, SetElement, SetKind};

use super::corners::DateBounds;
use super::{Civil, Day};

/// Why a text is no EDTF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message} at character {column}")]
pub struct EdtfError {
    /// What is wrong.
    pub message: String,
    /// Where, counted in characters from 1.
    pub column: usize,
}

/// How finely a date is known by its form; the finer sorts first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To a season, a quarter or a half year.
    PartOfYear,
    /// To the year.
    Year,
    /// To several years, such as a decade.
    Years,
}

/// One date of an expression: the days it may lie on, and how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatePart {
    /// The first day, `None` where the year is too far off to count days.
    pub earliest: Option<Day>,
    /// The last day.
    pub latest: Option<Day>,
    /// How finely it is known.
    pub precision: Precision,
    /// The month's number or code as EDTF writes it (21–41 for parts of a year).
    pub month_code: Option<u8>,
}

/// An end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateEnd {
    /// A date.
    At(DatePart),
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
}

/// Reads an EDTF expression of level 0, 1 or 2.
///
/// # Errors
/// Where the text is no EDTF: what is wrong, and at which character.
pub fn parse_edtf(text: &str) -> Result<ParsedDate, EdtfError> {
    let edtf = Edtf::parse(text).map_err(|error| EdtfError {
        message: error.message.to_owned(),
        column: text.get(..error.offset).map_or(1, |before| before.chars().count() + 1),
    })?;
    let shape = match &edtf {
        Edtf::Date(date) => DateShape::Single(part(date)),
        Edtf::DateTime(moment) => DateShape::Single(part(&moment.date)),
        Edtf::Interval(interval) => DateShape::Interval(end(&interval.start), end(&interval.end)),
        Edtf::Set(set) => set_shape(set),
    };
    let (uncertain, approximate) = (edtf.is_uncertain(), edtf.is_approximate());
    Ok(ParsedDate { bounds: bounds(shape, uncertain || approximate), shape, uncertain, approximate })
}

fn part(date: &Date) -> DatePart {
    let bounds = Edtf::Date(*date).bounds();
    let precision = match (date.year.has_unspecified() || date.year.significant_digits.is_some(), date.month, date.day)
    {
        (true, _, _) => Precision::Years,
        (_, None, _) => Precision::Year,
        (_, Some(month), _) if month.has_unspecified() => Precision::Year,
        (_, Some(month), _) if month.value().is_some_and(|code| code > 12) => Precision::PartOfYear,
        (_, _, None) => Precision::Month,
        (_, _, Some(day)) if day.has_unspecified() => Precision::Month,
        _ => Precision::Day,
    };
    DatePart {
        earliest: day_of(bounds.earliest),
        latest: day_of(bounds.latest),
        precision,
        month_code: date.month.and_then(edtf_core::DateField::value),
    }
}

fn day_of(bound: Bound) -> Option<Day> {
    match bound {
        Bound::Date(BoundDate { year, month, day }) => Day::from_civil(year, month, day),
        _ => None,
    }
}

fn end(endpoint: &IntervalEndpoint) -> DateEnd {
    match endpoint {
        IntervalEndpoint::Date(date) => DateEnd::At(part(date)),
        IntervalEndpoint::Open => DateEnd::Open,
        IntervalEndpoint::Unknown => DateEnd::Unknown,
        IntervalEndpoint::OnOrBefore(date) => DateEnd::By(part(date)),
        IntervalEndpoint::OnOrAfter(date) => DateEnd::From(part(date)),
    }
}

/// The earliest and the latest date of a set; `None` where it is open at that side.
fn set_shape(set: &Set) -> DateShape {
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
    for element in &set.elements {
        match element {
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
    let (first, last) = (first.filter(|_| !open_before), last.filter(|_| !open_after));
    match set.kind {
        SetKind::OneMember => DateShape::OneOf(first, last),
        SetKind::AllMembers => DateShape::AllOf(first, last),
    }
}

fn bounds(shape: DateShape, qualified: bool) -> DateBounds {
    match shape {
        DateShape::Single(date) => DateBounds::within(date.earliest, date.latest, qualified),
        DateShape::OneOf(first, last) => {
            DateBounds::within(first.and_then(|date| date.earliest), last.and_then(|date| date.latest), qualified)
        }
        DateShape::AllOf(first, last) => DateBounds::lasting(
            (first.and_then(|date| date.earliest), first.and_then(|date| date.latest)),
            (last.and_then(|date| date.earliest), last.and_then(|date| date.latest)),
            qualified,
        ),
        DateShape::Interval(start, end) => interval_bounds(start, end, qualified),
    }
}

fn interval_bounds(start: DateEnd, end: DateEnd, qualified: bool) -> DateBounds {
    let start_range = end_range(start);
    let mut last_range = end_range(end);
    if end == DateEnd::Open {
        // Still going on: it lasts beyond the latest day on which it may have begun.
        last_range.0 = start_range.1;
    }
    DateBounds::lasting(start_range, last_range, qualified)
}

/// The first and the last day on which an end may lie.
fn end_range(end: DateEnd) -> (Option<Day>, Option<Day>) {
    match end {
        DateEnd::At(date) => (date.earliest, date.latest),
        DateEnd::By(date) => (None, date.latest),
        DateEnd::From(date) => (date.earliest, None),
        DateEnd::Open | DateEnd::Unknown => (None, None),
    }
}

impl DatePart {
    /// The civil date of its first day.
    #[must_use]
    pub fn first_civil(&self) -> Option<Civil> {
        self.earliest.map(Day::civil)
    }
}

impl ParsedDate {
    /// How finely the start is known by the form; of a set, by its first date.
    #[must_use]
    pub fn start_precision(&self) -> Precision {
        let part = match self.shape {
            DateShape::Single(date) => Some(date),
            DateShape::Interval(DateEnd::At(date) | DateEnd::By(date) | DateEnd::From(date), _) => Some(date),
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
                matches!((end_range(start).0, end_range(end).1), (Some(first), Some(last)) if last < first)
            }
            _ => false,
        }
    }
}
