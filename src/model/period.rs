//! Lengths of time as ISO 8601-1:2019 section 5.5.2.4 writes them: `P1M`, `-P1M`, `P6Y`, `P15D`, `P2W`.

use super::Day;

/// A length of time in calendar units; a sign before `P` turns it round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// Months, twelve for a year.
    pub months: i32,
    /// Days, seven for a week.
    pub days: i32,
}

/// Why a text is no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("write a period such as P1M, P6Y, P15D or -P2W")]
pub struct PeriodError;

impl Period {
    /// Reads a period.
    ///
    /// # Errors
    /// Where the text is no period, or too long a one.
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        let (sign, rest) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.strip_prefix('+').unwrap_or(text)),
        };
        let mut rest = rest.strip_prefix('P').ok_or(PeriodError)?;
        let mut period = Self::default();
        let mut units = "YMWD".chars();
        if rest.is_empty() {
            return Err(PeriodError);
        }
        while !rest.is_empty() {
            let end = rest.find(|c: char| !c.is_ascii_digit()).ok_or(PeriodError)?;
            let number: i32 = rest[..end].parse().map_err(|_| PeriodError)?;
            let unit = rest[end..].chars().next().ok_or(PeriodError)?;
            // Units come in falling order, each at most once.
            units.by_ref().find(|known| *known == unit).ok_or(PeriodError)?;
            let scaled = |factor: i32| number.checked_mul(factor * sign).filter(|n| n.abs() <= MOST).ok_or(PeriodError);
            match unit {
                'Y' => period.months += scaled(12)?,
                'M' => period.months += scaled(1)?,
                'W' => period.days += scaled(7)?,
                _ => period.days += scaled(1)?,
            }
            rest = &rest[end + 1..];
        }
        Ok(period)
    }

    /// The day that lies this period after `day`: months first, then days.
    #[must_use]
    pub fn after(self, day: Day) -> Day {
        day.plus_months(self.months).plus_days(self.days)
    }

    /// The same length the other way.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { months: -self.months, days: -self.days }
    }

    /// The period in words, without its sign: `1 month`, `6 years`, `15 days`.
    #[must_use]
    pub fn in_words(self) -> String {
        let mut parts = Vec::new();
        let mut part = |count: u32, one: &str| {
            if count > 0 {
                parts.push(format!("{count} {one}{}", if count == 1 { "" } else { "s" }));
            }
        };
        let (months, days) = (self.months.unsigned_abs(), self.days.unsigned_abs());
        part(months / 12, "year");
        part(months % 12, "month");
        let (count, unit) = if days.is_multiple_of(7) { (days / 7, "week") } else { (days, "day") };
        part(count, unit);
        if parts.is_empty() { "no time".to_owned() } else { parts.join(" ") }
    }

    /// Whether it runs back in time.
    #[must_use]
    pub fn is_backwards(self) -> bool {
        (self.months, self.days) < (0, 0)
    }
}

/// The most months or days that a part of a period may have.
const MOST: i32 = 10_000_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read() {
        assert_eq!(Period::parse("-P1M"), Ok(Period { months: -1, days: 0 }));
        assert_eq!(Period::parse("P1Y2M3W4D"), Ok(Period { months: 14, days: 25 }));
        for bad in ["", "P", "1M", "P1", "PM", "P1D1M", "P1M1M", "PT1H", "P99999999999Y", "P1 M", "--P1M"] {
            assert_eq!(Period::parse(bad), Err(PeriodError), "{bad}");
        }
    }
}
