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
use crate::edit::{change, three_way, with_keys_of};
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
            self.state.dialog = Some(Dialog::save_as(&open.origin, String::new(), false));
            return;
        };
        if open.saving.is_some() || open.is_working() {
            self.notify(ctx, Severity::Note, "The last change is still being worked on; save again in a moment");
            return;
        }
        let (base, document, to) = (Arc::clone(&open.base), Arc::clone(&open.document), path.clone());
        let versions = self.versions.clone();
        let job = Job::begin(ctx, "save", move || {
            let mut changed = (*base).clone();
            store::save_over(&to, &mut changed, &document.briefing)?;
            // A version that cannot be kept is no reason to say that nothing was saved.
            drop(versions.keep(&to, &base.briefing().header.title, base.on_disk()));
            Ok(changed)
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

    /// Takes in what another changed in the file since it was read, as one step; the next save writes both.
    pub(super) fn merge_with_file(&mut self, ctx: &Context) {
        let Some(open) = self.state.open.as_mut() else { return };
        let text = open.origin.path().map(store::read_file).and_then(Result::ok);
        let loaded = text.and_then(|text| store::load(text).ok());
        let Some(theirs) = loaded.filter(|theirs| theirs.briefing.unreadable.is_empty()) else {
            self.notify(ctx, Severity::Error, "The file cannot be read whole now; save a copy under another name");
            return;
        };
        let merged = three_way(open.base.briefing(), &open.document.briefing, &theirs.briefing);
        let base = with_keys_of(&theirs.briefing, &merged.briefing);
        open.base = Arc::new(SavedBase::of(theirs.text.as_str().to_owned(), base));
        let label = "Merge with the file".to_owned();
        let change = change::become_merged(&open.document.reader(), &merged.briefing, label);
        self.apply(ctx, change, false);
        let words = match merged.open.len() {
            0 => "Merged with the file; save to write both".to_owned(),
            1 => "Merged; 1 thing is open, see Checks. Yours stands until you decide".to_owned(),
            open => format!("Merged; {open} things are open, see Checks. Yours stand until you decide"),
        };
        self.notify(ctx, Severity::Found, &words);
    }

    /// Makes the briefing what a version was, as one step.
    pub(super) fn restore_version(&mut self, ctx: &Context, kept: &str, text: String) {
        let Some(open) = self.state.open.as_mut() else { return };
        let Some(version) = store::load(text).ok().filter(|version| version.briefing.unreadable.is_empty()) else {
            self.notify(ctx, Severity::Error, "This version cannot be read whole, and is not restored");
            return;
        };
        let version = with_keys_of(&version.briefing, &open.document.briefing);
        let label = format!("Restore the version replaced {kept}");
        let change = change::become_merged(&open.document.reader(), &version, label);
        self.apply(ctx, change, false);
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
                let has_changed = matches!(error, SaveError::ChangedOnDisk);
                self.state.dialog = Some(Dialog::save_as(&origin, format!("Not saved: {error}"), has_changed));
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
