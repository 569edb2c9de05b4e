//! What a crash left behind is looked at on the next start, told of, and restored.

use egui::Context;

use super::app::App;
use super::background::{Job, Outcome};
use super::dialogs::Dialog;
use super::opening::{Opened, Opening};
use super::widgets::Severity;
use crate::document::{Document, OpenFailure, Origin};
use crate::edit::{change, difference, replayed, three_way, with_keys_of};
use crate::export::differences_to_text;
use crate::model::Briefing;
use crate::store::{self, Journal, JournalFolder, OpenError, Orphan};

/// What a crash left behind, and what restoring it would do.
#[derive(Debug)]
pub(super) struct LeftBehind {
    pub(super) orphan: Orphan,
    /// What it would do; or why nothing of it can be restored.
    pub(super) told: Result<Told, &'static str>,
}

/// What restoring would do, for a person.
#[derive(Debug)]
pub(super) struct Told {
    /// What would come back, a line each.
    pub(super) changes: String,
    /// What else there is to know.
    pub(super) notes: Vec<String>,
}

/// How many changes are told.
const MOST_LINES: usize = 8;
/// How much of each, in characters.
const MOST_CHARS: usize = 160;

/// What a journal comes to.
struct Restored {
    origin: Origin,
    /// What the file holds, or would.
    text: String,
    before: Briefing,
    /// What is not saved, with the keys of the records of `before`.
    briefing: Briefing,
    /// How many steps are damaged, and lost.
    lost: usize,
    how: How,
}

/// How what was not saved meets the file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// As it was when it was read.
    Same,
    /// It changed since, and so many things are open.
    Merged(usize),
    /// It cannot be read whole any more.
    Apart,
}

fn restored(journal: &Journal) -> Result<Restored, &'static str> {
    let head = &journal.head;
    let on_disk = head.document.as_ref().map(|path| store::read_file(path));
    let is_gone = matches!(on_disk, None | Some(Err(OpenError::NotFound)));
    let on_disk = on_disk.and_then(Result::ok);
    let is_same = on_disk.as_ref().is_some_and(|text| store::content_hash(text) == head.base);
    let damaged = "What was changed is kept, but not from what; nothing can be restored";
    let text = journal.base.clone().or_else(|| on_disk.clone().filter(|_| is_same)).ok_or(damaged)?;
    let base = store::load(text.clone()).map_err(|_| damaged)?.briefing;
    let replayed = replayed(&base, &head.keys, journal.entries.iter().map(String::as_str)).ok_or(damaged)?;
    let lost = journal.lost + journal.entries.len() - replayed.done;
    let origin = head.document.clone().map_or(Origin::New, Origin::File);
    if is_same || is_gone {
        return Ok(Restored { origin, text, before: base, briefing: replayed.briefing, lost, how: How::Same });
    }
    let theirs = on_disk.and_then(|text| store::load(text).ok()).filter(|file| file.briefing.unreadable.is_empty());
    let Some(theirs) = theirs else {
        let briefing = replayed.briefing;
        return Ok(Restored { origin: Origin::New, text, before: base, briefing, lost, how: How::Apart });
    };
    let merged = three_way(&base, &replayed.briefing, &theirs.briefing);
    let briefing = with_keys_of(&merged.briefing, &theirs.briefing);
    let text = theirs.text.as_str().to_owned();
    Ok(Restored { origin, text, before: theirs.briefing, briefing, lost, how: How::Merged(merged.open.len()) })
}

impl Restored {
    fn is_nothing(&self) -> bool {
        self.lost == 0 && store::says_the_same(&self.before, &self.briefing)
    }

    fn told(&self) -> Told {
        let changes = shortened(&differences_to_text(&difference(&self.before, &self.briefing)));
        let how = match self.how {
            How::Same => None,
            How::Merged(0) => Some("The file changed since; both are merged".to_owned()),
            How::Merged(1) => Some("The file changed since; both are merged, and 1 thing is left to decide".to_owned()),
            How::Merged(open) => {
                Some(format!("The file changed since; both are merged, and {open} things are left to decide"))
            }
            How::Apart => Some("The file cannot be read whole now; this opens apart from it".to_owned()),
        };
        let lost = match self.lost {
            0 => None,
            1 => Some("The last step is damaged and lost".to_owned()),
            lost => Some(format!("The last {lost} steps are damaged and lost")),
        };
        Told { changes, notes: how.into_iter().chain(lost).collect() }
    }

    /// The document, and the step that brings back what was not saved.
    fn opened(self) -> Result<Opened, OpenFailure> {
        let document = Document::from_text(self.text)?;
        let label = "Restore what was not saved".to_owned();
        let change = change::become_merged(&document.reader(), &self.briefing, label);
        Ok(Opened::new(self.origin, document).with(change))
    }
}

fn shortened(text: &str) -> String {
    let count = text.lines().count();
    let mut lines: Vec<String> =
        text.lines().take(MOST_LINES).map(|line| line.chars().take(MOST_CHARS).collect()).collect();
    if count > MOST_LINES {
        lines.push(format!("and {} more", count - MOST_LINES));
    }
    if count == 0 {
        lines.push("The same as in the file".to_owned());
    }
    lines.join("\n")
}

/// What crashes left behind; what came into the file all the same is taken away.
fn left_behind(folder: &JournalFolder) -> Vec<LeftBehind> {
    let mut left = Vec::new();
    for orphan in folder.orphans() {
        match restored(&orphan.journal) {
            Ok(restored) if restored.is_nothing() => orphan.file.remove(),
            told => left.push(LeftBehind { orphan, told: told.map(|restored| restored.told()) }),
        }
    }
    left
}

impl App {
    /// Begins to look for what crashes left behind.
    pub(super) fn look_for_left_behind(&mut self, ctx: &Context) {
        let folder = self.journals.clone();
        self.state.looking = Job::begin(ctx, "look for journals", move || left_behind(&folder));
    }

    /// Offers what crashes left behind, once it is looked at.
    pub(super) fn poll_left_behind(&mut self) {
        let Some(job) = self.state.looking.take() else { return };
        match job.poll() {
            Outcome::Waiting(job) => self.state.looking = Some(job),
            Outcome::Done(left) if !left.is_empty() => {
                self.state.orphans = left;
                self.state.dialog = Some(Dialog::Recover);
            }
            // Journals that cannot be looked at now are there at the next start.
            Outcome::Done(_) | Outcome::Failed => {}
        }
    }

    /// Restores what a crash left behind, or throws it away.
    pub(super) fn decide_left_behind(&mut self, ctx: &Context, place: usize, restores: bool) {
        if place >= self.state.orphans.len() {
            return;
        }
        if restores && self.state.open.as_ref().is_some_and(super::state::OpenBriefing::is_unsaved) {
            self.notify(ctx, Severity::Note, "Save or close what is open first");
            self.state.dialog = Some(Dialog::Recover);
            return;
        }
        let LeftBehind { orphan, .. } = self.state.orphans.remove(place);
        if restores { self.restore(ctx, orphan) } else { orphan.file.remove() }
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
            Some(job) => self.state.opening = Some(Opening { origin, again: false, job, left: Some(file) }),
            None => self.notify(ctx, Severity::Error, "The system gives no thread to open the file with; try again"),
        }
    }
}
