//! The journal of an open briefing: what is not saved, and how much of it is on the disk.

use super::journal_writer::{Begin, Done, JournalWriter};
use super::typed_cell::TypedCell;
use crate::edit::Edit;
use crate::model::Briefing;
use crate::store::JournalFile;

/// The journal of an open briefing.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each tells of another thing that may have gone wrong")]
pub struct Autosave {
    /// What was done since the file was read or written last.
    pub log: Vec<Done>,
    /// How much of it is in the journal, or on its way.
    pub handed_over: usize,
    pub writer: Option<JournalWriter>,
    /// The writer has a journal, which goes once everything is saved.
    pub is_begun: bool,
    /// A journal that a crash left, until what it held is in this one.
    pub left: Option<JournalFile>,
    /// Nothing is kept, until something more is done.
    pub is_given_up: bool,
    /// The journal has to be begun anew, since the disk refused.
    pub is_broken: bool,
    /// The person knows that.
    pub told_of_failure: bool,
    /// What is being typed into a cell.
    pub cell: TypedCell,
}

impl Autosave {
    /// The briefing is one that a crash left.
    pub fn goes_on_from(&mut self, left: JournalFile) {
        self.left = Some(left);
    }

    pub fn is_busy(&self) -> bool {
        self.writer.as_ref().is_some_and(JournalWriter::is_busy)
    }

    /// Takes in what was done.
    pub fn take(&mut self, applied: Vec<Vec<Edit>>) {
        self.is_given_up &= applied.is_empty();
        self.log.extend(applied.into_iter().map(Done::Edits));
    }

    /// How much was done by now.
    pub fn mark(&self) -> usize {
        self.log.len()
    }

    /// All that was done up to a mark is saved: the journal goes on from there.
    pub fn saved(&mut self, mark: usize) {
        self.log.drain(..mark.min(self.log.len()));
        self.handed_over = 0;
        self.is_given_up = false;
    }

    /// The file holds something else now, from which the briefing differs as a whole.
    pub fn now_differs(&mut self, briefing: Briefing) {
        self.log = vec![Done::State(Box::new(briefing))];
        self.handed_over = 0;
        self.is_given_up = false;
    }

    /// Everything is saved.
    pub fn end(&mut self) {
        self.give_up();
        self.log.clear();
        self.is_given_up = false;
        self.told_of_failure = false;
    }

    /// What is not saved is not to come back, unless something more is done.
    pub fn give_up(&mut self) {
        if let Some(left) = self.left.take() {
            left.remove();
        }
        if let Some(writer) = self.writer.as_ref().filter(|_| self.is_begun) {
            writer.end();
        }
        self.is_begun = false;
        self.handed_over = 0;
        self.is_given_up = true;
    }

    /// Whether the disk refused, and the person does not know.
    pub fn fails(&mut self) -> bool {
        if self.writer.as_ref().is_some_and(JournalWriter::take_failure) {
            self.is_broken = true;
            return !std::mem::replace(&mut self.told_of_failure, true);
        }
        false
    }

    pub fn is_long(&self) -> bool {
        self.writer.as_ref().is_some_and(JournalWriter::is_long)
    }

    /// Hands over what is not in the journal yet; `begin` says what a journal is begun with.
    pub fn hand_over(&mut self, begin: impl FnOnce() -> Begin) {
        if self.is_given_up || self.handed_over == self.log.len() {
            return;
        }
        if self.writer.is_none() {
            self.writer = JournalWriter::new();
        }
        let Some(writer) = &self.writer else { return };
        if self.handed_over == 0 || self.is_broken {
            self.is_broken = false;
            self.is_begun = true;
            writer.begin(Begin { done: self.log.clone(), left: self.left.take(), ..begin() });
        } else {
            writer.append(self.log.get(self.handed_over..).unwrap_or_default().to_vec());
        }
        self.handed_over = self.log.len();
    }
}
