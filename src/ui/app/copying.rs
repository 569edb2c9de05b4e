//! Copying the note, made on a thread: as text, and for Word as HTML too.

use std::sync::Arc;

use egui::Context;

use super::program::App;
use crate::export::Format;
use crate::export::{self, CopiedNote, Findings, NoteOptions};
use crate::model::plural;
use crate::ui::background::Job;
use crate::ui::command::Request;
use crate::ui::session::{Copying, ToCopy};
use crate::ui::widgets::Severity;

impl App {
    /// Begins to make the note that is to be copied.
    pub(super) fn copy_note(&mut self, ctx: &Context, for_word: bool) {
        let Some(open) = self.session.open.as_ref().filter(|_| self.copying.is_none()) else { return };
        let document = Arc::clone(&open.document);
        let make = move || {
            let options = NoteOptions::default();
            let obstacles = export::obstacles(&document, &options);
            let findings = Findings::new(&obstacles, document.weak.warnings);
            let options = NoteOptions { findings, ..options };
            let note = export::note(&document.reader(), &options);
            let note = note.map(|text| CopiedNote::new(text, &options.progress));
            ToCopy { obstacles: obstacles.len(), note }
        };
        self.copying = Job::begin(ctx, "copy note", make).map(|job| Copying { for_word, job });
    }

    /// Copies the note once it is made. Where something stands against it, the dialog of the export lists that.
    pub(super) fn poll_copying(&mut self, ctx: &Context) {
        let Some((copying, done)) = Job::take_done_with(&mut self.copying, |copying| &copying.job) else { return };
        match done {
            Ok(ToCopy { obstacles, note: Ok(_) }) if obstacles > 0 => {
                self.ask_export(ctx, Format::Markdown);
                let words = format!("{} against handing the note out; copy it here all the same", stand(obstacles));
                self.notify(ctx, Severity::Warning, &words);
            }
            Ok(ToCopy { note: Ok(note), .. }) if copying.for_word => self.copy_for_word(ctx, note),
            Ok(ToCopy { note: Ok(note), .. }) => self.handle(ctx, Request::Copy(note.text, "the note".to_owned())),
            Ok(ToCopy { note: Err(error), .. }) => {
                self.notify(ctx, Severity::Error, &format!("Nothing was copied: {error}"));
            }
            Err(_) => {
                self.notify(ctx, Severity::Error, "Nothing was copied: the work did not come to its end; try again");
            }
        }
    }

    /// Puts a note on the clipboard as HTML and as text.
    pub(super) fn copy_for_word(&mut self, ctx: &Context, note: CopiedNote) {
        if self.clipboard.put_html(&note.html, &note.text) {
            self.notify(ctx, Severity::Found, "Copied the note for Word");
        } else {
            ctx.copy_text(note.text);
            let words = "Copied the note as text alone: this desktop takes no more. Export it for Word instead";
            self.notify(ctx, Severity::Warning, words);
        }
    }
}

fn stand(obstacles: usize) -> String {
    format!("{} {}", plural(obstacles, "thing"), if obstacles == 1 { "stands" } else { "stand" })
}
