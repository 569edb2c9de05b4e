//! A file that another program changes: its folder is watched, and it is looked at whenever the window comes to the
//! front too. Events only wake the window; the content decides.
//!
//! A briefing without unsaved changes is read again, its selection kept. One with unsaved changes stays, and a notice
//! offers to merge.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use super::program::App;
use crate::document::Origin;
use crate::ui::background::{Job, Outcome};
use crate::ui::session::{MERGE_NOW, Seen, Watching};
use crate::ui::widgets::Severity;

impl App {
    /// Looks at the file once something happened to it, or the window comes to the front.
    pub(super) fn watch(&mut self, ctx: &Context) {
        let is_focused = ctx.input(|input| input.focused);
        let watching = &mut self.session.watching;
        let comes = is_focused && !std::mem::replace(&mut watching.was_focused, is_focused);
        let of_file = self.session.open.as_ref().and_then(|open| Some((open, open.origin.path()?.to_owned())));
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
        let is_between = open.saving.is_none() && open.merging.is_none() && self.session.opening.is_none();
        if watching.is_time(ctx, comes) && is_between {
            watching.due = None;
            let base = Arc::clone(&open.base);
            watching.job = Job::begin(ctx, "look at the file", move || Seen::new(&path, &base));
        }
    }

    fn tell_of_change(&mut self, ctx: &Context, path: PathBuf, how: &str) {
        let Some(open) = self.session.open.as_ref() else { return };
        if open.saving.is_some() || open.merging.is_some() || self.session.opening.is_some() {
            return;
        }
        if !open.is_unsaved() {
            self.begin_opening(ctx, Origin::File(path), true);
            return;
        }
        self.session.watching.has_changed = true;
        let how = if how.is_empty() { String::new() } else { format!(": {how}") };
        self.offer(ctx, Severity::Warning, &format!("The file changed on the disk{how}"), MERGE_NOW);
    }
}
