//! The day it is, from the system's clock; the model has none.

/// Today, as ISO 8601, in the system's time zone.
#[must_use]
pub fn today() -> String {
    jiff::ZonedDateTime::now().date().to_string()
}

/// The time of day, hours and minutes, in the system's time zone.
#[must_use]
pub fn time_of_day() -> String {
    let now = jiff::ZonedDateTime::now();
    format!("{:02}:{:02}", now.hour(), now.minute())
}
