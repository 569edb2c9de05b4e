//! A change carried out on a snapshot, on a thread, to be taken in as one step.

use super::change::Change;
use super::step::{Edit, Step, apply_all};
use crate::model::Briefing;

/// A change that was carried out on a snapshot.
#[derive(Debug)]
pub struct Prepared {
    pub(super) step: Step,
    /// The same edits, for the journal.
    pub(super) applied: Vec<Edit>,
    pub(super) briefing: Briefing,
}

impl Prepared {
    /// Carries a change out; `None` where what it is about is not there.
    #[must_use]
    pub fn new(change: Change, before: &Briefing) -> Option<Self> {
        let mut briefing = before.clone();
        let backward = apply_all(&change.edits, &mut briefing)?;
        let applied = change.edits.clone();
        let step = Step { label: change.label, forward: change.edits, backward, focus: change.focus };
        Some(Self { step, applied, briefing })
    }
}
