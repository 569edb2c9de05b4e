//! Saving from a snapshot, on a thread; editing goes on meanwhile, and what was saved is known exactly.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use super::app::App;
use super::dialogs::Dialog;
use super::jobs::{Job, Outcome};
use super::leaving::Leaving;
use super::widgets::Severity;
use crate::document::Origin;
use crate::store::{self, SaveError, SavedBase};

/// A save under way.
#[derive(Debug)]
pub(super) struct Saving {
    job: Job<Result<SavedBase, SaveError>>,
    /// How many steps were done in what is being saved.
    done: usize,
    path: PathBuf,
    /// What to do once it is saved.
    then: Option<Leaving>,
}

impl App {
    /// Saves over the file, or asks where to where there is none yet.
    pub(super) fn save(&mut self, ctx: &Context, then: Option<Leaving>) {
        self.flush_draft(ctx);
        let Some(open) = self.state.open.as_mut() else { return };
        let Some(path) = open.origin.path().map(std::path::Path::to_owned) else {
            self.state.dialog = Some(Dialog::save_as(ctx, &open.origin, String::new()));
            return;
        };
        if open.saving.is_some() || open.deriving.is_some() {
            self.notify(ctx, Severity::Note, "The last change is still being worked on; save again in a moment");
            return;
        }
        let (base, document, to) = (Arc::clone(&open.base), Arc::clone(&open.document), path.clone());
        let job = Job::begin(ctx, "save", move || {
            let mut base = (*base).clone();
            store::save_over(&to, &mut base, &document.briefing).map(|()| base)
        });
        self.begin_saving(ctx, job, path, then);
    }

    /// Saves under another path, which is the briefing's file from then on.
    pub(super) fn save_as(&mut self, ctx: &Context, path: PathBuf, replace: bool) {
        self.flush_draft(ctx);
        let Some(open) = self.state.open.as_mut() else { return };
        let (base, document, to) = (Arc::clone(&open.base), Arc::clone(&open.document), path.clone());
        let job = Job::begin(ctx, "save", move || {
            let changed = base.changed(&document.briefing)?;
            let write = if replace { store::replace(&to, changed.text()) } else { store::create(&to, changed.text()) };
            write.map(|()| changed)
        });
        self.begin_saving(ctx, job, path, None);
    }

    fn begin_saving(
        &mut self,
        ctx: &Context,
        job: Option<Job<Result<SavedBase, SaveError>>>,
        path: PathBuf,
        then: Option<Leaving>,
    ) {
        let Some(open) = self.state.open.as_mut() else { return };
        match job {
            Some(job) => open.saving = Some(Saving { job, done: open.edits.count_done(), path, then }),
            None => self.notify(ctx, Severity::Error, "The system gives no thread to save with; try again"),
        }
    }

    /// Looks whether a save is done.
    pub(super) fn poll_saving(&mut self, ctx: &Context) {
        let Some(open) = self.state.open.as_mut() else { return };
        let Some(Saving { job, done, path, then }) = open.saving.take() else { return };
        match job.poll() {
            Outcome::Waiting(job) => open.saving = Some(Saving { job, done, path, then }),
            Outcome::Done(Ok(base)) => {
                open.base = Arc::new(base);
                open.edits.mark_saved(done);
                open.is_restored = false;
                open.saved = store::time_of_day();
                let is_elsewhere = open.origin.path() != Some(path.as_path());
                open.origin = Origin::File(path.clone());
                if is_elsewhere {
                    self.notify(ctx, Severity::Found, &format!("Saved to {}", path.display()));
                }
                self.remember_open();
                if let Some(leaving) = then {
                    self.go_on(ctx, leaving);
                }
            }
            Outcome::Done(Err(error)) => {
                let origin = open.origin.clone();
                self.state.dialog = Some(Dialog::save_as(ctx, &origin, format!("Not saved: {error}")));
            }
            Outcome::Failed => {
                self.notify(
                    ctx,
                    Severity::Error,
                    "Saving ended without a result; the old file is as it was. Try again",
                );
            }
        }
    }
}
