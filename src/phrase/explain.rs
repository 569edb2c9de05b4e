//! How a date is understood, in words that leave nothing open: `some day in October 2024`.

use crate::model::{
    Civil, DateEnd, DatePart, DateShape, Day, Precision, When, days_in_month, month_in_full, parse_edtf,
};

/// An EDTF text in words that leave nothing open; as the tables show it where it is of a form that nobody types.
#[must_use]
pub fn in_words(edtf: &str) -> String {
    let display = || When::from_edtf(edtf).display();
    let Ok(parsed) = parse_edtf(edtf) else { return display() };
    let Some(words) = shape_in_words(parsed.shape, parsed.approximate) else { return display() };
    if parsed.uncertain { format!("{words} (uncertain)") } else { words }
}

fn shape_in_words(shape: DateShape, is_about: bool) -> Option<String> {
    let about = if is_about { "about " } else { "" };
    let name = |part: &DatePart| name_of(part).map(|name| format!("{about}{name}"));
    Some(match shape {
        DateShape::Single(part) => match (part.precision, is_about) {
            (Precision::Day, _) | (_, true) => name(&part)?,
            (Precision::Years, _) if !is_decade(&part) => format!("some day {}", name_of(&part)?),
            _ => format!("some day in {}", name_of(&part)?),
        },
        DateShape::Interval(DateEnd::At(from), DateEnd::At(to)) => {
            format!("lasted from {} to {}", before(&from, &to, about)?, name(&to)?)
        }
        DateShape::Interval(DateEnd::At(from), DateEnd::Open) => format!("since {}, still going on", name(&from)?),
        DateShape::Interval(DateEnd::At(from), DateEnd::Unknown) => {
            format!("from {}, its end not known", name(&from)?)
        }
        DateShape::Interval(DateEnd::Open, DateEnd::At(to)) => format!("until {}", name(&to)?),
        DateShape::OneOf(Some(from), Some(to)) => {
            format!("some day between {} and {}", before(&from, &to, about)?, name(&to)?)
        }
        DateShape::OneOf(None, Some(to)) if to.precision == Precision::Day => format!("some day up to {}", name(&to)?),
        DateShape::OneOf(None, Some(to)) => format!("some day in {} or earlier", name(&to)?),
        DateShape::OneOf(Some(from), None) if from.precision == Precision::Day => {
            format!("some day from {} on", name(&from)?)
        }
        DateShape::OneOf(Some(from), None) => format!("some day in {} or later", name(&from)?),
        DateShape::Interval(..) | DateShape::OneOf(None, None) | DateShape::AllOf(..) => return None,
    })
}

fn civil_ends(part: &DatePart) -> Option<(Civil, Civil)> {
    let (from, to) = (part.earliest.map(Day::civil)?, part.latest.map(Day::civil)?);
    // Years before the first are told by the tables' words.
    (from.year > 0).then_some((from, to))
}

fn is_decade(part: &DatePart) -> bool {
    civil_ends(part).is_some_and(|(from, to)| from.year % 10 == 0 && to.year - from.year == 9)
}

/// The first of two dates by its name, without the month and the year that the second says too: `12`, `12 October`.
fn before(first: &DatePart, second: &DatePart, about: &str) -> Option<String> {
    let ((from, _), (to, _)) = (civil_ends(first)?, civil_ends(second)?);
    let is_alike = first.precision == second.precision && from.year == to.year;
    let short = match first.precision {
        Precision::Day if is_alike && from.month == to.month => from.day.to_string(),
        Precision::Day if is_alike => format!("{} {}", from.day, month_in_full(from.month)),
        Precision::Month if is_alike => month_in_full(from.month).to_owned(),
        _ => name_of(first)?,
    };
    Some(format!("{about}{short}"))
}

/// A date by its name, without saying whether it is a day or some day in it.
fn name_of(part: &DatePart) -> Option<String> {
    let (from, to) = civil_ends(part)?;
    let Civil { year, month, day } = from;
    Some(match (part.precision, part.month_code) {
        (Precision::Day, _) => format!("{day} {} {year}", month_in_full(month)),
        (Precision::Month, _) => format!("{} {year}", month_in_full(month)),
        (Precision::Year, _) => year.to_string(),
        (Precision::PartOfYear, Some(21)) => format!("spring {year}"),
        (Precision::PartOfYear, Some(22)) => format!("summer {year}"),
        (Precision::PartOfYear, Some(23)) => format!("autumn {year}"),
        (Precision::PartOfYear, Some(24)) => format!("winter {year}"),
        (Precision::PartOfYear, _) => return None,
        (Precision::Years, _) if is_decade(part) => format!("the {year}s"),
        (Precision::Years, _) => format!("from {year} to {}", to.year),
    })
}

/// `February 2024 has 29 days`, for a day that its month does not have.
pub(super) fn how_many_days(year: i32, month: u8) -> String {
    format!("{} {year} has {} days", month_in_full(month), days_in_month(year, month))
}
