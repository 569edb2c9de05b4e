//! One date of an expression: its corners and its precision.

use super::{Civil, Day};
use edtf_core::{Bound, BoundDate, Date};

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

pub fn part(date: &Date) -> DatePart {
    let bounds = edtf_core::Edtf::Date(*date).bounds();
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

impl DatePart {
    /// The civil date of its first day.
    #[must_use]
    pub fn first_civil(&self) -> Option<Civil> {
        self.earliest.map(Day::civil)
    }
}

pub(super) fn day_of(bound: Bound) -> Option<Day> {
    match bound {
        Bound::Date(BoundDate { year, month, day }) => Day::from_civil(year, month, day),
        _ => None,
    }
}
