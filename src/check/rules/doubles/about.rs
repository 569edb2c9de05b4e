//! Which findings are about records that may be one.

use super::actors::{POSSIBLE_DOUBLE, SAME_NAME};
use super::sources::SAME_SOURCE;
use super::visits::TWIN_VISITS;
use crate::check::Problem;

/// Whether a finding says that its record and others may be one.
#[must_use]
pub fn is_about_doubles(problem: &Problem) -> bool {
    [SAME_NAME.id, POSSIBLE_DOUBLE.id, TWIN_VISITS.id, SAME_SOURCE.id].contains(&problem.rule)
}
