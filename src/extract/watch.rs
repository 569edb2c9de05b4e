//! How far the reading of a long article has come, and whether it is still wanted.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// How far the reading of an article has come; another thread may look, or stop it.
#[derive(Debug, Default)]
pub struct Watch {
    done: AtomicUsize,
    is_stopped: AtomicBool,
}

/// So many stages has a reading.
const STAGES: usize = 6;

impl Watch {
    /// A stage is done. Returns whether the reading is still wanted.
    pub(super) fn is_on_after_stage(&self) -> bool {
        self.done.fetch_add(1, Ordering::Relaxed);
        !self.is_stopped.load(Ordering::Relaxed)
    }

    /// How much of it is done, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f32 {
        (self.done.load(Ordering::Relaxed) as f32 / STAGES as f32).min(1.0)
    }

    /// Ends the reading with its next stage.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }
}
