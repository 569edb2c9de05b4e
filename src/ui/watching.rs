//! A file that another program changes: its folder is watched, and it is looked at whenever the window comes to the
//! front too. Events only wake the window; the content decides.
//!
//! A briefing without unsaved changes is read again, its selection kept. One with unsaved changes stays, and a notice
//! offers to merge.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use egui::Context;

use super::Command;
use super::app::App;
use super::background::{Job, Outcome};
use super::state::Offer;
use super::widgets::Severity;
use crate::document::Origin;
use crate::index::{Index, Reader};
use crate::present::what_changed;
use crate::store::{self, FileWatch, SavedBase};

/// So long after an event the file is looked at, in seconds: who writes it may not be done.
const SETTLED_SECONDS: f64 = 0.2;

/// What the notice offers.
pub(super) const MERGE_NOW: Offer = Offer { command: Command::MergeWithFile, words: "Merge now" };

/// Whether the file still holds what was read.
#[derive(Debug, Default)]
pub(super) struct Watching {
    was_focused: bool,
    /// The file whose folder is watched, or is to be.
    path: Option<PathBuf>,
    beginning: Option<Job<Option<FileWatch>>>,
    watch: Option<FileWatch>,
    /// Something happened to the file.
    is_told: Arc<AtomicBool>,
    /// When it is looked at, in the window's time in seconds.
    due: Option<f64>,
    job: Option<Job<Seen>>,
    has_changed: bool,
}

/// What the file holds.
#[derive(Debug)]
enum Seen {
    /// What was read or written last, or nothing that can be read.
    Same,
    /// Something else, and how it differs.
    Changed(String),
}

impl Seen {
    fn new(path: &Path, base: &SavedBase) -> Self {
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
    pub(super) fn is_busy(&self) -> bool {
        self.job.is_some() || self.beginning.is_some() || self.due.is_some() || self.is_told.load(Ordering::SeqCst)
    }

    /// Whether another changed the file, as far as is known.
    pub(super) fn has_changed(&self) -> bool {
        self.has_changed
    }

    /// What the file holds now is known.
    pub(super) fn forget(&mut self) {
        self.has_changed = false;
    }

    /// Watches the folder of a file, from now on.
    fn follow(&mut self, ctx: &Context, path: &Path) {
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
    fn is_time(&mut self, ctx: &Context, comes: bool) -> bool {
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

impl App {
    /// Looks at the file once something happened to it, or the window comes to the front.
    pub(super) fn watch(&mut self, ctx: &Context) {
        let is_focused = ctx.input(|input| input.focused);
        let watching = &mut self.state.watching;
        let comes = is_focused && !std::mem::replace(&mut watching.was_focused, is_focused);
        let of_file = self.state.open.as_ref().and_then(|open| Some((open, open.origin.path()?.to_owned())));
        let Some((open, path)) = of_file else {
            *watching = Watching { was_focused: watching.was_focused, ..Watching::default() };
            return;
        };
        watching.follow(ctx, &path);
        if let Some(job) = watching.job.take() {
            match job.poll() {
                Outcome::Waiting(job) => watching.job = Some(job),
                Outcome::Done(Seen::Changed(how)) => self.tell_of_change(ctx, path, &how),
                Outcome::Done(Seen::Same) | Outcome::Failed => watching.has_changed = false,
            }
            return;
        }
        // While it is written or read, what it holds is about to be known.
        let is_between = open.saving.is_none() && open.merging.is_none() && self.state.opening.is_none();
        if watching.is_time(ctx, comes) && is_between {
            watching.due = None;
            let base = Arc::clone(&open.base);
            watching.job = Job::begin(ctx, "look at the file", move || Seen::new(&path, &base));
        }
    }

    fn tell_of_change(&mut self, ctx: &Context, path: PathBuf, how: &str) {
        let Some(open) = self.state.open.as_ref() else { return };
        if open.saving.is_some() || open.merging.is_some() || self.state.opening.is_some() {
            return;
        }
        if !open.is_unsaved() {
            self.begin_opening(ctx, Origin::File(path), true);
            return;
        }
        self.state.watching.has_changed = true;
        let how = if how.is_empty() { String::new() } else { format!(": {how}") };
        self.offer(ctx, Severity::Warning, &format!("The file changed on the disk{how}"), MERGE_NOW);
    }
}
