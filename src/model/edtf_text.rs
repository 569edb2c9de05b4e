//! EDTF text (ISO 8601-2:2019, Annex A) through `edtf-core`, with one extension: an end of an interval may be a range.
//!
//! ISO 8601-2 has ranges in sets alone, and gives an interval an end that is open at one side only as `..date/` and
//! `/date..` (10.6). Here either end takes `a..b`, `..a` and `a..`, since words such as "from early May" need both sides.

use edtf_core::{Date, Edtf, IntervalEndpoint, Set, SetElement, SetKind, Time};

use super::EdtfError;
use super::date_part::part;

/// What a text says, each date as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expression {
    /// One date, with the time of day where that is written.
    Single(Date, Option<Time>),
    /// From one end to another.
    Interval(IntervalEnd, IntervalEnd),
    /// One of several: `[…]`.
    OneOf(Vec<SetElement>),
    /// All of several: `{…}`.
    AllOf(Vec<SetElement>),
}

/// An end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum IntervalEnd {
    /// A date.
    At(Date),
    /// Some day from one date to another.
    Within(Date, Date),
    /// On or before a date.
    By(Date),
    /// On or after a date.
    From(Date),
    /// Open: `..`.
    Open,
    /// Nothing written.
    Unknown,
}

impl Expression {
    /// Reads a text.
    pub(super) fn read(text: &str) -> Result<Self, EdtfError> {
        match Edtf::parse(text) {
            Ok(edtf) => Ok(Self::of(edtf)),
            Err(error) => match text.split_once('/') {
                Some((start, end)) if is_range(start) || is_range(end) => Self::ranges(text, start, end),
                _ => Err(error_in(text, error.offset, error.message)),
            },
        }
    }

    fn of(edtf: Edtf) -> Self {
        match edtf {
            Edtf::Date(date) => Self::Single(date, None),
            Edtf::DateTime(moment) => Self::Single(moment.date, Some(moment.time)),
            Edtf::Interval(interval) => Self::Interval(end_of(interval.start), end_of(interval.end)),
            Edtf::Set(Set { kind: SetKind::OneMember, elements }) => Self::OneOf(elements),
            Edtf::Set(Set { kind: SetKind::AllMembers, elements }) => Self::AllOf(elements),
        }
    }

    /// Reads an interval of which an end is a range that EDTF has not.
    fn ranges(text: &str, start: &str, end: &str) -> Result<Self, EdtfError> {
        Ok(Self::Interval(read_end(text, start, 0)?, read_end(text, end, start.len() + 1)?))
    }

    /// Every date that is written.
    pub(super) fn dates(&self) -> impl Iterator<Item = &Date> {
        let (single, ends, members): (_, [Option<&IntervalEnd>; 2], &[SetElement]) = match self {
            Self::Single(date, _) => (Some(date), [None, None], &[]),
            Self::Interval(start, end) => (None, [Some(start), Some(end)], &[]),
            Self::OneOf(members) | Self::AllOf(members) => (None, [None, None], members),
        };
        let of_ends = ends.into_iter().flatten().flat_map(IntervalEnd::dates);
        single.into_iter().chain(of_ends).chain(members.iter().flat_map(dates_of_member))
    }

    /// Whether a date that the start is told by carries `?`, `~` or `%`.
    pub(super) fn start_is_qualified(&self) -> bool {
        match self {
            Self::Interval(start, _) => start.dates().any(is_qualified),
            Self::AllOf(members) => {
                // Those which may be the first.
                let last_start = members.iter().filter_map(|member| first_of(member).latest).min();
                members.iter().filter(|member| first_of(member).earliest <= last_start).any(member_is_qualified)
            }
            Self::Single(..) | Self::OneOf(_) => self.dates().any(is_qualified),
        }
    }

    /// Whether a date that the end is told by carries `?`, `~` or `%`.
    pub(super) fn end_is_qualified(&self) -> bool {
        match self {
            Self::Interval(_, end) => end.dates().any(is_qualified),
            Self::AllOf(members) => {
                let first_end = members.iter().filter_map(|member| last_of(member).earliest).max();
                members.iter().filter(|member| last_of(member).latest >= first_end).any(member_is_qualified)
            }
            Self::Single(..) | Self::OneOf(_) => self.dates().any(is_qualified),
        }
    }
}

impl IntervalEnd {
    /// The dates that it is written with.
    pub(super) fn dates(&self) -> impl Iterator<Item = &Date> {
        let (first, last) = match self {
            Self::At(date) | Self::By(date) | Self::From(date) => (Some(date), None),
            Self::Within(first, last) => (Some(first), Some(last)),
            Self::Open | Self::Unknown => (None, None),
        };
        first.into_iter().chain(last)
    }
}

pub(super) fn is_qualified(date: &Date) -> bool {
    date.is_uncertain() || date.is_approximate()
}

/// Codes 21 to 32 of the month's place are seasons.
pub(super) fn is_season(date: &Date) -> bool {
    date.month.and_then(edtf_core::DateField::value).is_some_and(|code| (21..=32).contains(&code))
}

fn member_is_qualified(member: &SetElement) -> bool {
    dates_of_member(member).any(is_qualified)
}

fn dates_of_member(member: &SetElement) -> impl Iterator<Item = &Date> {
    let (first, last) = match member {
        SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => (date, None),
        SetElement::Range(from, to) => (from, Some(to)),
    };
    std::iter::once(first).chain(last)
}

fn first_of(member: &SetElement) -> super::DatePart {
    match member {
        SetElement::Date(date) | SetElement::OnOrAfter(date) | SetElement::Range(date, _) => part(date),
        SetElement::OnOrBefore(date) => super::DatePart { earliest: None, ..part(date) },
    }
}

fn last_of(member: &SetElement) -> super::DatePart {
    match member {
        SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::Range(_, date) => part(date),
        SetElement::OnOrAfter(date) => super::DatePart { latest: Some(super::Day(i32::MAX)), ..part(date) },
    }
}

fn end_of(endpoint: IntervalEndpoint) -> IntervalEnd {
    match endpoint {
        IntervalEndpoint::Date(date) => IntervalEnd::At(date),
        IntervalEndpoint::Open => IntervalEnd::Open,
        IntervalEndpoint::Unknown => IntervalEnd::Unknown,
        IntervalEndpoint::OnOrBefore(date) => IntervalEnd::By(date),
        IntervalEndpoint::OnOrAfter(date) => IntervalEnd::From(date),
    }
}

/// Whether an end is a range with a date in it.
fn is_range(end: &str) -> bool {
    end.contains("..") && end != ".."
}

/// Reads an end that begins `offset` bytes into the text.
fn read_end(text: &str, end: &str, offset: usize) -> Result<IntervalEnd, EdtfError> {
    let date = |part: &str, offset: usize| read_date(text, part, offset);
    match end.split_once("..") {
        None if end.is_empty() => Ok(IntervalEnd::Unknown),
        None => Ok(IntervalEnd::At(date(end, offset)?)),
        Some(("", "")) => Ok(IntervalEnd::Open),
        Some(("", last)) => Ok(IntervalEnd::By(date(last, offset + 2)?)),
        Some((first, "")) => Ok(IntervalEnd::From(date(first, offset)?)),
        Some((from, to)) => {
            let (first, last) = (date(from, offset)?, date(to, offset + from.len() + 2)?);
            match (part(&first).earliest, part(&last).latest) {
                (Some(earliest), Some(latest)) if latest < earliest => {
                    Err(error_in(text, offset + from.len() + 2, "the range ends before it begins"))
                }
                _ => Ok(IntervalEnd::Within(first, last)),
            }
        }
    }
}

fn read_date(text: &str, date: &str, offset: usize) -> Result<Date, EdtfError> {
    match Edtf::parse(date) {
        Ok(Edtf::Date(date)) => Ok(date),
        Ok(_) => Err(error_in(text, offset, "an end of an interval is a date or a range of dates")),
        Err(error) => Err(error_in(text, offset + error.offset, error.message)),
    }
}

fn error_in(text: &str, offset: usize, message: &str) -> EdtfError {
    let column = text.get(..offset).map_or(1, |before| before.chars().count() + 1);
    EdtfError { message: message.to_owned(), column }
}
