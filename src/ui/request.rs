//! What a view asks the program to do. No view does it itself.

use std::path::PathBuf;

use crate::model::Key;
use crate::present::Filter;

use super::{Command, Tab};

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
    /// Select nothing, so that the inspector shows the briefing.
    SelectNothing,
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
    /// Put a text on the clipboard; the second text tells the person what it was.
    Copy(String, String),
    /// Open an address in the browser, after asking.
    OpenLink(String),
    /// Take the message about a file that could not be opened away.
    DismissFailure,
    /// Open an address in the browser; the person has agreed.
    Browse(String),
    /// Put an export into a file that is not there yet, or replaces one by agreement.
    Write(PathBuf, Vec<u8>, bool),
    /// Forget a recent file.
    ForgetRecent(PathBuf),
    /// Forget all recent files.
    ForgetAllRecent,
}
