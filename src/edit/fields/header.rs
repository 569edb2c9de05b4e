//! The fields of the header.

use super::field::{Field, Shape, field};
use super::parts::{COVERAGE, MERGE, REVISION, STATUS, WAIVER};

/// The fields of the header, in the order of a form.
pub const HEADER: &[Field] = &[
    field("title", "Title", Shape::Line).usual(),
    field("question", "Question", Shape::Prose).usual(),
    field("bottom_line", "Bottom line", Shape::Prose).usual(),
    field("as_of", "As of", Shape::Edtf).usual().begins_group(),
    field("status", "Status", Shape::Word(STATUS)).usual(),
    field("authors", "Authors", Shape::Lines).usual(),
    field("lang", "Language tag", Shape::Line),
    field("marking", "Marking", Shape::Marking).usual(),
    field("coverage", "Coverage", Shape::PartsList(COVERAGE)).begins_group(),
    field("gaps", "Gaps", Shape::Lines),
    field("revisions", "Revisions", Shape::PartsList(REVISION)).begins_group(),
    field("waivers", "Waivers", Shape::PartsList(WAIVER)),
    field("merges", "Open merges", Shape::PartsList(MERGE)),
    field("schema", "Schema", Shape::Number),
];
