//! Months, quarters and years as bins.

use std::fmt;

use crate::model::{Day, month_name, year_words};

/// The length of a bin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum BinUnit {
    /// A calendar month.
    #[default]
    Month,
    /// Three calendar months, the first from January.
    Quarter,
    /// A calendar year.
    Year,
}

impl BinUnit {
    /// All units, the shortest first.
    pub const ALL: &'static [Self] = &[Self::Month, Self::Quarter, Self::Year];

    /// How many of it a year has.
    #[must_use]
    pub fn per_year(self) -> u8 {
        12 / self.months()
    }

    /// How many months it has.
    #[must_use]
    pub fn months(self) -> u8 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }
}

/// A month, a quarter or a year of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bin {
    /// The year; 0 is 1 BC.
    pub year: i32,
    /// Which part of the year, counted from 0.
    pub part: u8,
    /// How long it is.
    pub unit: BinUnit,
}

impl Bin {
    /// The bin that a day lies in.
    #[must_use]
    pub fn of(day: Day, unit: BinUnit) -> Self {
        let civil = day.civil();
        Self { year: civil.year, part: (civil.month - 1) / unit.months(), unit }
    }

    /// Its first day; `None` where the year is too far off to count days.
    #[must_use]
    pub fn first_day(self) -> Option<Day> {
        Day::from_civil(i64::from(self.year), self.part * self.unit.months() + 1, 1)
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Option<Day> {
        Some(self.next().first_day()?.plus_days(-1))
    }

    /// Its number, counted from the first of the year 0.
    #[must_use]
    pub fn number(self) -> i32 {
        self.year * i32::from(self.unit.per_year()) + i32::from(self.part)
    }

    /// The bin of a number.
    #[must_use]
    pub fn from_number(number: i32, unit: BinUnit) -> Self {
        let per_year = i32::from(unit.per_year());
        let part = u8::try_from(number.rem_euclid(per_year)).unwrap_or(0);
        Self { year: number.div_euclid(per_year), part, unit }
    }

    /// The bin after it.
    #[must_use]
    pub fn next(self) -> Self {
        if self.part + 1 < self.unit.per_year() {
            Self { part: self.part + 1, ..self }
        } else {
            Self { year: self.year + 1, part: 0, ..self }
        }
    }

    /// Its name for the screen: `Oct 2024`, `Q4 2024`, `2024`.
    #[must_use]
    pub fn label(self) -> String {
        let year = year_words(self.year.into());
        match self.unit {
            BinUnit::Month => format!("{} {year}", month_name(self.part + 1)),
            BinUnit::Quarter => format!("Q{} {year}", self.part + 1),
            BinUnit::Year => year,
        }
    }
}

impl fmt::Display for Bin {
    /// Its name for scripts: `2024-10`, `2024-Q4`, `2024`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}", self.year.unsigned_abs())?;
        match self.unit {
            BinUnit::Month => write!(f, "-{:02}", self.part + 1),
            BinUnit::Quarter => write!(f, "-Q{}", self.part + 1),
            BinUnit::Year => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bin, BinUnit};
    use crate::model::Day;

    #[test]
    fn a_bin_holds_the_days_it_is_named_after() {
        let day = Day::from_civil(2024, 10, 14).unwrap();
        for (unit, name, label, first, last) in [
            (BinUnit::Month, "2024-10", "Oct 2024", "2024-10-01", "2024-10-31"),
            (BinUnit::Quarter, "2024-Q4", "Q4 2024", "2024-10-01", "2024-12-31"),
            (BinUnit::Year, "2024", "2024", "2024-01-01", "2024-12-31"),
        ] {
            let bin = Bin::of(day, unit);
            assert_eq!((bin.to_string().as_str(), bin.label().as_str()), (name, label));
            assert_eq!(bin.first_day().map(|day| day.to_string()).as_deref(), Some(first));
            assert_eq!(bin.last_day().map(|day| day.to_string()).as_deref(), Some(last));
        }
        let long_ago = Bin::of(Day::from_civil(-43, 3, 15).unwrap(), BinUnit::Month);
        assert_eq!((long_ago.to_string().as_str(), long_ago.label().as_str()), ("-0043-03", "Mar 44 BC"));
    }
}
