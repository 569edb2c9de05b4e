//! The day it is, from the system's clock; the model has none.

/// Today, as ISO 8601, in the system's time zone.
#[must_use]
pub fn today() -> String {
    jiff::ZonedDateTime::now().date().to_string()
}
