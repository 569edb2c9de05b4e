//! Days as other programs write them.

use crate::model::{Day, When};

/// A day as ISO 8601, where its year has four digits.
pub(super) fn iso_day(day: Day) -> Option<String> {
    let civil = day.civil();
    (0..=9999).contains(&civil.year).then(|| format!("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day))
}

/// The year, month and day of a date, so far as all days on which it may lie have them in common.
pub(super) fn common_parts(when: &When) -> Vec<i32> {
    let bounds = when.bounds();
    let (Some(first), Some(last)) = (bounds.start_earliest, bounds.start_latest) else { return Vec::new() };
    let (first, last) = (first.civil(), last.civil());
    if !(1..=9999).contains(&first.year) || first.year != last.year {
        return Vec::new();
    }
    let mut parts = vec![first.year];
    if first.month == last.month {
        parts.push(i32::from(first.month));
        if first.day == last.day {
            parts.push(i32::from(first.day));
        }
    }
    parts
}

/// The same as `2024`, `2024-10` or `2024-10-14`; empty where not even the year is known.
pub(super) fn common_date(when: &When) -> String {
    let parts = common_parts(when);
    let words = parts.iter().enumerate().map(
        |(place, part)| {
            if place == 0 { format!("{part:04}") } else { format!("{part:02}") }
        },
    );
    words.collect::<Vec<_>>().join("-")
}

/// Whether a date says more than [`common_date`] can: a range, an open side, a doubt.
pub(super) fn has_doubt(when: &When) -> bool {
    let bounds = when.bounds();
    bounds.start_qualified
        || bounds.end_qualified
        || bounds.start_earliest != bounds.start_latest
        || bounds.end_latest.is_none()
}
