//! What a briefing says of itself.

use super::fields::format_struct;
use super::words::words;
use super::{Id, Marking};

words! {
    /// How far a briefing has come.
    pub enum Status {
        /// Being written.
        Draft = "Draft",
        /// With a reviewer.
        Review = "Review",
        /// Released.
        Final = "Final",
    }
}

format_struct! {
    /// A period that was searched, and in what.
    pub struct Coverage {
        /// From when, in EDTF.
        required from: String,
        /// Until when, in EDTF.
        required to: String,
        /// The sources searched.
        optional sources: Vec<Id>,
        /// What was searched for.
        optional note: String,
    }
}

format_struct! {
    /// A change of the briefing worth telling a reader.
    pub struct Revision {
        /// When, in EDTF.
        required on: String,
        /// By whom.
        optional by: String,
        /// What changed.
        optional note: String,
    }
}

format_struct! {
    /// A rule that is not applied to a record, or to some records together, and why.
    pub struct Waiver {
        /// The id of the rule.
        required rule: String,
        /// The record, as older files name it.
        optional record: Id,
        /// The record, or those that a finding is about together, such as two people of one name.
        optional records: Vec<Id>,
        /// Why.
        required reason: String,
    }
}

impl Waiver {
    /// The records that it is for, be they named in the older way or not.
    pub fn all_records(&self) -> impl Iterator<Item = &Id> {
        std::iter::once(&self.record).filter(|id| !id.is_empty()).chain(&self.records)
    }
}

format_struct! {
    /// What a merge left for a person to decide: a field that both sides changed.
    pub struct Merge {
        /// The record; none where it is about the briefing itself.
        optional record: Id,
        /// Its field.
        required field: String,
        /// The value before either change, in RON.
        optional base: String,
        /// The other side's value, in RON.
        optional theirs: String,
    }
}

format_struct! {
    /// What a briefing says of itself: all its fields but the lists of records.
    pub struct Header {
        /// Its title.
        required title: String,
        /// The version of the format.
        optional schema: Option<u32>,
        /// The question it answers.
        optional question: String,
        /// The answer, in a sentence or two.
        optional bottom_line: String,
        /// The cut-off: the last day whose information is in it, in EDTF.
        optional as_of: String,
        /// How far it has come.
        optional status: Option<Status>,
        /// Who wrote it.
        optional authors: Vec<String>,
        /// Its language, as a BCP 47 tag.
        optional lang: String,
        /// Who may see it.
        optional marking: Option<Marking>,
        /// What was searched.
        optional coverage: Vec<Coverage>,
        /// What is not known.
        optional gaps: Vec<String>,
        /// How it came to be what it is.
        optional revisions: Vec<Revision>,
        /// Rules that are not applied to a record.
        optional waivers: Vec<Waiver>,
        /// What merges left to decide.
        optional merges: Vec<Merge>,
    }
}
