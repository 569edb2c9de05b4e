//! Where to save: by the system's own dialog, or by a typed path.

use std::path::{Path, PathBuf};

use egui::{Context, Key, Ui};

use super::choose::expanded;
use super::foot::{Foot, Pressed};
use super::frame::{Fate, text_ui, title_ui};
use crate::document::Origin;
use crate::store;
use crate::ui::Request;
use crate::ui::background::{BackgroundMemo, Job};
use crate::ui::command::{Existing, Leaving};
use crate::ui::theme::icons;
use crate::ui::widgets::{Button, Field, Severity, severity_label};

/// Where to save.
#[derive(Debug)]
pub(in crate::ui) struct SaveAsDialog {
    path: String,
    /// Why it was not saved where it should have been.
    why: String,
    can_merge: bool,
    /// What is to be done once it is saved.
    then: Option<Leaving>,
    just_opened: bool,
    native: Option<Job<Option<PathBuf>>>,
    /// What stands at the path.
    found: BackgroundMemo<PathBuf, Found>,
}

/// What stands at a path.
#[derive(Debug)]
struct Found {
    path: PathBuf,
    is_there: bool,
    has_further_names: bool,
}

impl Found {
    fn at(path: PathBuf) -> Self {
        let is_there = store::exists(&path);
        let has_further_names = is_there && store::has_further_names(&path);
        Self { path, is_there, has_further_names }
    }
}

impl SaveAsDialog {
    /// `proposed` is where a briefing without a file may go.
    pub(super) fn new(origin: &Origin, proposed: &Path, why: String, can_merge: bool, then: Option<Leaving>) -> Self {
        let path = match origin {
            Origin::File(path) => beside(path),
            Origin::Sample | Origin::SampleHeld | Origin::New => proposed.to_owned(),
        };
        let path = path.display().to_string();
        Self { path, why, can_merge, then, just_opened: true, native: None, found: BackgroundMemo::default() }
    }

    /// Takes the path chosen in the system's dialog.
    pub(in crate::ui) fn poll(&mut self) {
        if let Some(Ok(Some(path))) = Job::take_done(&mut self.native) {
            self.path = path.display().to_string();
        }
        self.found.take_done();
    }

    pub(super) fn is_busy(&self) -> bool {
        self.found.is_busy()
    }

    /// What stands at the path, once it is known: a drive of the network may take its time.
    fn found(&mut self, ctx: &Context, path: &Path) -> Option<&Found> {
        let of_job = path.to_owned();
        let found = self.found.get(ctx, &path.to_owned(), usize::MAX, move || Found::at(of_job))?;
        (found.path == path).then_some(found)
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, requests: &mut Vec<Request>) -> Fate {
        title_ui(ui, if self.can_merge { "The file was changed meanwhile" } else { "Save the briefing" });
        if !self.why.is_empty() {
            ui.horizontal_wrapped(|ui| severity_label(ui, Severity::Error, &self.why));
        }
        let path = expanded(self.path.trim());
        // What is not known yet is not replaced: saving then refuses what stands there.
        let (is_there, words) = match self.found(ui.ctx(), &path).filter(|_| !path.as_os_str().is_empty()) {
            Some(found) => (found.is_there, what_becomes_of(found)),
            None => (false, NOTHING_THERE),
        };
        text_ui(ui, words);
        let response = Field::new("Path to save to", &mut self.path).show(ui);
        // Where the blue button merges, it has the keys.
        if std::mem::take(&mut self.just_opened) && !self.can_merge {
            response.request_focus();
        }
        let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let words = match (is_there, self.can_merge) {
            (true, _) => "Replace",
            (false, true) => "Save a copy",
            (false, false) => "Save",
        };
        let is_named = !self.path.trim().is_empty();
        let browse = Button::secondary("Browse…").icon(icons::FOLDER_OPEN);
        let pressed = if self.can_merge {
            // To take in both is what is mostly meant, and loses nothing.
            let save = if is_there { Button::danger(words) } else { Button::secondary(words) };
            let foot = Foot::new("Merge with the file").other(browse).other_enabled(is_named, save);
            match foot.show(ui) {
                // Enter in the path is about the path; what would be replaced is asked for by a click.
                _ if is_entered => (is_named && !is_there).then_some(Chosen::Save),
                Some(Pressed::Primary) => Some(Chosen::Merge),
                Some(Pressed::Other(0)) => Some(Chosen::Browse),
                Some(Pressed::Other(_)) => Some(Chosen::Save),
                Some(Pressed::Cancel) => Some(Chosen::Cancel),
                None => None,
            }
        } else {
            let mut foot = Foot::new(words).enabled(is_named).other(browse);
            if is_there {
                // What is replaced is asked for by a click, not by the Enter of a path.
                foot = foot.destroys();
            }
            foot.show(ui).map(|pressed| match pressed {
                Pressed::Primary => Chosen::Save,
                Pressed::Other(_) => Chosen::Browse,
                Pressed::Cancel => Chosen::Cancel,
            })
        };
        match pressed {
            Some(Chosen::Save) => {
                let existing = if is_there { Existing::Replace } else { Existing::Keep };
                requests.push(Request::SaveAs(path.clone(), existing, self.then.clone()));
                Fate::Close
            }
            Some(Chosen::Merge) => {
                requests.push(Request::MergeWithFile);
                Fate::Close
            }
            Some(Chosen::Browse) => {
                self.native = self.native.take().or_else(|| native_dialog(ui.ctx(), &path));
                Fate::Stay
            }
            Some(Chosen::Cancel) => Fate::Close,
            None => Fate::Stay,
        }
    }
}

/// What was chosen at the foot.
#[derive(Debug, Clone, Copy)]
enum Chosen {
    Save,
    Merge,
    Browse,
    Cancel,
}

const NOTHING_THERE: &str = "Type a path, or browse";

/// What saving would do to what stands at the path.
fn what_becomes_of(found: &Found) -> &'static str {
    match found {
        Found { is_there: false, .. } => NOTHING_THERE,
        Found { has_further_names: true, .. } => {
            "A file of this name is there; it would be replaced under this name, and its other names (hard links) keep \
             the old text"
        }
        Found { .. } => "A file of this name is there; it would be replaced",
    }
}

/// A name for a copy that is not there yet.
fn beside(path: &Path) -> PathBuf {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let named = (2..1_000).map(|number| path.with_file_name(format!("{stem}-{number}.ron")));
    named.into_iter().find(|path| !store::exists(path)).unwrap_or_else(|| path.to_owned())
}

fn native_dialog(ctx: &Context, proposed: &Path) -> Option<Job<Option<PathBuf>>> {
    let name = proposed.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = proposed.parent().map(Path::to_owned).unwrap_or_default();
    Job::begin(ctx, "system's save dialog", move || {
        let dialog = rfd::FileDialog::new().set_title("Save the briefing").add_filter("Briefings (RON)", &["ron"]);
        dialog.set_directory(folder).set_file_name(name).save_file()
    })
}
