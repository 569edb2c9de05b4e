//! From one state of a briefing to another, over steps that are undone or done again.

use std::sync::Arc;

use super::step::{Edit, Step, apply_all};
use crate::model::Briefing;

/// Steps to be undone or done again, in this order.
#[derive(Debug, Clone)]
pub struct Jump {
    steps: Vec<Arc<Step>>,
    is_back: bool,
}

/// A jump that was made on a snapshot.
#[derive(Debug)]
pub struct Jumped {
    /// The steps as they are now, each with what leads back, in the order in which that happened.
    pub(super) steps: Vec<Arc<Step>>,
    pub(super) is_back: bool,
    /// What was carried out, for the journal.
    pub(super) applied: Vec<Vec<Edit>>,
    pub(super) briefing: Briefing,
}

impl Jump {
    pub(super) fn new(steps: Vec<Arc<Step>>, is_back: bool) -> Self {
        Self { steps, is_back }
    }

    /// How many edits have to be carried out.
    #[must_use]
    pub fn len(&self) -> usize {
        self.steps.iter().map(|step| step.leading(self.is_back).len()).sum()
    }

    /// Whether it leads nowhere.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Makes it on a snapshot. A step of which something is no longer there changes nothing.
    #[must_use]
    pub fn made_on(&self, before: &Briefing) -> Jumped {
        let mut briefing = before.clone();
        let (mut steps, mut applied) = (Vec::with_capacity(self.steps.len()), Vec::with_capacity(self.steps.len()));
        for step in &self.steps {
            let edits = step.leading(self.is_back);
            steps.push(match apply_all(edits, &mut briefing) {
                Some(leading_back) => {
                    applied.push(edits.to_vec());
                    Arc::new(step.leading_back_by(leading_back, self.is_back))
                }
                None => Arc::clone(step),
            });
        }
        Jumped { steps, is_back: self.is_back, applied, briefing }
    }
}

impl Step {
    /// What undoes it, or does it.
    fn leading(&self, is_back: bool) -> &[Edit] {
        if is_back { &self.backward } else { &self.forward }
    }

    /// The same step after it was undone, or done; what leads back from there is given.
    fn leading_back_by(&self, edits: Vec<Edit>, is_back: bool) -> Self {
        let (forward, backward) = if is_back { (edits, self.backward.clone()) } else { (self.forward.clone(), edits) };
        Self { label: self.label.clone(), forward, backward, focus: self.focus }
    }
}
