//! What was done and can be undone, what was undone and can be done again.

use std::sync::Arc;

use super::change::Change;
use super::jump::{Jump, Jumped};
use super::prepared::Prepared;
use super::step::{Edit, Step, apply_all};
use crate::model::{Briefing, Key};

/// A step as the list of them shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What it did.
    pub label: String,
    /// Whether it is done at present.
    pub is_done: bool,
}

/// All steps since the briefing was opened. Unlimited: steps share what did not change.
#[derive(Debug, Default)]
pub struct History {
    done: Vec<Arc<Step>>,
    undone: Vec<Arc<Step>>,
    /// The last step may still grow: what is typed into one field is one step.
    is_open: bool,
    /// How many steps were done when the file was last written; `None` where that state can no longer be reached.
    saved_at: Option<usize>,
    /// What was carried out since that was asked for last: each time steps were made, undone or done again.
    applied: Vec<Vec<Edit>>,
}

impl History {
    /// The history of a briefing that is as its file has it.
    #[must_use]
    pub fn new() -> Self {
        Self { saved_at: Some(0), ..Self::default() }
    }

    /// Carries a change out as one step; `false`, and nothing done, where what it is about is no longer there.
    ///
    /// While `stays_open`, a further change of the same field grows the step instead of making another.
    pub fn make(&mut self, change: Change, briefing: &mut Briefing, stays_open: bool) -> bool {
        let grows = self.is_open && stays_open && self.undone.is_empty() && self.saved_at != Some(self.done.len());
        let Some(backward) = apply_all(&change.edits, briefing) else { return false };
        self.applied.push(change.edits.clone());
        let step = Step { label: change.label, forward: change.edits, backward, focus: change.focus };
        let last = self.done.last_mut().filter(|last| grows && last.focus == step.focus && is_one_field(last, &step));
        match last {
            Some(last) => Arc::make_mut(last).forward = step.forward,
            None => self.push(step),
        }
        self.is_open = stays_open;
        true
    }

    /// Takes in a change that was carried out on a snapshot of what the briefing still is; gives the briefing after it.
    pub fn take_prepared(&mut self, prepared: Prepared) -> Briefing {
        self.applied.push(prepared.applied);
        self.push(prepared.step);
        self.is_open = false;
        prepared.briefing
    }

    fn push(&mut self, step: Step) {
        if self.saved_at.is_some_and(|saved| saved > self.done.len()) {
            self.saved_at = None;
        }
        self.undone.clear();
        self.done.push(Arc::new(step));
    }

    /// What is typed from now on is another step.
    pub fn close_step(&mut self) {
        self.is_open = false;
    }

    /// The jump to the state after so many steps, to be made on a snapshot of what the briefing still is.
    #[must_use]
    pub fn jump_to(&self, done: usize) -> Jump {
        let is_back = done < self.done.len();
        let (steps, count) = if is_back {
            (&self.done, self.done.len() - done)
        } else {
            (&self.undone, (done - self.done.len()).min(self.undone.len()))
        };
        Jump::new(steps.iter().rev().take(count).map(Arc::clone).collect(), is_back)
    }

    /// Takes in a jump that was made; gives the briefing after it, and where to look.
    pub fn take_jumped(&mut self, jumped: Jumped) -> (Briefing, Option<(Key, &'static str)>) {
        self.is_open = false;
        let (from, to) =
            if jumped.is_back { (&mut self.done, &mut self.undone) } else { (&mut self.undone, &mut self.done) };
        from.truncate(from.len().saturating_sub(jumped.steps.len()));
        let focus = jumped.steps.last().and_then(|step| step.focus);
        to.extend(jumped.steps);
        self.applied.extend(jumped.applied);
        (jumped.briefing, focus)
    }

    /// Undoes the last step; gives it back.
    pub fn undo(&mut self, briefing: &mut Briefing) -> Option<&Step> {
        self.go_to(self.done.len().checked_sub(1)?, briefing);
        self.undone.last().map(|step| &**step)
    }

    /// Does the last undone step again; gives it back.
    pub fn redo(&mut self, briefing: &mut Briefing) -> Option<&Step> {
        self.undone.last()?;
        self.go_to(self.done.len() + 1, briefing);
        self.done.last().map(|step| &**step)
    }

    /// Undoes or does again until so many steps are done, as far as there are so many; gives back where to look.
    pub fn go_to(&mut self, done: usize, briefing: &mut Briefing) -> Option<(Key, &'static str)> {
        let (after, focus) = self.take_jumped(self.jump_to(done).made_on(briefing));
        *briefing = after;
        focus
    }

    /// What the next undo would undo.
    #[must_use]
    pub fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|step| step.label.as_str())
    }

    /// The record that the last step made, where it did nothing else.
    #[must_use]
    pub fn made_last(&self) -> Option<Key> {
        match self.done.last()?.forward.as_slice() {
            [Edit::Insert { key, .. }] => Some(*key),
            _ => None,
        }
    }

    /// What the next redo would do.
    #[must_use]
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|step| step.label.as_str())
    }

    /// How many steps are done.
    #[must_use]
    pub fn count_done(&self) -> usize {
        self.done.len()
    }

    /// All steps, the first done first.
    #[must_use]
    pub fn steps(&self) -> Vec<Told> {
        let told = |step: &Arc<Step>, is_done| Told { label: step.label.clone(), is_done };
        let done = self.done.iter().map(|step| told(step, true));
        done.chain(self.undone.iter().rev().map(|step| told(step, false))).collect()
    }

    /// Whether the briefing differs from what was written last.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.saved_at != Some(self.done.len())
    }

    /// The file holds something else than any state that steps lead to.
    pub fn forget_saved(&mut self) {
        self.saved_at = None;
        self.is_open = false;
    }

    /// What was carried out since this was asked last, in order: what a journal has to say to follow.
    pub fn take_applied(&mut self) -> Vec<Vec<Edit>> {
        std::mem::take(&mut self.applied)
    }

    /// The state after so many steps was written.
    pub fn mark_saved(&mut self, done: usize) {
        self.saved_at = Some(done);
        self.is_open = false;
    }
}

/// Whether two steps replace the same one thing.
fn is_one_field(a: &Step, b: &Step) -> bool {
    match (a.forward.as_slice(), b.forward.as_slice()) {
        ([Edit::Arrange { .. }], _) => false,
        ([a], [b]) => std::mem::discriminant(a) == std::mem::discriminant(b) && a.key() == b.key(),
        _ => false,
    }
}
