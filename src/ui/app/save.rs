//! Saving from a snapshot, on a thread; editing goes on meanwhile, and what was saved is known exactly.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use super::program::App;
use crate::document::Origin;
use crate::edit::fields::field_label;
use crate::edit::{Refusal, change, with_keys_of};
use crate::model::Key;
use crate::store::{self, Copied, SaveError};
use crate::ui::Request;
use crate::ui::background::{Job, NoResult};
use crate::ui::command::{Existing, Leaving};
use crate::ui::dialogs::Dialog;
use crate::ui::session::Saving;
use crate::ui::widgets::Severity;

/// About so long is a record in a file, to tell from its length whether reading it takes longer than a frame.
const BYTES_A_RECORD: usize = 300;
/// So many characters of a title stand in the name of a file, which some systems allow 255 bytes.
const MOST_OF_A_NAME: usize = 60;
/// Why nothing is saved just now.
const AT_WORK: &str = "The last change is still being worked on; save again in a moment";

impl App {
    /// Saves over the file, or asks where to where there is none yet.
    pub(super) fn save(&mut self, ctx: &Context, then: Option<Leaving>) {
        self.flush_draft(ctx);
        if self.shows_unfinished(ctx) {
            return;
        }
        let Some(open) = self.session.open.as_mut() else { return };
        let Some(path) = open.origin.path().map(std::path::Path::to_owned) else {
            let origin = open.origin.clone();
            self.views.dialog = Some(Dialog::save_as(&origin, &self.proposed_path(), String::new(), false, then));
            return;
        };
        if open.is_at_work() {
            self.notify(ctx, Severity::Note, AT_WORK);
            return;
        }
        let (base, document, to) = (Arc::clone(&open.base), Arc::clone(&open.document), path.clone());
        let versions = self.versions.clone();
        let job = Job::begin(ctx, "save", move || {
            let mut changed = (*base).clone();
            let durability = store::save_over(&to, &mut changed, &document.briefing)?;
            // A version that cannot be kept is no reason to say that nothing was saved.
            drop(versions.keep(&to, &base.briefing().header.title, base.text()));
            Ok(Copied { base: changed, durability, is_anew: false })
        });
        self.begin_saving(ctx, job, path, then);
    }

    /// Whether words stand in a field that are no value yet, and would not be saved. The field is shown and asked about;
    /// whoever saves again means to leave them.
    pub(super) fn shows_unfinished(&mut self, ctx: &Context) -> bool {
        let Some(open) = self.session.open.as_ref().filter(|open| open.is_editing) else { return false };
        let is_there = |key: Key| open.document.index.place_of(key).is_some();
        let Some((key, field)) = self.views.form.unsaved_words(is_there) else { return false };
        let kind = key.and_then(|key| open.document.index.place_of(key)).map(|(kind, _)| kind);
        let label = kind.map_or_else(|| field.to_owned(), |kind| field_label(kind, field));
        let told = format!(
            "Not saved yet: what is typed under “{label}” is still to be decided. Choose, or empty it; saved again, the \
             briefing is written without it"
        );
        self.notify(ctx, Severity::Warning, &told);
        if let Some(key) = key {
            self.show_field(key, field.to_owned());
        }
        true
    }

    /// Where a briefing without a file may go: by its title, beside the file that was open last, else among the documents.
    pub(super) fn proposed_path(&self) -> PathBuf {
        let recent = self.session.settings.recent.first().and_then(|recent| recent.path.parent());
        let documents = || {
            let folders = directories::UserDirs::new()?;
            Some(folders.document_dir().unwrap_or_else(|| folders.home_dir()).to_owned())
        };
        let folder = recent.map(std::path::Path::to_owned).or_else(documents).unwrap_or_default();
        folder.join(file_name_of(self.session.open.as_ref().map_or("", |open| open.document.title())))
    }

    /// Saves under another path, which is the briefing's file from then on.
    pub(super) fn save_as(&mut self, ctx: &Context, path: PathBuf, existing: Existing, then: Option<Leaving>) {
        let replace = existing == Existing::Replace;
        self.flush_draft(ctx);
        let Some(open) = self.session.open.as_mut() else { return };
        if open.is_at_work() {
            self.notify(ctx, Severity::Note, AT_WORK);
            return;
        }
        let (base, document, to) = (Arc::clone(&open.base), Arc::clone(&open.document), path.clone());
        let from = open.origin.path().map(std::path::Path::to_owned);
        let job =
            Job::begin(ctx, "save", move || store::save_copy(&to, from.as_deref(), &base, &document.briefing, replace));
        self.begin_saving(ctx, job, path, then);
    }

    /// Makes the briefing what a version was, as one step.
    pub(super) fn restore_version(&mut self, ctx: &Context, kept: &str, text: String) {
        let Some(open) = self.session.open.as_mut() else { return };
        if open.is_working() {
            open.waiting.push_back(Request::RestoreVersion(kept.to_owned(), text));
            return;
        }
        let label = format!("Restore the version replaced {kept}");
        // A version may be as large as its file, whatever is open now.
        let count = open.document.briefing.record_count().max(text.len() / BYTES_A_RECORD);
        self.make_of_many(ctx, count, move |reader| {
            let version = store::load(text).ok().filter(|version| version.briefing.unreadable.is_empty());
            let version = version.ok_or(Refusal::NotHere("this version cannot be read whole, and is not restored"))?;
            let version = with_keys_of(&version.briefing, reader.briefing);
            Ok(change::become_merged(reader, &version, label))
        });
    }

    fn begin_saving(
        &mut self,
        ctx: &Context,
        job: Option<Job<Result<Copied, SaveError>>>,
        path: PathBuf,
        then: Option<Leaving>,
    ) {
        let Some(open) = self.session.open.as_mut() else { return };
        match job {
            Some(job) => {
                open.autosave.take(open.edits.take_applied());
                let (done, mark) = (open.edits.count_done(), open.autosave.mark());
                open.saving = Some(Saving { job, done, mark, path, then });
            }
            None => self.notify(ctx, Severity::Error, "The system gives no thread to save with; try again"),
        }
    }

    /// Looks whether a save is done.
    pub(super) fn poll_saving(&mut self, ctx: &Context) {
        let Some(open) = self.session.open.as_mut() else { return };
        let saved = Job::take_done_with(&mut open.saving, |saving| &saving.job);
        let Some((saving, result)) = saved else { return };
        match result {
            Ok(Ok(copied)) => self.take_saved(ctx, saving, copied),
            Ok(Err(error)) => {
                let origin = open.origin.clone();
                let has_changed = matches!(error, SaveError::ChangedOnDisk);
                let why = format!("Not saved: {error}");
                let proposed = self.proposed_path();
                self.views.dialog = Some(Dialog::save_as(&origin, &proposed, why, has_changed, saving.then));
            }
            Err(NoResult) => {
                self.notify(
                    ctx,
                    Severity::Error,
                    "Saving ended without a result; the old file is as it was. Try again",
                );
            }
        }
    }

    /// What the file holds from now on, and what was to follow.
    fn take_saved(&mut self, ctx: &Context, saving: Saving, copied: Copied) {
        let Some(open) = self.session.open.as_mut() else { return };
        let Saving { done, mark, path, then, .. } = saving;
        let Copied { base, durability, is_anew } = copied;
        open.base = Arc::new(base);
        open.edits.mark_saved(done);
        open.autosave.saved(mark);
        open.saved = store::time_of_day();
        let is_elsewhere = open.origin.path() != Some(path.as_path());
        open.origin = Origin::File(path.clone());
        if is_elsewhere {
            let how = if is_anew { ", written anew without its comments" } else { "" };
            self.notify(ctx, Severity::Found, &format!("Saved to {}{how}", path.display()));
        }
        if let Some(warning) = durability.warning() {
            self.notify(ctx, Severity::Warning, &format!("{}: {warning}", path.display()));
        }
        self.remember_open();
        if let Some(leaving) = then {
            self.go_on(ctx, leaving);
        }
    }
}

/// The name of a file for a title: without signs that a file system, or a shell, takes for something else.
fn file_name_of(title: &str) -> String {
    let plain: String =
        title.chars().map(|c| if c.is_alphanumeric() || "-–’,. ".contains(c) { c } else { ' ' }).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(MOST_OF_A_NAME).collect();
    let name = name.trim_matches(['.', ' ', '-']);
    if name.is_empty() { "briefing.ron".to_owned() } else { format!("{name}.briefing.ron") }
}

#[cfg(test)]
mod tests {
    use super::file_name_of;

    #[test]
    fn a_title_becomes_a_name_that_any_file_system_takes() {
        assert_eq!(file_name_of("Serbia–China: party/state channel?"), "Serbia–China party state channel.briefing.ron");
        assert_eq!(file_name_of("../../etc/passwd"), "etc passwd.briefing.ron");
        assert_eq!(file_name_of("  "), "briefing.ron");
        assert_eq!(file_name_of("点名"), "点名.briefing.ron");
        assert!(file_name_of(&"long ".repeat(200)).len() < 255);
    }
}
