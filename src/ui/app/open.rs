//! Opening a briefing on a thread, and what follows when it is there.

use std::sync::Arc;

use egui::Context;

use crate::document::{Document, Origin};
use crate::edit::Change;
use crate::edit::change::{self, Article};
use crate::model::{Key, Node, RecordKind};
use crate::present::{Filter, left_out, path_words, value_words, visible};
use crate::store::{self, JournalFile};
use crate::ui::Request;
use crate::ui::session::{Again, Opened, Opening};

use super::program::App;
use crate::ui::background::{AT_ONCE, Job, NoResult};
use crate::ui::session::Failure;
use crate::ui::session::MERGE_NOW;
use crate::ui::session::OpenBriefing;
use crate::ui::session::RecentFile;
use crate::ui::widgets::Severity;

impl App {
    /// Begins to open a briefing; one that was being opened is forgotten.
    pub(super) fn begin_opening(&mut self, ctx: &Context, origin: Origin, again: bool) {
        let of_job = origin.clone();
        let before = self.session.open.as_ref().filter(|_| again).map(|open| Arc::clone(&open.document));
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
            Some(job) => {
                self.session.opening = Some(Opening { origin, job, done_before: self.count_done(), left: None });
            }
            None => self.notify(ctx, Severity::Error, "The system gives no thread to open the file with; try again"),
        }
    }

    /// Begins a briefing that holds an article as its first source.
    pub(super) fn begin_article(&mut self, ctx: &Context, article: Article) {
        let job = Job::begin(ctx, "open article", move || {
            let document = Document::open(&Origin::New)?;
            let held = change::hold_article(&document.reader(), &article);
            let opened = Opened::new(Origin::New, document);
            Ok(match held {
                Ok(change) => opened.with(change),
                Err(_) => opened,
            })
        });
        match job {
            Some(job) => {
                self.session.opening =
                    Some(Opening { origin: Origin::New, job, done_before: self.count_done(), left: None });
            }
            None => self.notify(ctx, Severity::Error, "The system gives no thread to begin a briefing with; try again"),
        }
    }

    /// Looks whether the briefing that is being opened is there.
    pub(super) fn poll_opening(&mut self, ctx: &Context) {
        let done = Job::take_done_with(&mut self.session.opening, |opening| &opening.job);
        let Some((Opening { origin, left, done_before, .. }, done)) = done else { return };
        match done {
            Ok(Ok(opened)) => self.finish_opening(ctx, opened, left, done_before),
            Ok(Err(failure)) => self.session.failure = Some(Failure { origin, failure }),
            Err(NoResult) => self.notify(ctx, Severity::Error, "Opening ended without a result; try again"),
        }
    }

    fn finish_opening(&mut self, ctx: &Context, opened: Opened, left: Option<JournalFile>, done_before: usize) {
        if opened.again.is_some() && self.has_typed_meanwhile(ctx, done_before) {
            // What the file holds is merged with what was typed since it began to be read again.
            self.merge_with_file(ctx);
            return;
        }
        let Opened { origin, document, shown, base, change, again } = opened;
        let lost = again.as_ref().map(|again| self.typed_without_record(again)).unwrap_or_default();
        let unreadable = left_out(&document.briefing);
        self.remember(&origin, &document);
        let is_new = origin == Origin::New;
        let revision = self.session.next_revision();
        let mut open = OpenBriefing::new(origin, document, shown, base, revision);
        if let Some(mut before) = self.session.open.take() {
            if let Some(again) = &again {
                open.is_editing = before.is_editing;
                open.history = std::mem::take(&mut before.history);
                open.history.follow(&again.keys);
                open.filter = std::mem::take(&mut before.filter);
            }
            if before.document.briefing.record_count() > AT_ONCE {
                // Giving back the memory of a large briefing takes longer than a frame.
                drop(Job::begin(ctx, "let go", move || drop(before)));
            }
        }
        self.session.failure = None;
        self.views.tabs.proposals().forget();
        let typed = again.as_ref().map(|again| self.views.form.following(&again.keys));
        self.views.form = typed.unwrap_or_default();
        self.session.watching.forget();
        self.session.withdraw(MERGE_NOW);
        open.is_editing |= is_new;
        let is_filtered = open.filter != Filter::default();
        self.session.open = Some(open);
        if is_filtered {
            self.refresh_shown(ctx);
        }
        if let Some(Again { told, .. }) = again.filter(|again| !again.told.is_empty()) {
            self.notify(ctx, Severity::Note, &format!("Read again from the disk: {told}"));
        }
        for words in lost {
            self.tell_until_taken(ctx, Severity::Warning, &visible(&words));
        }
        match (left, change) {
            (Some(left), change) => self.take_restored(ctx, change, left),
            (None, Some(change)) => self.show_article(ctx, change),
            (None, None) => {}
        }
        let to_import = std::mem::take(&mut self.to_import);
        if is_new && !to_import.is_empty() {
            self.import_files(ctx, to_import);
        }
        if !unreadable.is_empty() {
            let words: Vec<String> = unreadable.into_iter().map(|left_out| left_out.words).collect();
            self.notify(ctx, Severity::Error, &format!("{}; see Checks. Everything else is open", words.join("; ")));
        }
    }

    /// What was typed and refused in records that the file has no more, in words.
    fn typed_without_record(&self, again: &Again) -> Vec<String> {
        let Some(before) = &self.session.open else { return Vec::new() };
        let reader = before.document.reader();
        let words = |(key, field, value): (Key, &str, &Node)| {
            let record = reader.record(key)?;
            let kind = record.kind();
            let said = value_words(&reader, kind, field, value);
            let (title, field) = (reader.title(&record), path_words(Some(kind), field).to_lowercase());
            Some(format!("{title} is no more in the file; typed there as {field}: “{said}”"))
        };
        self.views.form.without_record(&again.keys).into_iter().filter_map(words).collect()
    }

    /// Whether something was typed or done since the file began to be read again, what stands in a form among it.
    fn has_typed_meanwhile(&mut self, ctx: &Context, done_before: usize) -> bool {
        self.flush_draft(ctx);
        let is_another = self.count_done() != done_before;
        self.session.open.as_ref().is_some_and(|open| open.is_at_work() || is_another && open.is_unsaved())
    }

    /// The article is held, and shown to be read.
    fn show_article(&mut self, ctx: &Context, change: Change) {
        let source = change.focus;
        self.apply(ctx, change, false);
        if let Some((key, _)) = source {
            self.handle(ctx, Request::Show(key));
        }
        let told = "The article is held. Select words in it and press S for a statement, V for a visit, A for an actor";
        self.offer_reading(ctx, told);
    }

    /// What a crash left is open, and not saved.
    fn take_restored(&mut self, ctx: &Context, change: Option<Change>, left: JournalFile) {
        let Some(open) = self.session.open.as_mut() else { return };
        open.autosave.goes_on_from(left);
        open.is_editing = true;
        if let Some(change) = change {
            self.apply(ctx, change, false);
        }
    }

    /// The open file has another name, or is one at last.
    pub(super) fn remember_open(&mut self) {
        let Some((origin, document)) =
            self.session.open.as_ref().map(|open| (open.origin.clone(), Arc::clone(&open.document)))
        else {
            return;
        };
        self.remember(&origin, &document);
    }

    fn remember(&mut self, origin: &Origin, document: &Document) {
        let settings = &mut self.session.settings;
        settings.started_before = true;
        settings.last_file = origin.path().map(std::path::Path::to_owned);
        if let Origin::File(path) = origin {
            settings.remember(RecentFile {
                path: path.clone(),
                title: document.title().to_owned(),
                visits: document.briefing.count(RecordKind::Visit),
                opened: format!("{}T{}", store::today(), store::time_of_day()),
            });
        }
        self.write_settings();
    }
}
