//! Taking in what another changed in the file since it was read: on a thread, as one step; the next save writes both.

use std::sync::Arc;

use egui::Context;

use super::program::App;
use crate::ui::Request;
use crate::ui::background::{Job, Outcome};
use crate::ui::session::MERGE_NOW;
use crate::ui::session::{MergedFile, Merging};
use crate::ui::widgets::Severity;

impl App {
    /// Begins to merge with the file.
    pub(super) fn merge_with_file(&mut self, ctx: &Context) {
        self.flush_draft(ctx);
        let Some(open) = self.session.open.as_mut() else { return };
        if open.is_working() {
            open.waiting.push_back(Request::MergeWithFile);
            return;
        }
        let Some(path) = open.origin.path().map(std::path::Path::to_owned) else { return };
        if open.saving.is_some() {
            return;
        }
        let (base, document) = (Arc::clone(&open.base), Arc::clone(&open.document));
        let of_job = Arc::clone(&document);
        let job = Job::begin(ctx, "merge with the file", move || MergedFile::new(&path, &base, &of_job));
        match job {
            Some(job) => open.merging = Some(Merging { job, document }),
            None => self.notify(ctx, Severity::Error, "The system gives no thread to merge with; try again"),
        }
    }

    /// Takes in what a merge came to; where something was done meanwhile it is merged once more.
    pub(super) fn poll_merging(&mut self, ctx: &Context) {
        let Some(open) = self.session.open.as_mut() else { return };
        if open.is_working() {
            return;
        }
        let Some(Merging { job, document }) = open.merging.take() else { return };
        match job.poll() {
            Outcome::Waiting(job) => open.merging = Some(Merging { job, document }),
            Outcome::Done(_) if !Arc::ptr_eq(&document, &open.document) => self.merge_with_file(ctx),
            Outcome::Done(Some(merged)) => self.take_merged(ctx, merged),
            Outcome::Done(None) | Outcome::Failed => {
                let words = "The file cannot be read whole now; save a copy under another name";
                self.notify(ctx, Severity::Error, words);
            }
        }
    }

    fn take_merged(&mut self, ctx: &Context, merged: MergedFile) {
        let MergedFile { change, briefing, base, open: undecided } = merged;
        if self.apply(ctx, change, false).is_none() {
            return;
        }
        self.session.withdraw(MERGE_NOW);
        self.session.watching.forget();
        let Some(open) = self.session.open.as_mut() else { return };
        open.base = Arc::new(base);
        // What was done before leads to what the file held before.
        open.edits.forget_saved();
        open.edits.take_applied();
        open.autosave.now_differs(briefing);
        let words = match undecided {
            0 => "Merged with the file; save to write both".to_owned(),
            1 => "Merged; 1 thing is open, see Checks. Yours stands until you decide".to_owned(),
            open => format!("Merged; {open} things are open, see Checks. Yours stand until you decide"),
        };
        self.notify(ctx, Severity::Found, &words);
    }
}
