//! A change that may be made: its edits, and what to call it.

use crate::edit::step::{Edit, apply_all};
use crate::model::{AnyRecord, Briefing, Key};

/// A change that may be made: its edits, and what to call it.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What it does, as a person says it.
    pub label: String,
    /// Its edits, in order.
    pub edits: Vec<Edit>,
    /// The record to look at, and its field.
    pub focus: Option<(Key, &'static str)>,
}

impl Change {
    /// Whether it would change nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The briefing after it; `None` where what it is about is not there.
    #[must_use]
    pub fn applied_to(&self, briefing: &Briefing) -> Option<Briefing> {
        let mut after = briefing.clone();
        apply_all(&self.edits, &mut after)?;
        Some(after)
    }

    /// The same change under another name.
    #[must_use]
    pub fn called(self, label: String) -> Self {
        Self { label, ..self }
    }

    /// Two changes as one step, called as the first.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.edits.extend(other.edits);
        self
    }
}

/// The replacement of a record, where it is another.
pub(super) fn replacement(key: Key, before: &AnyRecord, after: AnyRecord) -> Option<Edit> {
    (*before != after).then_some(Edit::Replace { key, record: after })
}
