//! A briefing that is being opened.

use crate::document::{Document, OpenFailure, Origin};
use crate::edit::{Change, keys_met};
use crate::model::Key;
use crate::present::what_changed;
use crate::store::JournalFile;
use crate::ui::background::Job;
use std::collections::BTreeMap;

/// A briefing that is being opened.
#[derive(Debug)]
pub struct Opening {
    pub origin: Origin,
    /// Keep the tab, the filter and the selection: the same file is read again.
    pub again: bool,
    pub job: Job<Result<Opened, OpenFailure>>,
    /// The journal that a crash left, where what it holds is what is opened.
    pub left: Option<JournalFile>,
}

/// A briefing as it was opened.
#[derive(Debug)]
pub struct Opened {
    pub origin: Origin,
    pub document: Document,
    /// The step that brings back what was not saved.
    pub change: Option<Change>,
    /// What is different where the same file was read before.
    pub again: Option<Again>,
}

/// What is different in a file that was read before.
#[derive(Debug)]
pub struct Again {
    /// In words.
    pub told: String,
    /// Which record is which.
    pub keys: BTreeMap<Key, Key>,
}

impl Opened {
    pub fn new(origin: Origin, document: Document) -> Self {
        Self { origin, document, change: None, again: None }
    }

    /// What was not saved comes back by a change.
    pub fn with(self, change: Change) -> Self {
        Self { change: Some(change), ..self }
    }

    pub fn after(self, before: &Document) -> Self {
        let told = what_changed(&before.reader(), &self.document.reader());
        let keys = keys_met(&before.briefing, &self.document.briefing);
        Self { again: Some(Again { told, keys }), ..self }
    }
}
