//! The day it is, from the system's clock; the model has none.

use crate::model::{Day, parse_edtf};

/// Today, as ISO 8601, in the system's time zone.
#[must_use]
pub fn today() -> String {
    jiff::ZonedDateTime::now().date().to_string()
}

/// Today, as a day of the calendar; the first day of 1970 where the clock is beyond what the model counts.
#[must_use]
pub fn this_day() -> Day {
    parse_edtf(&today()).ok().and_then(|date| date.bounds.start_earliest).unwrap_or(Day(0))
}

/// The time of day, hours and minutes, in the system's time zone.
#[must_use]
pub fn time_of_day() -> String {
    let now = jiff::ZonedDateTime::now();
    format!("{:02}:{:02}", now.hour(), now.minute())
}
