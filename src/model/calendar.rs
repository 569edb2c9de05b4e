//! Days of the proleptic Gregorian calendar (ISO 8601-1:2019, 4.2.1), as civil dates and as numbers.

use std::fmt;

/// A day, as days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

/// A day as year (astronomical: 0 is 1 BC), month 1–12 and day of month 1–31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Civil {
    /// The year; 0 is 1 BC.
    pub year: i32,
    /// The month, 1–12.
    pub month: u8,
    /// The day of the month, 1–31.
    pub day: u8,
}

/// Days in 400 years, after which the calendar repeats.
const DAYS_PER_ERA: i32 = 146_097;
/// Days from 0000-03-01 to 1970-01-01.
const EPOCH_OFFSET_DAYS: i32 = 719_468;
/// The years that [`Day`] counts; years beyond have no day here.
const YEARS: std::ops::RangeInclusive<i64> = -5_000_000..=5_000_000;

/// Whether the year has a 29 February.
#[must_use]
pub fn is_leap_year(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// How many days the month (1–12) has.
#[must_use]
pub fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 => 28 + u8::from(is_leap_year(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Day {
    /// The day of a civil date, `None` where there is no such date or the year is beyond ±5,000,000.
    #[must_use]
    pub fn from_civil(year: i64, month: u8, day: u8) -> Option<Self> {
        if !YEARS.contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        let year = i32::try_from(year).ok()?;
        if day == 0 || day > days_in_month(year, month) {
            return None;
        }
        // Years that begin in March put the leap day last.
        let march_year = if month <= 2 { year - 1 } else { year };
        let era = march_year.div_euclid(400);
        let year_of_era = march_year.rem_euclid(400);
        let month_from_march = (i32::from(month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i32::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Self(era * DAYS_PER_ERA + day_of_era - EPOCH_OFFSET_DAYS))
    }

    /// The civil date of the day.
    #[must_use]
    pub fn civil(self) -> Civil {
        let shifted = i64::from(self.0) + i64::from(EPOCH_OFFSET_DAYS);
        let era = shifted.div_euclid(i64::from(DAYS_PER_ERA));
        let day_of_era = shifted.rem_euclid(i64::from(DAYS_PER_ERA));
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        Civil {
            year: i32::try_from(year).unwrap_or(i32::MAX),
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(day).unwrap_or(1),
        }
    }

    /// The day so many days later, or earlier where negative.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The same day of the month so many months later; the last of the month where it has no such day.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let civil = self.civil();
        let count = i64::from(civil.year) * 12 + i64::from(civil.month) - 1 + i64::from(months);
        let (year, month) = (count.div_euclid(12), u8::try_from(count.rem_euclid(12) + 1).unwrap_or(1));
        let longest = i32::try_from(year).map_or(28, |year| days_in_month(year, month));
        Self::from_civil(year, month, civil.day.min(longest)).unwrap_or(self)
    }

    /// The days from `self` to `later`.
    #[must_use]
    pub fn days_until(self, later: Self) -> i64 {
        i64::from(later.0) - i64::from(self.0)
    }
}

impl fmt::Display for Day {
    /// As in ISO 8601: `2024-10-14`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Civil { year, month, day } = self.civil();
        let sign = if year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}-{month:02}-{day:02}", year.unsigned_abs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_and_its_civil_date_are_one_to_one() {
        let first = Day::from_civil(1, 1, 1).map(|day| day.0);
        let last = Day::from_civil(9999, 12, 31).map(|day| day.0);
        let (Some(first), Some(last)) = (first, last) else { panic!("both dates exist") };
        for number in first..=last {
            let civil = Day(number).civil();
            assert_eq!(Day::from_civil(i64::from(civil.year), civil.month, civil.day), Some(Day(number)));
        }
    }

    #[test]
    fn days_that_the_calendar_lacks_have_no_number() {
        assert_eq!(Day::from_civil(2023, 2, 29), None);
        assert_eq!(Day::from_civil(1900, 2, 29), None);
        assert_eq!(Day::from_civil(2024, 13, 1), None);
        assert_eq!(Day::from_civil(2024, 4, 31), None);
        assert_eq!(Day::from_civil(1970, 1, 1), Some(Day(0)));
        assert_eq!(Day::from_civil(2000, 2, 29), Some(Day(11_016)));
    }

    #[test]
    fn a_month_later_stays_in_the_month() {
        let day = |year, month, day| Day::from_civil(year, month, day);
        assert_eq!(day(2024, 1, 31).map(|d| d.plus_months(1)), day(2024, 2, 29));
        assert_eq!(day(2024, 3, 31).map(|d| d.plus_months(-13)), day(2023, 2, 28));
        assert_eq!(day(2024, 10, 14).map(|d| d.plus_months(-1)), day(2024, 9, 14));
    }
}
