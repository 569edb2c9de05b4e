//! What is not saved is kept aside within two seconds; what a crash left behind is offered on the next start.

use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use super::app::App;
use super::jobs::{Job, Outcome};
use super::opening::Opening;
use super::widgets::Severity;
use crate::document::{Document, Origin};
use crate::edit::difference;
use crate::export::differences_to_text;
use crate::store::{self, Orphan, RecoveryFile, SaveError, UnsavedHead};

/// So long after a change it is kept, in seconds; with the writing it has to stay within two.
const KEEP_AFTER_SECONDS: f64 = 1.0;

/// The copy of what is not saved.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    file: Option<Arc<RecoveryFile>>,
    /// What was kept last.
    kept: Option<Arc<Document>>,
    due: Option<f64>,
    job: Option<Job<Result<(), SaveError>>>,
    has_failed: bool,
}

/// What a crash left behind, and what restoring it would change.
#[derive(Debug)]
pub(super) struct LeftBehind {
    pub(super) orphan: Orphan,
    pub(super) changes: String,
}

/// Of a larger text the changes are not worked out before it is restored, in bytes.
const MOST_COMPARED: usize = 1024 * 1024;
/// How many changes are told.
const MOST_LINES: usize = 8;

impl LeftBehind {
    pub(super) fn new(orphan: Orphan) -> Self {
        let on_disk = orphan.head.document.as_ref().and_then(|path| store::read_file(path).ok());
        let is_small = orphan.text.len() <= MOST_COMPARED;
        let both = on_disk.filter(|_| is_small).and_then(|on_disk| {
            Some((store::load(on_disk).ok()?.briefing, store::load(orphan.text.clone()).ok()?.briefing))
        });
        let changes = match both {
            Some((before, after)) => shortened(&differences_to_text(&difference(&before, &after))),
            None => format!("{} lines, not compared with a file", orphan.text.lines().count()),
        };
        Self { orphan, changes }
    }
}

fn shortened(text: &str) -> String {
    let count = text.lines().count();
    let mut lines: Vec<String> = text.lines().take(MOST_LINES).map(|line| line.chars().take(160).collect()).collect();
    if count > MOST_LINES {
        lines.push(format!("and {} more", count - MOST_LINES));
    }
    if count == 0 {
        lines.push("The same as in the file".to_owned());
    }
    lines.join("\n")
}

impl Keeping {
    /// Goes on with the copy that a crash left.
    pub(super) fn of(file: RecoveryFile) -> Self {
        Self { file: Some(Arc::new(file)), ..Self::default() }
    }

    /// Everything is saved, or was given up.
    pub(super) fn end(&mut self) {
        if let Some(file) = self.file.take() {
            file.remove();
        }
        *self = Self::default();
    }
}

impl App {
    /// Keeps what is not saved, once it is time.
    pub(super) fn keep_unsaved(&mut self, ctx: &Context) {
        let Some(open) = self.state.open.as_mut() else { return };
        let is_unsaved = open.is_unsaved();
        let keeping = &mut open.keeping;
        if let Some(job) = keeping.job.take() {
            match job.poll() {
                Outcome::Waiting(job) => {
                    keeping.job = Some(job);
                    return;
                }
                Outcome::Done(Ok(())) => keeping.has_failed = false,
                Outcome::Done(Err(_)) | Outcome::Failed if !keeping.has_failed => {
                    keeping.has_failed = true;
                    self.notify(
                        ctx,
                        Severity::Warning,
                        "What is not saved cannot be kept aside for a crash; save often",
                    );
                    return;
                }
                Outcome::Done(Err(_)) | Outcome::Failed => {}
            }
        }
        if !is_unsaved {
            keeping.end();
            return;
        }
        if keeping.kept.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, &open.document)) {
            return;
        }
        let now = ctx.input(|input| input.time);
        let due = *keeping.due.get_or_insert(now + KEEP_AFTER_SECONDS);
        if now < due {
            ctx.request_repaint_after(Duration::from_secs_f64(due - now));
            return;
        }
        if keeping.file.is_none() {
            keeping.file = self.recovery.begin(open.origin.path()).map(Arc::new);
        }
        let Some(file) = keeping.file.clone() else { return };
        let (base, document) = (Arc::clone(&open.base), Arc::clone(&open.document));
        let origin = open.origin.path().map(std::path::Path::to_owned);
        keeping.due = None;
        keeping.kept = Some(Arc::clone(&document));
        keeping.job = Job::begin(ctx, "keep what is not saved", move || {
            let head = UnsavedHead {
                document: origin,
                base: store::content_hash(base.on_disk()),
                title: document.title().to_owned(),
                kept: format!("{} {}", store::today(), store::time_of_day()),
            };
            file.keep(&head, &base.text_of(&document.briefing))
        });
    }

    /// Opens what a crash left behind, unsaved; a document that changed since gets another name.
    pub(super) fn restore(&mut self, ctx: &Context, orphan: Orphan) {
        let Orphan { head, text, file } = orphan;
        let on_disk = head.document.as_ref().and_then(|path| store::read_file(path).ok());
        let is_same = on_disk.as_ref().is_some_and(|on_disk| store::content_hash(on_disk) == head.base);
        let origin = match head.document.filter(|_| is_same) {
            Some(path) => Origin::File(path),
            None => Origin::New,
        };
        if on_disk.is_some() && !is_same {
            let words = "The file changed since; what was not saved is open beside it, to be saved under another name";
            self.notify(ctx, Severity::Warning, words);
        }
        let job = Job::begin(ctx, "restore", move || Document::from_text(text));
        match job {
            Some(job) => {
                let restored = Some((file, on_disk.filter(|_| is_same)));
                self.state.opening = Some(Opening { origin, again: false, job, restored });
            }
            None => self.notify(ctx, Severity::Error, "The system gives no thread to open the file with; try again"),
        }
    }
}
