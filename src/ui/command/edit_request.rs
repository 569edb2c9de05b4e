//! What a view asks for that changes the briefing.

use super::draft::Draft;
use crate::check::Problem;
use crate::edit::change::{Article, Citing, Decision, MergeChoice};
use crate::model::{AnyRecord, Bearing, Key, Merge, Node};

/// What a view asks for that changes the briefing, each in one step.
#[derive(Debug, Clone, PartialEq)]
pub enum EditRequest {
    /// Set a field.
    SetField(Draft),
    /// Set a field to what is typed so far; what is typed next belongs to the same step.
    SetFieldWhileTyping(Draft),
    /// What is typed next is another step.
    CloseStep,
    /// Undo or do again until so many steps are done.
    GoToStep(usize),
    /// Delete records.
    Delete(Vec<Key>, Citing),
    /// Make one of two records of a kind: the kept one, the one that goes, and how.
    Merge(Key, Key, MergeChoice),
    /// Set a field of several records, in one step; a record that the value names may have to be made first.
    SetFieldOfAll(Vec<Key>, &'static str, Option<Node>, Option<AnyRecord>),
    /// Set fields of several records, or of the briefing, in one step of this name.
    SetFields(String, Vec<(Option<Key>, &'static str, Option<Node>)>),
    /// Move records so that they stand before another of their list, or at its end.
    Reorder(Vec<Key>, Option<Key>),
    /// Make records in one step, and add to others what belongs to them.
    CreateAll(NewRecords),
    /// Make a record and show its form.
    Create(AnyRecord),
    /// Make a role of an actor, to be filled in within the actor's form.
    AddRole(Key),
    /// Hold an article as a source of the open briefing.
    HoldArticle(Box<Article>),
    /// Say what the first paragraph of a source after its headline is.
    SetFirstParagraph(Key, FirstParagraph),
    /// Add a waiver: rule, record, reason.
    Waive(String, Vec<Key>, String),
    /// Decide what a merge left open.
    Decide(Merge, Decision),
    /// Mend a finding by its remedy.
    Repair(Box<Problem>),
    /// Mend all findings of a rule whose remedies lose nothing.
    RepairAll(&'static str),
    /// Say what records mean for a judgement.
    SetBearing(Key, Vec<Key>, Bearing),
    /// The same for records that are shown elsewhere: it is told.
    CountEvidence(Key, Vec<Key>, Bearing),
    /// Put a conflicting value down.
    RecordConflict(Box<ConflictingValue>),
    /// Settle a conflict: in favour of a side, by its place, or of none; and the reason.
    Resolve(Key, Option<usize>, String),
}

/// Records that are made in one step.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRecords {
    /// What the step is called.
    pub label: String,
    /// The records.
    pub records: Vec<AnyRecord>,
    /// How many of the last are selected.
    pub shown: usize,
    /// Records that are there, and what is added to them.
    pub additions: Vec<(Key, AnyRecord)>,
}

impl NewRecords {
    /// Records alone.
    pub const fn all(label: String, records: Vec<AnyRecord>, shown: usize) -> Self {
        Self { label, records, shown, additions: Vec::new() }
    }

    /// The same, with what is added to records that are there.
    pub fn with_additions(self, additions: Vec<(Key, AnyRecord)>) -> Self {
        Self { additions, ..self }
    }
}

/// A value of a field that another source gives.
#[derive(Debug, Clone, PartialEq)]
pub struct ConflictingValue {
    /// The record.
    pub key: Key,
    /// Its field.
    pub field: &'static str,
    /// Where the value stands that the field has.
    pub own_cite: Option<Node>,
    /// What the other source says.
    pub other: Node,
    /// Where it says so.
    pub other_cite: Option<Node>,
}

/// What the first paragraph of a source after its headline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstParagraph {
    /// Of its text.
    Text,
    /// What stands under a picture.
    Caption,
}
