//! The column of a last day.

/// Not a field: the last day of a date that begins in another column.
pub(in crate::import::rows) const LAST_DAY: &str = "until";
