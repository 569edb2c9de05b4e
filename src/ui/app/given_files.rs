//! Files that are given to the program: dropped on its window, chosen to be opened, or named when it starts. Briefings are
//! opened, all others brought into one.

use std::path::{Path, PathBuf};

use egui::Context;

use super::program::App;
use crate::document::Origin;
use crate::import::BROUGHT_ENDINGS;
use crate::ui::command::Leaving;
use crate::ui::widgets::Severity;
use crate::ui::{Command, Request};

/// The endings of files that are brought in and may yet hold a briefing.
const PERHAPS_BRIEFINGS: &[&str] = &["txt", "md", "json"];

impl App {
    pub(super) fn take_dropped_files(&mut self, ctx: &Context) {
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        let (brought, others): (Vec<PathBuf>, Vec<PathBuf>) =
            dropped.into_iter().partition(|path| has_ending(path, BROUGHT_ENDINGS));
        if brought.is_empty() {
            others.into_iter().take(1).for_each(|path| self.handle(ctx, Request::OpenFile(path)));
            return;
        }
        if let Some(other) = others.first().and_then(|path| path.file_name()) {
            let told = format!("{} is not brought in; drop it by itself to open it", other.to_string_lossy());
            self.notify(ctx, Severity::Note, &told);
        }
        self.bring_in(ctx, brought);
    }

    /// Opens a briefing; a spreadsheet or a list of references is none, and is brought in.
    pub(super) fn open_file(&mut self, ctx: &Context, path: PathBuf) {
        if Self::is_no_briefing(&path) {
            self.bring_in(ctx, vec![path]);
        } else {
            self.leave(ctx, Leaving::Open(Origin::File(path)));
        }
    }

    /// Whether a file is brought in, even where it is to be opened, by its ending.
    pub(super) fn is_no_briefing(path: &Path) -> bool {
        has_ending(path, BROUGHT_ENDINGS) && !has_ending(path, PERHAPS_BRIEFINGS)
    }

    /// Brings files into the briefing that is open; without one they begin it, as the first article does.
    pub(super) fn bring_in(&mut self, ctx: &Context, paths: Vec<PathBuf>) {
        if self.session.open.is_some() {
            self.handle(ctx, Request::ImportFiles(paths));
        } else {
            self.to_import = paths;
            self.handle(ctx, Request::Do(Command::NewBriefing));
        }
    }
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    endings.iter().any(|ending| extension.eq_ignore_ascii_case(ending))
}
