//! The names of months and of the days of the week, and a day in words.

use super::{Civil, Day};

/// The months as words, as short as they are usually written in British English.
pub(super) const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

/// The months as words, not shortened.
pub const MONTHS_IN_FULL: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The days of the week from Monday.
pub const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The name of a day of the week, 0 for Monday; empty for another number.
#[must_use]
pub fn weekday_name(weekday: u8) -> &'static str {
    WEEKDAYS.get(usize::from(weekday)).copied().unwrap_or_default()
}

/// The name of a month, 1–12; empty for another number.
#[must_use]
pub fn month_name(month: u8) -> &'static str {
    name_in(&MONTHS, month)
}

/// The name of a month, 1–12, not shortened; empty for another number.
#[must_use]
pub fn month_in_full(month: u8) -> &'static str {
    name_in(&MONTHS_IN_FULL, month)
}

pub(super) fn name_in(names: &[&'static str; 12], month: u8) -> &'static str {
    usize::from(month).checked_sub(1).and_then(|index| names.get(index)).copied().unwrap_or("")
}

/// A day in words: `14 Oct 2024`.
#[must_use]
pub fn display_day(day: Day) -> String {
    let Civil { year, month, day } = day.civil();
    format!("{day} {} {}", month_name(month), year_words(i64::from(year)))
}

/// A year in words: `2024`, `44 BC`, `576 AD`, `year 170000002`.
#[must_use]
pub fn year_words(year: i64) -> String {
    match year {
        ..=0 => format!("{} BC", 1_i128 - i128::from(year)),
        1..=999 => format!("{year} AD"),
        1_000..=9_999 => year.to_string(),
        _ => format!("year {year}"),
    }
}
