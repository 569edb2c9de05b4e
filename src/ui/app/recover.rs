//! What a crash left behind is looked at on the next start, told of, and restored.

use egui::Context;

use super::program::App;
use crate::document::{OpenFailure, Origin};
use crate::store::{OpenError, Orphan};
use crate::ui::background::Job;
use crate::ui::dialogs::Dialog;
use crate::ui::session::OpenBriefing;
use crate::ui::session::Opening;
use crate::ui::session::{Found, LeftBehind, left_behind, restored};
use crate::ui::widgets::Severity;

impl App {
    /// Begins to look for what crashes left behind.
    pub(super) fn look_for_left_behind(&mut self, ctx: &Context) {
        let folder = self.journals.clone();
        self.session.looking = Job::begin(ctx, "look for journals", move || left_behind(&folder));
    }

    /// Offers what crashes left behind, once it is looked at.
    pub(super) fn poll_left_behind(&mut self, ctx: &Context) {
        // Journals that cannot be looked at now are there at the next start.
        let Some(Ok(Found { left, set_aside })) = Job::take_done(&mut self.session.looking) else { return };
        for path in set_aside {
            let words = "What a crash left behind cannot be read, and nothing of it be restored; it is kept as";
            self.tell_until_taken(ctx, Severity::Warning, &format!("{words} {}", path.display()));
        }
        if !left.is_empty() {
            self.session.orphans = left;
            self.views.dialog = Some(Dialog::Recover);
        }
    }

    /// Restores what a crash left behind; what is open and not saved comes first.
    pub(super) fn restore_left_behind(&mut self, ctx: &Context, place: usize) {
        if place >= self.session.orphans.len() {
            return;
        }
        if self.session.open.as_ref().is_some_and(OpenBriefing::is_unsaved) {
            self.notify(ctx, Severity::Note, "Save or close what is open first");
            self.views.dialog = Some(Dialog::Recover);
            return;
        }
        let LeftBehind { orphan, .. } = self.session.orphans.remove(place);
        self.restore(ctx, orphan);
    }

    /// Throws away what a crash left behind.
    pub(super) fn throw_away_left_behind(&mut self, place: usize) {
        if place < self.session.orphans.len() {
            self.session.orphans.remove(place).orphan.file.remove();
        }
    }

    /// Opens what a crash left behind: the file, and what was not saved as one step.
    fn restore(&mut self, ctx: &Context, orphan: Orphan) {
        let Orphan { journal, file } = orphan;
        let origin = journal.head.document.clone().map_or(Origin::New, Origin::File);
        let work = move || match restored(&journal) {
            Ok(restored) => restored.opened(),
            Err(why) => {
                let error = OpenError::Io(std::io::Error::other(why));
                Err(OpenFailure { error, lines: Vec::new() })
            }
        };
        match Job::begin(ctx, "restore", work) {
            Some(job) => {
                self.session.opening = Some(Opening { origin, job, done_before: self.count_done(), left: Some(file) });
            }
            None => self.notify(ctx, Severity::Error, "The system gives no thread to open the file with; try again"),
        }
    }
}
