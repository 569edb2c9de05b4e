//! The first and the last day of the made-up world.

use super::who::FIRST_YEAR;
use crate::model::Day;

/// The cut-off of the made-up briefing.
pub(super) const AS_OF: &str = "2025-01-31";

/// The cut-off as a day.
pub(super) fn last_day() -> Day {
    // 2025-01-31.
    Day(20_119)
}

/// The first day of the made-up world.
pub(super) fn first_day() -> Day {
    Day::from_civil(i64::from(FIRST_YEAR), 1, 1).unwrap_or(Day(0))
}
