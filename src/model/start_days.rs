//! The alternatives of a start: the members of a one-of set, and the days that fit a mask.

use edtf_core::{Date, DateField, SetElement, YearKind};

use super::date_part::part;
use super::edtf::ParsedDate;
use super::edtf_text::{Expression, IntervalEnd};
use super::{Civil, Day, days_in_month, parse_edtf};

/// A mask whose days are all of those from its first to its last is told from others within so many days.
const ENOUGH_TO_TELL_DAYS: i32 = 800;

/// Days on which something may have begun: all from the first to the last, or those of them that fit a mask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct StartDays {
    /// The first; `None` is unbounded.
    pub first: Option<Day>,
    /// The last; `None` is unbounded.
    pub last: Option<Day>,
    mask: Option<Mask>,
}

/// Digits that are known of a date, `None` where they may be any: `2024-XX-15`, `19X5-10`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Mask {
    year: YearDigits,
    month: Option<Digits>,
    day: Option<Digits>,
}

type Digits = [Option<u8>; 2];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum YearDigits {
    Known(i32),
    Masked([Option<u8>; 4]),
}

/// The alternatives of the start of an EDTF expression, sorted, each once; one alone where it has none.
///
/// A range is one alternative, and so is all that fits a mask: its days are alike.
///
/// # Errors
/// Where the text is no EDTF.
pub fn start_days(text: &str) -> Result<Vec<StartDays>, super::EdtfError> {
    let parsed = parse_edtf(text)?;
    Ok(alternatives(&Expression::read(text)?, &parsed))
}

fn alternatives(expression: &Expression, parsed: &ParsedDate) -> Vec<StartDays> {
    let hull = StartDays::between(parsed.bounds.start_earliest, parsed.bounds.start_latest);
    let mut days = match expression {
        Expression::Single(date, _) => vec![StartDays::of(date)],
        // The end may bound the start, so that the corners tell more than the date.
        Expression::Interval(IntervalEnd::At(date), _) => {
            let date = StartDays::of(date);
            vec![StartDays { mask: date.mask, ..hull }]
        }
        Expression::Interval(..) | Expression::AllOf(_) => vec![hull],
        Expression::OneOf(members) => members.iter().map(of_member).collect(),
    };
    days.sort_unstable();
    days.dedup();
    days
}

fn of_member(member: &SetElement) -> StartDays {
    match member {
        SetElement::Date(date) => StartDays::of(date),
        SetElement::Range(first, last) => StartDays::between(part(first).earliest, part(last).latest),
        SetElement::OnOrBefore(date) => StartDays::between(None, part(date).latest),
        SetElement::OnOrAfter(date) => StartDays::between(part(date).earliest, None),
    }
}

impl StartDays {
    /// All days from one to another.
    #[must_use]
    pub fn between(first: Option<Day>, last: Option<Day>) -> Self {
        Self { first, last, mask: None }
    }

    fn of(date: &Date) -> Self {
        let known = part(date);
        let all = Self::between(known.earliest, known.latest);
        let (Some(first), Some(last)) = (known.earliest, known.latest) else { return all };
        let Some(mask) = Mask::of(date) else { return all };
        let masked = Self { mask: Some(mask), ..all };
        let enough = last.min(first.plus_days(ENOUGH_TO_TELL_DAYS));
        if masked.runs_between(first, enough) == [(first, enough)] { all } else { masked }
    }

    /// Whether days between the first and the last are left out.
    #[must_use]
    pub fn has_gaps(&self) -> bool {
        self.mask.is_some()
    }

    /// The runs of its days from one day to another, in time.
    #[must_use]
    pub fn runs_between(&self, first: Day, last: Day) -> Vec<(Day, Day)> {
        let first = self.first.map_or(first, |day| day.max(first));
        let last = self.last.map_or(last, |day| day.min(last));
        if first > last {
            return Vec::new();
        }
        match &self.mask {
            None => vec![(first, last)],
            Some(mask) => mask.runs_between(first, last),
        }
    }

    /// Whether it has a day from one to another.
    #[must_use]
    pub fn touches(&self, (first, last): (Day, Day)) -> bool {
        let may = self.first.is_none_or(|day| day <= last) && self.last.is_none_or(|day| day >= first);
        may && (self.mask.is_none() || !self.runs_between(first, last).is_empty())
    }
}

impl Mask {
    /// The digits of a date where one of them is open.
    fn of(date: &Date) -> Option<Self> {
        let year = match (date.year.kind, date.year.value()) {
            _ if date.year.significant_digits.is_some() => return None,
            (YearKind::Standard { digits, .. }, None) => YearDigits::Masked(digits),
            (_, Some(year)) => YearDigits::Known(i32::try_from(year).ok()?),
            _ => return None,
        };
        let is_open = |field: Option<DateField>| field.is_some_and(DateField::has_unspecified);
        let is_masked = matches!(year, YearDigits::Masked(_)) || is_open(date.month) || is_open(date.day);
        // The code of a season is no month.
        let is_season = date.month.and_then(DateField::value).is_some_and(|code| code > 12);
        let digits = |field: DateField| field.digits;
        (is_masked && !is_season).then(|| Self { year, month: date.month.map(digits), day: date.day.map(digits) })
    }

    fn fits_year(&self, year: i32) -> bool {
        match self.year {
            YearDigits::Known(known) => known == year,
            YearDigits::Masked(digits) => {
                let of_year = [year / 1_000 % 10, year / 100 % 10, year / 10 % 10, year % 10];
                year >= 0
                    && digits.iter().zip(of_year).all(|(digit, of)| digit.is_none_or(|digit| i32::from(digit) == of))
            }
        }
    }

    fn runs_between(&self, first: Day, last: Day) -> Vec<(Day, Day)> {
        let mut runs: Vec<(Day, Day)> = Vec::new();
        let mut add = |from: Option<Day>, to: Option<Day>| {
            let (Some(from), Some(to)) = (from.map(|day| day.max(first)), to.map(|day| day.min(last))) else { return };
            match runs.last_mut() {
                _ if from > to => {}
                Some(run) if run.1.plus_days(1) == from => run.1 = to,
                _ => runs.push((from, to)),
            }
        };
        let day = |year: i32, month: u8, day: u8| Day::from_civil(year.into(), month, day);
        let (Civil { year: begin, .. }, Civil { year: end, .. }) = (first.civil(), last.civil());
        for year in (begin..=end).filter(|year| self.fits_year(*year)) {
            let Some(month_digits) = self.month else {
                add(day(year, 1, 1), day(year, 12, 31));
                continue;
            };
            for month in (1..=12).filter(|month| fits(month_digits, *month)) {
                let length = days_in_month(year, month);
                match self.day.filter(|digits| *digits != [None, None]) {
                    None => add(day(year, month, 1), day(year, month, length)),
                    Some(digits) => (1..=length)
                        .filter(|number| fits(digits, *number))
                        .for_each(|number| add(day(year, month, number), day(year, month, number))),
                }
            }
        }
        runs
    }
}

fn fits(digits: Digits, number: u8) -> bool {
    digits[0].is_none_or(|digit| digit == number / 10) && digits[1].is_none_or(|digit| digit == number % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The runs of each alternative within some years.
    fn told(text: &str) -> Vec<String> {
        let day = |year| Day::from_civil(year, 1, 1).unwrap();
        let runs = |days: &StartDays| {
            let runs = days.runs_between(day(1900), day(2030).plus_days(-1));
            let words = runs.iter().map(|(a, b)| if a == b { a.to_string() } else { format!("{a}..{b}") });
            words.collect::<Vec<_>>().join(" ")
        };
        start_days(text).unwrap().iter().map(runs).collect()
    }

    #[test]
    fn members_and_masks_are_told_apart_from_ranges() {
        for (text, alternatives) in [
            ("2024-10-14", vec!["2024-10-14"]),
            ("2024-10", vec!["2024-10-01..2024-10-31"]),
            ("2024-10-XX", vec!["2024-10-01..2024-10-31"]),
            ("2024-XX", vec!["2024-01-01..2024-12-31"]),
            ("202X", vec!["2020-01-01..2029-12-31"]),
            ("2024-10-14/2024-10-16", vec!["2024-10-14"]),
            ("2024-10/2024-10-14", vec!["2024-10-01..2024-10-14"]),
            ("2021-05-01..2021-05-10/..", vec!["2021-05-01..2021-05-10"]),
            ("[2024-08-30..2024-09-29]", vec!["2024-08-30..2024-09-29"]),
            ("[2024-04-03,2024-03-04,2024-04-03]", vec!["2024-03-04", "2024-04-03"]),
            ("[2023,2024-02..2024-03]", vec!["2023-01-01..2023-12-31", "2024-02-01..2024-03-31"]),
            ("{2024-03-04,2024-04-03}", vec!["2024-03-04"]),
            ("2024-1X-15", vec!["2024-10-15 2024-11-15 2024-12-15"]),
            ("2023-02-X9", vec!["2023-02-09 2023-02-19"]),
            ("2024-02-X9/..", vec!["2024-02-09 2024-02-19 2024-02-29"]),
            (
                "2023-0X-30",
                vec!["2023-01-30 2023-03-30 2023-04-30 2023-05-30 2023-06-30 2023-07-30 2023-08-30 2023-09-30"],
            ),
            ("200X-02-29", vec!["2000-02-29 2004-02-29 2008-02-29"]),
            ("20X1-12", vec!["2001-12-01..2001-12-31 2011-12-01..2011-12-31 2021-12-01..2021-12-31"]),
        ] {
            assert_eq!(told(text), alternatives, "{text}");
        }
        assert!(!start_days("202X").unwrap()[0].has_gaps() && start_days("XXXX-10-14").unwrap()[0].has_gaps());
    }

    #[test]
    fn a_mask_touches_only_what_fits_it() {
        let days = start_days("XXXX-10-14").unwrap()[0];
        let month = |month| {
            let first = Day::from_civil(2024, month, 1).unwrap();
            (first, first.plus_months(1).plus_days(-1))
        };
        assert!(days.touches(month(10)) && !days.touches(month(9)));
        let before = start_days("[..2019-05-01]").unwrap()[0];
        assert!(before.touches((Day(0), Day(1))) && !before.touches(month(1)));
    }
}
