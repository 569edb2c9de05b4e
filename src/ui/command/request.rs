//! What a view asks the program to do. No view does it itself.

use std::path::PathBuf;
use std::sync::Arc;

use crate::check::Problem;
use crate::edit::change::Decision;
use crate::model::{AnyRecord, Bearing, Key, Merge, Node};
use crate::present::{Chosen, Filter};

use super::draft::Draft;
use super::unsaved::Leaving;
use crate::ui::{Command, Tab};

/// What a view asks for, with all that is needed to do it.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// Do what a person can do by name.
    Do(Command),
    /// Open a file.
    OpenFile(PathBuf),
    /// Open nothing after all; what was open stays.
    CancelOpening,
    /// Go to a tab.
    GoTo(Tab),
    /// Select a record, and stay in the tab.
    Select(Key),
    /// Select a record and go to the tab that lists it.
    Show(Key),
    /// Show a record where it can be read, or changed while editing, the keys in its first field.
    Open(Key),
    /// Select nothing, so that the inspector shows the briefing.
    SelectNothing,
    /// Select rows of a table together, and show the given one of them.
    Choose(Arc<Chosen>, Option<Key>),
    /// Show the table of visits with these rows selected together.
    ChooseInTable(Arc<Chosen>, Option<Key>),
    /// Show a record and point at one of its fields.
    ShowField(Key, String),
    /// Show a source and point at one of its paragraphs.
    ShowParagraph(Key, u32),
    /// Show only what passes.
    SetFilter(Filter),
    /// Keep the filter under a name.
    SaveFilter(String),
    /// Forget a kept filter.
    ForgetFilter(String),
    /// Tell the person something.
    Tell(String),
    /// Put a text on the clipboard; the second text tells the person what it was.
    Copy(String, String),
    /// Open an address in the browser, after asking.
    OpenLink(String),
    /// Take a notice away, by its words.
    DismissNotice(String),
    /// Take the message about a file that could not be opened away.
    DismissFailure,
    /// Open an address in the browser; the person has agreed.
    Browse(String),
    /// Put an export into a file that is not there yet, or replaces one by agreement.
    Write(PathBuf, Vec<u8>, bool),
    /// Set a field; while the flag says so, what is typed next belongs to the same step.
    SetField(Draft, bool),
    /// What is typed next is another step.
    CloseStep,
    /// Undo or do again until so many steps are done.
    GoToStep(usize),
    /// Delete records; the flag says that those who cite them go too.
    Delete(Vec<Key>, bool),
    /// Make one of two actors: the kept one, the one that goes, and the fields taken from that one.
    MergeActors(Key, Key, Vec<&'static str>),
    /// Set a field of several records, in one step; a record that the value names may have to be made first.
    SetFieldOfAll(Vec<Key>, &'static str, Option<Node>, Option<AnyRecord>),
    /// Set fields of several records, in one step of this name.
    SetFields(String, Vec<(Option<Key>, &'static str, Option<Node>)>),
    /// Move records so that they stand before another of their list, or at its end.
    Reorder(Vec<Key>, Option<Key>),
    /// Make records of rows that were copied from a spreadsheet, after showing what they would be; or hold what was
    /// pasted as the words of the source that is read.
    PasteRows(String),
    /// Make these records in one step of this name, and select so many of the last.
    CreateAll(String, Vec<AnyRecord>, usize),
    /// Make a record and show its form.
    Create(AnyRecord),
    /// Say whether the first paragraph of a source after its headline is the caption of a picture.
    SetCaption(Key, bool),
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
    /// Ask for a conflicting value of a field of a record; without a field, ask for that too.
    AskConflict(Key, Option<&'static str>),
    /// Put a conflicting value down.
    RecordConflict(Box<ConflictingValue>),
    /// Ask in favour of which side a conflict is settled, and why.
    AskResolve(Key),
    /// Settle a conflict: in favour of a side, by its place, or of none; and the reason.
    Resolve(Key, Option<usize>, String),
    /// Ask why a finding is to be silent for a record.
    AskWaiver(String, Vec<Key>),
    /// Ask how to make one of two actors: the one that is kept, and the other.
    AskMerge(Key, Key),
    /// Restore what a crash left behind, by its place in the list; or throw it away.
    Restore(usize, bool),
    /// Take in what another changed in the file meanwhile.
    MergeWithFile,
    /// Make the briefing what a version was: when it was replaced, and its text.
    RestoreVersion(String, String),
    /// Save under a path, replacing what is there by agreement.
    SaveAs(PathBuf, bool),
    /// Go on with what would have lost unsaved changes: after saving them, or without them.
    Leave(Leaving, bool),
    /// Forget a recent file.
    ForgetRecent(PathBuf),
    /// Forget all recent files.
    ForgetAllRecent,
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
