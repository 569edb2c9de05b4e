//! What the rules found, waivers applied.

use super::problem::Problem;

/// What the rules found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// What is to be mended, in the order of the lists, records and fields.
    pub problems: Vec<Problem>,
    /// What a waiver silences, with its reason, in the same order.
    pub waived: Vec<(Problem, String)>,
}
