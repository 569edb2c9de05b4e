//! Which file to open: by the system's own dialog, or by a typed path.

use std::path::PathBuf;

use egui::Ui;

use super::foot::{Foot, Pressed};
use super::frame::{Fate, text_ui, title_ui};
use crate::ui::Request;
use crate::ui::background::Job;
use crate::ui::theme::icons;
use crate::ui::widgets::{Button, Field};

/// Which file to open.
#[derive(Debug, Default)]
pub(in crate::ui) struct ChooseDialog {
    path: String,
    just_opened: bool,
    native: Option<Job<Option<PathBuf>>>,
}

impl ChooseDialog {
    /// Begins with the system's dialog; the typed path is there all the while, also where the system has none.
    pub(super) fn begin(ctx: &egui::Context) -> Self {
        Self { path: String::new(), just_opened: true, native: native_dialog(ctx) }
    }

    /// The file chosen in the system's dialog.
    pub(in crate::ui) fn poll(&mut self) -> Option<PathBuf> {
        Job::take_done(&mut self.native)?.ok().flatten()
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, requests: &mut Vec<Request>) -> Fate {
        title_ui(ui, "Open a briefing");
        text_ui(ui, "Choose a file in the system's dialog, type its path, or drop it on the window");
        let response = Field::new("Path of the briefing", &mut self.path).hint("/home/…/briefing.ron").show(ui);
        if std::mem::take(&mut self.just_opened) {
            response.request_focus();
        }
        let typed = self.path.trim();
        let browse = Button::secondary("Browse…").icon(icons::FOLDER_OPEN);
        match Foot::new("Open").enabled(!typed.is_empty()).other(browse).show(ui) {
            Some(Pressed::Primary) => {
                requests.push(Request::OpenFile(expanded(typed)));
                Fate::Close
            }
            Some(Pressed::Other(_)) => {
                self.native = self.native.take().or_else(|| native_dialog(ui.ctx()));
                Fate::Stay
            }
            Some(Pressed::Cancel) => Fate::Close,
            None => Fate::Stay,
        }
    }
}

fn native_dialog(ctx: &egui::Context) -> Option<Job<Option<PathBuf>>> {
    Job::begin(ctx, "system's open dialog", || {
        rfd::FileDialog::new().set_title("Open a briefing").add_filter("Briefings (RON)", &["ron"]).pick_file()
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
