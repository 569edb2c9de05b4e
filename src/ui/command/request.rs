//! What a view asks the program to do. No view does it itself.

use std::path::PathBuf;
use std::sync::Arc;

use crate::edit::change::Article;
use crate::export::CopiedNote;
use crate::import::Mapping;
use crate::model::{Key, RecordKind};
use crate::present::chart::Period;
use crate::present::{Chosen, Filter};

use super::edit_request::EditRequest;
use super::proposal_request::ProposalRequest;
use super::setting_request::SettingRequest;
use super::tab::Tab;
use super::table::Command;
use super::tour_move::TourMove;
use super::unsaved::Leaving;

/// What becomes of a file that stands already where one is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Keep,
    /// It is replaced; the person has agreed.
    Replace,
}

/// What a view asks for, with all that is needed to do it.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// Do what a person can do by name.
    Do(Command),
    /// Change the briefing.
    Edit(EditRequest),
    /// Go on with the proposals of an article.
    Propose(ProposalRequest),
    /// Open a file.
    OpenFile(PathBuf),
    /// Begin a briefing with an article.
    BeginArticle(Box<Article>),
    /// Show what a text would be as rows.
    ReadAsRows(String),
    /// Take the note over the sample away.
    CloseSampleBanner,
    /// Open nothing after all; what was open stays.
    CancelOpening,
    /// Make no change after all of many records that is being worked out.
    CancelChange,
    /// Go to a tab.
    GoTo(Tab),
    /// Select a record, and stay in the tab.
    Select(Key),
    /// Look at a stretch of time of the chart, or no longer at any.
    LookAtPeriod(Option<Arc<Period>>),
    /// Select a record and go to the tab that lists it.
    Show(Key),
    /// Show a record where it can be read, or changed while editing, the keys in its first field.
    Open(Key),
    /// Show the form of the briefing itself, starting editing where need be, the keys in the field of this name.
    OpenBriefingField(&'static str),
    /// Show an actor where its roles are read, or changed while editing, the keys in the first of them.
    OpenRoles(Key),
    /// Delete records; where others name them, ask what becomes of those.
    AskDelete(Vec<Key>),
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
    /// Put a note on the clipboard, as HTML and as text.
    CopyNote(Box<CopiedNote>),
    /// Open an address in the browser, after asking.
    OpenLink(String),
    /// Take a notice away, by its words.
    DismissNotice(String),
    /// Take the message about a file that could not be opened away.
    DismissFailure,
    /// Open an address in the browser; the person has agreed.
    Browse(String),
    /// Make records of rows that were copied from a spreadsheet, after showing what they would be; or hold what was
    /// pasted as the words of the source that is read.
    PasteRows(String),
    /// Offer to hold an article, or to begin a briefing with it.
    OfferArticle(String),
    /// Keep what was said of the columns of a file, for files with the same heads.
    KeepMapping(Mapping),
    /// Bring in what files hold.
    ImportFiles(Vec<PathBuf>),
    /// Ask for a conflicting value of a field of a record; without a field, ask for that too.
    AskConflict(Key, Option<&'static str>),
    /// Ask in favour of which side a conflict is settled, and why.
    AskResolve(Key),
    /// Ask why a finding is to be silent for a record.
    AskWaiver(String, Vec<Key>),
    /// Ask how to make one of two records of a kind: the one that is kept, and the other.
    AskMerge(Key, Key),
    /// Tell what a field of a kind of record means; without a kind, one of the briefing itself.
    HelpOnField(Option<RecordKind>, &'static str),
    /// Tell what a rule of the checks asks.
    HelpOnRule(&'static str),
    /// Set something that is remembered.
    Set(SettingRequest),
    /// Go on, back or out of the tour.
    Tour(TourMove),
    /// Restore what a crash left behind, by its place in the list.
    Restore(usize),
    /// Throw away what a crash left behind, by its place in the list.
    ThrowAway(usize),
    /// Take in what another changed in the file meanwhile.
    MergeWithFile,
    /// Make the briefing what a version was: when it was replaced, and its text.
    RestoreVersion(String, String),
    /// Save under a path, then go on with what was to follow.
    SaveAs(PathBuf, Existing, Option<Leaving>),
    /// Save, then go on with what would have lost unsaved changes.
    SaveAndLeave(Leaving),
    /// Go on with what loses unsaved changes; the person has agreed.
    LeaveUnsaved(Leaving),
    /// Forget a recent file.
    ForgetRecent(PathBuf),
    /// Forget all recent files.
    ForgetAllRecent,
}

impl From<EditRequest> for Request {
    fn from(edit: EditRequest) -> Self {
        Self::Edit(edit)
    }
}

impl From<ProposalRequest> for Request {
    fn from(request: ProposalRequest) -> Self {
        Self::Propose(request)
    }
}
