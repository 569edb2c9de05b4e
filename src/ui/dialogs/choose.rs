//! Which file to open: by the system's own dialog, or by a typed path.

use std::path::PathBuf;

use egui::Ui;

use super::foot::{Foot, Pressed};
use super::frame::{Fate, text_ui, title_ui};
use crate::import::BROUGHT_ENDINGS;
use crate::ui::Request;
use crate::ui::background::Job;
use crate::ui::theme::icons;
use crate::ui::widgets::{Button, Field};

/// What the file is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Purpose {
    #[default]
    Open,
    Import,
}

/// Which file to open, or to bring in.
#[derive(Debug, Default)]
pub(in crate::ui) struct ChooseDialog {
    purpose: Purpose,
    path: String,
    just_opened: bool,
    native: Option<Job<Vec<PathBuf>>>,
}

impl ChooseDialog {
    /// Begins with the system's dialog; the typed path is there all the while, also where the system has none.
    pub(super) fn begin(ctx: &egui::Context) -> Self {
        Self::begin_for(ctx, Purpose::Open)
    }

    /// Begins in the same way to choose a file that is brought in.
    pub(super) fn begin_import(ctx: &egui::Context) -> Self {
        Self::begin_for(ctx, Purpose::Import)
    }

    fn begin_for(ctx: &egui::Context, purpose: Purpose) -> Self {
        Self { purpose, path: String::new(), just_opened: true, native: native_dialog(ctx, purpose) }
    }

    /// What is to be done with the file chosen in the system's dialog.
    pub(in crate::ui) fn poll(&mut self) -> Option<Request> {
        let paths = Job::take_done(&mut self.native)?.ok()?;
        self.request(paths)
    }

    fn request(&self, paths: Vec<PathBuf>) -> Option<Request> {
        match self.purpose {
            Purpose::Open => paths.into_iter().next().map(Request::OpenFile),
            Purpose::Import => (!paths.is_empty()).then_some(Request::ImportFiles(paths)),
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, requests: &mut Vec<Request>) -> Fate {
        let (title, name, hint) = self.purpose.words();
        title_ui(ui, title);
        text_ui(ui, "Choose a file in the system's dialog, type its path, or drop it on the window");
        let response = Field::new(name, &mut self.path).hint(hint).show(ui);
        if std::mem::take(&mut self.just_opened) {
            response.request_focus();
        }
        let typed = self.path.trim();
        let browse = Button::secondary("Browse…").icon(icons::FOLDER_OPEN);
        match Foot::new("Open").enabled(!typed.is_empty()).other(browse).show(ui) {
            Some(Pressed::Primary) => {
                requests.extend(self.request(vec![expanded(typed)]));
                Fate::Close
            }
            Some(Pressed::Other(_)) => {
                self.native = self.native.take().or_else(|| native_dialog(ui.ctx(), self.purpose));
                Fate::Stay
            }
            Some(Pressed::Cancel) => Fate::Close,
            None => Fate::Stay,
        }
    }
}

impl Purpose {
    /// The title, the name of the field and an example of what is typed in it.
    const fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Open => ("Open a briefing", "Path of the briefing", "/home/…/briefing.ron"),
            Self::Import => ("Import a file", "Path of the file", "/home/…/visits.xlsx"),
        }
    }
}

fn native_dialog(ctx: &egui::Context, purpose: Purpose) -> Option<Job<Vec<PathBuf>>> {
    Job::begin(ctx, "system's open dialog", move || {
        let dialog = rfd::FileDialog::new().set_title(purpose.words().0);
        match purpose {
            Purpose::Open => dialog.add_filter("Briefings (RON)", &["ron"]).pick_file().into_iter().collect(),
            Purpose::Import => {
                let dialog = dialog.add_filter("Spreadsheets, references, articles", BROUGHT_ENDINGS);
                dialog.pick_files().unwrap_or_default()
            }
        }
    })
}

/// `~/` as people type it.
pub(super) fn expanded(path: &str) -> PathBuf {
    let home = directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match (path.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(path.trim_matches('"')),
    }
}
