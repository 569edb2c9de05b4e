//! Whether the file still holds what was read.

use super::notice::Offer;
use crate::index::{Index, Reader};
use crate::present::what_changed;
use crate::store::{self, FileWatch, SavedBase};
use crate::ui::Command;
use crate::ui::background::{Job, Outcome};
use egui::Context;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// So long after an event the file is looked at, in seconds: who writes it may not be done.
pub const SETTLED_SECONDS: f64 = 0.2;

/// What the notice offers.
pub const MERGE_NOW: Offer = Offer { command: Command::MergeWithFile, words: "Merge now" };

/// Whether the file still holds what was read.
#[derive(Debug, Default)]
pub struct Watching {
    pub was_focused: bool,
    /// The file whose folder is watched, or is to be.
    pub path: Option<PathBuf>,
    pub beginning: Option<Job<Option<FileWatch>>>,
    pub watch: Option<FileWatch>,
    /// Something happened to the file.
    pub is_told: Arc<AtomicBool>,
    /// When it is looked at, in the window's time in seconds.
    pub due: Option<f64>,
    pub job: Option<Job<Seen>>,
    pub has_changed: bool,
}

/// What the file holds.
#[derive(Debug)]
pub enum Seen {
    /// What was read or written last, or nothing that can be read.
    Same,
    /// Something else, and how it differs.
    Changed(String),
}

impl Seen {
    pub fn new(path: &Path, base: &SavedBase) -> Self {
        let Ok(text) = store::read_file(path) else { return Self::Same };
        if text == base.text() {
            return Self::Same;
        }
        let Ok(loaded) = store::load(text) else { return Self::Changed("it cannot be read now".to_owned()) };
        let [before, after] = [base.briefing(), &loaded.briefing].map(|briefing| (briefing, Index::build(briefing)));
        Self::Changed(what_changed(&Reader::new(before.0, &before.1), &Reader::new(after.0, &after.1)))
    }
}

impl Watching {
    /// Whether the file is being looked at, or about to be.
    pub fn is_busy(&self) -> bool {
        self.job.is_some() || self.beginning.is_some() || self.due.is_some() || self.is_told.load(Ordering::SeqCst)
    }

    /// Whether another changed the file, as far as is known.
    pub fn has_changed(&self) -> bool {
        self.has_changed
    }

    /// What the file holds now is known.
    pub fn forget(&mut self) {
        self.has_changed = false;
    }

    /// Watches the folder of a file, from now on.
    pub fn follow(&mut self, ctx: &Context, path: &Path) {
        if self.path.as_deref() != Some(path) {
            *self = Self { was_focused: self.was_focused, path: Some(path.to_owned()), ..Self::default() };
            let (of_job, is_told, woken) = (path.to_owned(), Arc::clone(&self.is_told), ctx.clone());
            let wake = move || {
                is_told.store(true, Ordering::SeqCst);
                woken.request_repaint();
            };
            self.beginning = Job::begin(ctx, "watch the folder", move || FileWatch::begin(&of_job, wake));
        }
        if let Some(job) = self.beginning.take() {
            match job.poll() {
                Outcome::Waiting(job) => self.beginning = Some(job),
                Outcome::Done(watch) => self.watch = watch,
                Outcome::Failed => {}
            }
        }
    }

    /// Whether it is time to look at the file.
    pub fn is_time(&mut self, ctx: &Context, comes: bool) -> bool {
        let now = ctx.input(|input| input.time);
        if self.is_told.swap(false, Ordering::SeqCst) {
            self.due = Some(now + SETTLED_SECONDS);
        }
        match self.due {
            _ if comes => true,
            Some(due) if now < due => {
                ctx.request_repaint_after(Duration::from_secs_f64(due - now));
                false
            }
            due => due.is_some(),
        }
    }
}
