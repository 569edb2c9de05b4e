//! The months, quarters or years that visits are counted by.

use crate::model::{Civil, Day, month_name};

/// What a bin is as long as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BinUnit {
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A year.
    Year,
}

impl BinUnit {
    /// All of them, the finest first.
    pub const ALL: &'static [Self] = &[Self::Month, Self::Quarter, Self::Year];

    /// In words, after “Visits per”.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// How many make a year.
    #[must_use]
    pub fn per_year(self) -> i32 {
        match self {
            Self::Month => 12,
            Self::Quarter => 4,
            Self::Year => 1,
        }
    }

    /// The number of the bin that a day lies in, counted from the year 0.
    #[must_use]
    pub fn of(self, day: Day) -> i32 {
        let Civil { year, month, .. } = day.civil();
        year * self.per_year() + (i32::from(month) - 1) * self.per_year() / 12
    }

    /// The first day of a bin.
    #[must_use]
    pub fn first_day(self, bin: i32) -> Day {
        let month = bin.rem_euclid(self.per_year()) * 12 / self.per_year() + 1;
        let year = i64::from(bin.div_euclid(self.per_year()));
        let month = u8::try_from(month).unwrap_or(1);
        Day::from_civil(year, month, 1).unwrap_or(if bin < 0 { Day(i32::MIN) } else { Day(i32::MAX) })
    }

    /// The last day of a bin.
    #[must_use]
    pub fn last_day(self, bin: i32) -> Day {
        self.first_day(bin + 1).plus_days(-1)
    }

    /// What a bin is called: `Oct 2024`, `Q4 2024`, `2024`.
    #[must_use]
    pub fn name(self, bin: i32) -> String {
        let Civil { year, month, .. } = self.first_day(bin).civil();
        match self {
            Self::Month => format!("{} {year}", month_name(month)),
            Self::Quarter => format!("Q{} {year}", month.div_ceil(3)),
            Self::Year => year.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bins_hold_their_days() {
        for (unit, name, first, last) in [
            (BinUnit::Month, "Feb 2024", "2024-02-01", "2024-02-29"),
            (BinUnit::Quarter, "Q1 2024", "2024-01-01", "2024-03-31"),
            (BinUnit::Year, "2024", "2024-01-01", "2024-12-31"),
        ] {
            let bin = unit.of(Day::from_civil(2024, 2, 29).unwrap());
            assert_eq!(unit.name(bin), name);
            assert_eq!(unit.first_day(bin).to_string(), first);
            assert_eq!(unit.last_day(bin).to_string(), last);
        }
    }
}
