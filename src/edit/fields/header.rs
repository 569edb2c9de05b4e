//! The fields of the header.

use super::field::{Field, Shape, field};
use super::parts::{COVERAGE, MERGE, REVISION, STATUS, WAIVER};

/// The fields of the header, in the order of a form.
pub const HEADER: &[Field] = &[
    field("title", "Title", Shape::Line),
    field("question", "Question", Shape::Prose),
    field("bottom_line", "Bottom line", Shape::Prose),
    field("as_of", "As of", Shape::Edtf),
    field("status", "Status", Shape::Word(STATUS)),
    field("authors", "Authors", Shape::Lines),
    field("lang", "Language tag", Shape::Line),
    field("marking", "Marking", Shape::Marking),
    field("coverage", "Coverage", Shape::PartsList(COVERAGE)),
    field("gaps", "Gaps", Shape::Lines),
    field("revisions", "Revisions", Shape::PartsList(REVISION)),
    field("waivers", "Waivers", Shape::PartsList(WAIVER)),
    field("merges", "Open merges", Shape::PartsList(MERGE)),
    field("schema", "Schema", Shape::Number),
];
