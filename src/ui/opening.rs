//! Opening a briefing on a thread, and what follows when it is there.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::Context;

use crate::document::{Document, OpenFailure, Origin};
use crate::edit::{Change, keys_met};
use crate::model::{Key, RecordKind, plural};
use crate::present::what_changed;
use crate::store::{self, JournalFile};

use super::app::App;
use super::background::{Job, Outcome};
use super::session::settings::RecentFile;
use super::state::{Failure, OpenBriefing};
use super::watching::MERGE_NOW;
use super::widgets::Severity;

/// A briefing that is being opened.
#[derive(Debug)]
pub(super) struct Opening {
    pub(super) origin: Origin,
    /// Keep the tab, the filter and the selection: the same file is read again.
    pub(super) again: bool,
    pub(super) job: Job<Result<Opened, OpenFailure>>,
    /// The journal that a crash left, where what it holds is what is opened.
    pub(super) left: Option<JournalFile>,
}

/// A briefing as it was opened.
#[derive(Debug)]
pub(super) struct Opened {
    origin: Origin,
    document: Document,
    /// The step that brings back what was not saved.
    change: Option<Change>,
    /// What is different where the same file was read before.
    again: Option<Again>,
}

/// What is different in a file that was read before.
#[derive(Debug)]
struct Again {
    /// In words.
    told: String,
    /// Which record is which.
    keys: BTreeMap<Key, Key>,
}

impl Opened {
    pub(super) fn new(origin: Origin, document: Document) -> Self {
        Self { origin, document, change: None, again: None }
    }

    /// What was not saved comes back by a change.
    pub(super) fn with(self, change: Change) -> Self {
        Self { change: Some(change), ..self }
    }

    fn after(self, before: &Document) -> Self {
        let told = what_changed(&before.reader(), &self.document.reader());
        let keys = keys_met(&before.briefing, &self.document.briefing);
        Self { again: Some(Again { told, keys }), ..self }
    }
}

impl App {
    /// Begins to open a briefing; one that was being opened is forgotten.
    pub(super) fn begin_opening(&mut self, ctx: &Context, origin: Origin, again: bool) {
        let of_job = origin.clone();
        let before = self.state.open.as_ref().filter(|_| again).map(|open| Arc::clone(&open.document));
        let job = Job::begin(ctx, "open briefing", move || {
            if let Some(path) = of_job.path() {
                store::sweep_beside(path);
            }
            let opened = Opened::new(of_job.clone(), Document::open(&of_job)?);
            Ok(match before {
                Some(before) => opened.after(&before),
                None => opened,
            })
        });
        match job {
            Some(job) => self.state.opening = Some(Opening { origin, again, job, left: None }),
            None => self.notify(ctx, Severity::Error, "The system gives no thread to open the file with; try again"),
        }
    }

    /// Looks whether the briefing that is being opened is there.
    pub(super) fn poll_opening(&mut self, ctx: &Context) {
        let Some(Opening { origin, again, job, left }) = self.state.opening.take() else { return };
        match job.poll() {
            Outcome::Waiting(job) => {
                self.state.opening = Some(Opening { origin, again, job, left });
            }
            Outcome::Done(Ok(opened)) => self.finish_opening(ctx, opened, left),
            Outcome::Done(Err(failure)) => self.state.failure = Some(Failure { origin, failure }),
            Outcome::Failed => self.notify(ctx, Severity::Error, "Opening ended without a result; try again"),
        }
    }

    fn finish_opening(&mut self, ctx: &Context, opened: Opened, left: Option<JournalFile>) {
        let Opened { origin, document, change, again } = opened;
        let unreadable = document.briefing.unreadable.len();
        self.remember(&origin, &document);
        let is_new = origin == Origin::New;
        let revision = self.state.next_revision();
        let mut open = OpenBriefing::new(origin, Arc::new(document), revision);
        if let (Some(before), Some(again)) = (self.state.open.take(), &again) {
            open.is_editing = before.is_editing;
            open.history = before.history;
            open.history.follow(&again.keys);
            open.filter = before.filter;
        }
        self.state.failure = None;
        self.state.watching.forget();
        self.state.notices.retain(|notice| notice.offers != Some(MERGE_NOW));
        open.is_editing |= is_new;
        self.state.open = Some(open);
        self.refresh_shown(ctx);
        if let Some(Again { told, .. }) = again.filter(|again| !again.told.is_empty()) {
            self.notify(ctx, Severity::Note, &format!("Read again from the disk: {told}"));
        }
        if let Some(left) = left {
            self.take_restored(ctx, change, left);
        }
        if unreadable > 0 {
            let records = plural(unreadable, "record");
            self.notify(
                ctx,
                Severity::Error,
                &format!("{records} could not be read; see Checks. Everything else is open"),
            );
        }
    }

    /// What a crash left is open, and not saved.
    fn take_restored(&mut self, ctx: &Context, change: Option<Change>, left: JournalFile) {
        let Some(open) = self.state.open.as_mut() else { return };
        open.keeping.goes_on_from(left);
        open.is_editing = true;
        if let Some(change) = change {
            self.apply(ctx, change, false);
        }
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
