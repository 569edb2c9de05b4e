//! Opening a briefing on a thread, and what follows when it is there.

use std::sync::Arc;

use egui::Context;

use crate::document::{Document, OpenFailure, Origin};
use crate::edit;
use crate::model::RecordKind;
use crate::store::{self, RecoveryFile, SavedBase};

use super::app::App;
use super::jobs::{Job, Outcome};
use super::recovery::Keeping;
use super::settings::RecentFile;
use super::state::{Failure, OpenBriefing};
use super::widgets::Severity;

/// A briefing that is being opened.
#[derive(Debug)]
pub(super) struct Opening {
    pub(super) origin: Origin,
    /// Keep the tab, the filter and the selection: the same file is read again.
    pub(super) again: bool,
    pub(super) job: Job<Result<Document, OpenFailure>>,
    /// The copy that a crash left, and what the file holds, where that is what is opened.
    pub(super) restored: Option<(RecoveryFile, Option<String>)>,
}

impl App {
    /// Begins to open a briefing; one that was being opened is forgotten.
    pub(super) fn begin_opening(&mut self, ctx: &Context, origin: Origin, again: bool) {
        let of_job = origin.clone();
        let job = Job::begin(ctx, "open briefing", move || Document::open(&of_job));
        match job {
            Some(job) => self.state.opening = Some(Opening { origin, again, job, restored: None }),
            None => self.notify(ctx, Severity::Error, "The system gives no thread to open the file with; try again"),
        }
    }

    /// Looks whether the briefing that is being opened is there.
    pub(super) fn poll_opening(&mut self, ctx: &Context) {
        let Some(Opening { origin, again, job, restored }) = self.state.opening.take() else { return };
        match job.poll() {
            Outcome::Waiting(job) => {
                self.state.opening = Some(Opening { origin, again, job, restored });
            }
            Outcome::Done(Ok(document)) => {
                self.finish_opening(ctx, origin, document, again);
                self.take_restored(restored);
            }
            Outcome::Done(Err(failure)) => self.state.failure = Some(Failure { origin, failure }),
            Outcome::Failed => self.notify(ctx, Severity::Error, "Opening ended without a result; try again"),
        }
    }

    fn finish_opening(&mut self, ctx: &Context, origin: Origin, document: Document, again: bool) {
        let unreadable = document.briefing.unreadable.len();
        self.remember(&origin, &document);
        let is_new = origin == Origin::New;
        let revision = self.state.next_revision();
        let mut open = OpenBriefing::new(origin, Arc::new(document), revision);
        if let Some(before) = self.state.open.take().filter(|_| again) {
            open.is_editing = before.is_editing;
            open.history = before.history;
            open.filter = before.filter;
        }
        self.state.failure = None;
        open.is_editing |= is_new;
        self.state.open = Some(open);
        self.refresh_shown(ctx);
        if unreadable > 0 {
            let records = if unreadable == 1 { "1 record".to_owned() } else { format!("{unreadable} records") };
            self.notify(
                ctx,
                Severity::Error,
                &format!("{records} could not be read; see Checks. Everything else is open"),
            );
        }
    }

    /// What a crash left is open, and not saved.
    fn take_restored(&mut self, restored: Option<(RecoveryFile, Option<String>)>) {
        let (Some((file, on_disk)), Some(open)) = (restored, self.state.open.as_mut()) else { return };
        open.base = Arc::new(SavedBase::restored(&open.document.text, &open.document.briefing, on_disk));
        open.keeping = Keeping::of(file);
        open.edits = edit::History::unsaved();
        open.is_restored = true;
        open.is_editing = true;
    }

    /// The open file has another name, or is one at last.
    pub(super) fn remember_open(&mut self) {
        let Some((origin, document)) =
            self.state.open.as_ref().map(|open| (open.origin.clone(), Arc::clone(&open.document)))
        else {
            return;
        };
        self.remember(&origin, &document);
    }

    fn remember(&mut self, origin: &Origin, document: &Document) {
        let settings = &mut self.state.settings;
        settings.started_before = true;
        settings.last_file = origin.path().map(std::path::Path::to_owned);
        if let Origin::File(path) = origin {
            settings.remember(RecentFile {
                path: path.clone(),
                title: document.title().to_owned(),
                visits: document.briefing.count(RecordKind::Visit),
                opened: store::today(),
            });
        }
        self.write_settings();
    }
}
