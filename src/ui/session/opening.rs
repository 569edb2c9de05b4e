//! A briefing that is being opened.

use crate::document::{Document, OpenFailure, Origin};
use crate::edit::{Change, keys_met};
use crate::model::Key;
use crate::present::{Shown, what_changed};
use crate::store::{JournalFile, SavedBase};
use crate::ui::background::Job;
use std::collections::BTreeMap;

/// A briefing that is being opened.
#[derive(Debug)]
pub struct Opening {
    pub origin: Origin,
    pub job: Job<Result<Opened, OpenFailure>>,
    /// How many steps were done in what was open when this began: what is unsaved of them was agreed to be lost.
    pub done_before: usize,
    /// The journal that a crash left, where what it holds is what is opened.
    pub left: Option<JournalFile>,
}

/// A briefing as it was opened.
#[derive(Debug)]
pub struct Opened {
    pub origin: Origin,
    pub document: Document,
    /// All of its records, as lists show them.
    pub shown: Shown,
    /// What its file holds.
    pub base: SavedBase,
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
    /// Works out what is shown at once; on the thread that opens, since it takes time for each record.
    pub fn new(origin: Origin, document: Document) -> Self {
        let shown = Shown::everything(&document.briefing);
        let base = SavedBase::new(&document.text, &document.briefing);
        Self { origin, document, shown, base, change: None, again: None }
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
