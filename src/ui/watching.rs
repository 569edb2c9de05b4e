//! A file that another program changes: looked at by its content whenever the window comes to the front.
//!
//! A briefing without unsaved changes is read again, its selection kept. One with unsaved changes stays; its next save
//! finds the change and offers to merge.

use std::sync::Arc;

use egui::Context;

use super::app::App;
use super::jobs::{Job, Outcome};
use super::widgets::Severity;
use crate::document::Origin;

/// Whether the file still holds what was read.
#[derive(Debug, Default)]
pub(super) struct Watching {
    was_focused: bool,
    job: Option<Job<bool>>,
}

impl Watching {
    /// Whether the file is being looked at.
    pub(super) fn is_busy(&self) -> bool {
        self.job.is_some()
    }
}

impl App {
    /// Looks at the file once the window comes to the front.
    pub(super) fn watch(&mut self, ctx: &Context) {
        let is_focused = ctx.input(|input| input.focused);
        let comes = is_focused && !std::mem::replace(&mut self.state.watching.was_focused, is_focused);
        let Some(open) = self.state.open.as_ref() else { return };
        let Some(path) = open.origin.path().map(std::path::Path::to_owned) else { return };
        if let Some(job) = self.state.watching.job.take() {
            match job.poll() {
                Outcome::Waiting(job) => self.state.watching.job = Some(job),
                Outcome::Done(true) | Outcome::Failed => {}
                Outcome::Done(false) if open.is_unsaved() || open.saving.is_some() => {
                    let words = "The file changed on the disk; saving will offer to merge what the other changed";
                    self.notify(ctx, Severity::Warning, words);
                }
                Outcome::Done(false) => {
                    self.begin_opening(ctx, Origin::File(path), true);
                    self.notify(ctx, Severity::Note, "The file changed on the disk and was read again");
                }
            }
            return;
        }
        if comes && open.saving.is_none() && self.state.opening.is_none() {
            let base = Arc::clone(&open.base);
            self.state.watching.job = Job::begin(ctx, "look at the file", move || base.is_still_in(&path));
        }
    }
}
