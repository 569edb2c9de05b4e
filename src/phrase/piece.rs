//! Stretches of the calendar: a day, a month, a part of a year, a year, a decade, a century, and what lies between two.

use crate::model::{Day, days_in_month, display_day};

/// One date of EDTF, as coarse as the words for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    Day(Day),
    Month(i32, u8),
    /// A season, a quarter, a third or a half of a year, by its code.
    Part(i32, u8),
    Year(i32),
    /// Ten years, by their number without its last digit.
    Decade(i32),
    /// A hundred years, by their number without its last two digits.
    Century(i32),
}

/// The first month of a part of a year and its number of months (ISO 8601-2:2019, 4.8); seasons are northern.
fn months_of_part(code: u8) -> (u8, u8) {
    match code {
        21 => (3, 3),
        22 => (6, 3),
        23 => (9, 3),
        24 => (12, 3),
        33..=36 => ((code - 33) * 3 + 1, 3),
        37..=39 => ((code - 37) * 4 + 1, 4),
        40 => (1, 6),
        _ => (7, 6),
    }
}

fn day(year: i32, month: u8, day: u8) -> Option<Day> {
    Day::from_civil(i64::from(year), month, day)
}

fn last_of(year: i32, month: u8) -> Option<Day> {
    day(year, month, days_in_month(year, month))
}

/// The month so many months after another.
pub(super) fn months_later(year: i32, month: u8, more: i32) -> (i32, u8) {
    let count = year.saturating_mul(12).saturating_add(i32::from(month) - 1).saturating_add(more);
    (count.div_euclid(12), u8::try_from(count.rem_euclid(12) + 1).unwrap_or(1))
}

impl Piece {
    /// Its first day.
    pub(super) fn first(self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month(year, month) => day(year, month, 1),
            Self::Part(year, code) => day(year, months_of_part(code).0, 1),
            Self::Year(year) => day(year, 1, 1),
            Self::Decade(decade) => day(decade.checked_mul(10)?, 1, 1),
            Self::Century(century) => day(century.checked_mul(100)?, 1, 1),
        }
    }

    /// Its last day.
    pub(super) fn last(self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month(year, month) => last_of(year, month),
            Self::Part(year, code) => {
                let (first, count) = months_of_part(code);
                let (year, month) = months_later(year, first, i32::from(count) - 1);
                last_of(year, month)
            }
            Self::Year(year) => day(year, 12, 31),
            Self::Decade(decade) => day(decade.checked_mul(10)?.checked_add(9)?, 12, 31),
            Self::Century(century) => day(century.checked_mul(100)?.checked_add(99)?, 12, 31),
        }
    }

    fn level(self) -> Level {
        match self {
            Self::Day(_) => Level::Days,
            Self::Month(..) | Self::Part(..) => Level::Months,
            Self::Year(_) | Self::Decade(_) | Self::Century(_) => Level::Years,
        }
    }

    /// Its EDTF.
    pub(super) fn edtf(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Month(year, month) | Self::Part(year, month) => format!("{}-{month:02}", year_text(year)),
            Self::Year(year) => year_text(year),
            Self::Decade(decade) => format!("{decade:03}X"),
            Self::Century(century) => format!("{century:02}XX"),
        }
    }
}

fn year_text(year: i32) -> String {
    if year < 0 { format!("-{:04}", year.unsigned_abs()) } else { format!("{year:04}") }
}

/// How coarse the ends of a stretch are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Days,
    Months,
    Years,
}

impl Level {
    fn of(self, day: Day) -> Piece {
        let civil = day.civil();
        match self {
            Self::Days => Piece::Day(day),
            Self::Months => Piece::Month(civil.year, civil.month),
            Self::Years => Piece::Year(civil.year),
        }
    }
}

/// All days from the first of one piece to the last of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) from: Piece,
    pub(super) to: Piece,
}

impl Stretch {
    pub(super) fn one(piece: Piece) -> Self {
        Self { from: piece, to: piece }
    }

    pub(super) fn days(from: Day, to: Day) -> Self {
        Self { from: Piece::Day(from), to: Piece::Day(to) }
    }

    pub(super) fn first(self) -> Option<Day> {
        self.from.first()
    }

    pub(super) fn last(self) -> Option<Day> {
        self.to.last()
    }

    /// The piece that it is, where it is one.
    pub(super) fn piece(self) -> Option<Piece> {
        (self.from == self.to).then_some(self.from)
    }

    /// Its ends as days, months or years: what may stand at the ends of a set.
    pub(super) fn plain(self) -> Option<(Piece, Piece)> {
        let level = self.from.level().min(self.to.level());
        Some((level.of(self.first()?), level.of(self.last()?)))
    }

    /// The last day, month or year before it, or the first after it, as coarse as its ends.
    pub(super) fn beside(self, is_before: bool) -> Option<Piece> {
        let level = self.from.level().min(self.to.level());
        let day = if is_before { self.first()?.plus_days(-1) } else { self.last()?.plus_days(1) };
        Some(level.of(day))
    }

    /// It in words.
    pub(super) fn in_words(self) -> String {
        let ends = [self.first(), self.last()].map(|day| day.map(display_day).unwrap_or_default());
        match (self.piece(), ends) {
            (Some(piece), _) => crate::model::When::from_edtf(&piece.edtf()).display(),
            (None, [from, to]) => format!("{from} to {to}"),
        }
    }

    /// Its ends as days: `2021-05-01..2021-05-10`.
    pub(super) fn day_range(self) -> Option<String> {
        Some(format!("{}..{}", self.first()?, self.last()?))
    }

    /// The first months, days or years of it: the `part`th to the `last` of so many equal parts.
    pub(super) fn thirds(self, first: u8, last: u8) -> Option<Self> {
        let pick = |bounds: [(i32, i32); 3]| {
            let part = |third: u8| usize::from(third).checked_sub(1).and_then(|at| bounds.get(at)).copied();
            Some((part(first)?.0, part(last)?.1))
        };
        let years = |from: i32, to: i32| Self { from: Piece::Year(from), to: Piece::Year(to) };
        match self.piece()? {
            Piece::Month(year, month) => {
                let (from, to) = pick([(1, 10), (11, 20), (21, i32::from(days_in_month(year, month)))])?;
                let day = |number: i32| day(year, month, u8::try_from(number).ok()?);
                Some(Self::days(day(from)?, day(to)?))
            }
            Piece::Year(year) => {
                let (from, to) = pick([(1, 4), (5, 8), (9, 12)])?;
                let month = |number: i32| u8::try_from(number).ok().map(|month| Piece::Month(year, month));
                Some(Self { from: month(from)?, to: month(to)? })
            }
            Piece::Part(year, code) => {
                let (begin, count) = months_of_part(code);
                if count != 3 {
                    return None;
                }
                let month = |third: u8| {
                    let (year, month) = months_later(year, begin, i32::from(third) - 1);
                    Piece::Month(year, month)
                };
                let (from, to) = (month(first), month(last));
                Some(Self { from, to })
            }
            Piece::Decade(decade) => {
                let (from, to) = pick([(0, 3), (4, 6), (7, 9)])?;
                Some(years(decade * 10 + from, decade * 10 + to))
            }
            Piece::Century(century) => {
                let (from, to) = pick([(0, 33), (34, 66), (67, 99)])?;
                Some(years(century * 100 + from, century * 100 + to))
            }
            Piece::Day(_) => None,
        }
    }

    /// Its first or its second half.
    pub(super) fn half(self, second: bool) -> Option<Self> {
        match self.piece()? {
            Piece::Month(year, month) => {
                let (from, to) = if second { (16, days_in_month(year, month)) } else { (1, 15) };
                Some(Self::days(day(year, month, from)?, day(year, month, to)?))
            }
            Piece::Year(year) => Some(Self::one(Piece::Part(year, 40 + u8::from(second)))),
            Piece::Decade(decade) => {
                let from = decade * 10 + if second { 5 } else { 0 };
                Some(Self { from: Piece::Year(from), to: Piece::Year(from + 4) })
            }
            Piece::Century(century) => {
                let from = century * 100 + if second { 50 } else { 0 };
                Some(Self { from: Piece::Year(from), to: Piece::Year(from + 49) })
            }
            _ => None,
        }
    }
}

/// The day of the week, 0 for Monday; 1970-01-01 was a Thursday.
pub(super) fn weekday_of(day: Day) -> u8 {
    u8::try_from((i64::from(day.0) + 3).rem_euclid(7)).unwrap_or(0)
}

/// Monday to Sunday around a day.
pub(super) fn week_of(day: Day) -> Stretch {
    let monday = day.plus_days(-i32::from(weekday_of(day)));
    Stretch::days(monday, monday.plus_days(6))
}

/// The week of a number of a year (ISO 8601-1:2019, 4.2.2): the first has the year's first Thursday.
pub(super) fn numbered_week(year: i32, number: u8) -> Option<Stretch> {
    let first = week_of(day(year, 1, 4)?);
    let monday = first.first()?.plus_days(7 * (i32::from(number) - 1));
    let belongs = number >= 1 && monday.plus_days(3).civil().year == year;
    belongs.then(|| Stretch::days(monday, monday.plus_days(6)))
}
