//! The rows that are kept aside: copied, or saved as a file, to be mended in a spreadsheet.

use std::path::{Path, PathBuf};

use egui::{Context, Ui};

use crate::import::{ImportPlan, aside_table};
use crate::model::{capitalised, plural};
use crate::present::visible;
use crate::store::{self, SaveError};
use crate::ui::background::Job;
use crate::ui::dialogs::choose::expanded;
use crate::ui::theme::size;
use crate::ui::widgets::{Button, Field, Severity, severity_label};

/// A file for the rows that are kept aside.
#[derive(Debug, Default)]
pub(super) struct AsideFile {
    /// Its path as it is typed; nothing while nobody asked for the file.
    path: Option<String>,
    is_shown: bool,
    writing: Option<Job<Result<Written, NotWritten>>>,
    /// What came of writing it.
    told: Option<Result<Written, NotWritten>>,
}

/// The file that was written.
#[derive(Debug)]
struct Written {
    rows: usize,
    path: PathBuf,
}

/// Why the file was not written.
#[derive(Debug, thiserror::Error)]
enum NotWritten {
    #[error("Nothing was written; try again")]
    NoResult,
    #[error("The system gives no thread; close another program")]
    NoThread,
    #[error("{0}")]
    NotSaved(SaveError),
}

impl AsideFile {
    /// Asks for its path, beside the file that the rows are from.
    pub(super) fn ask(&mut self, origin: &Path) {
        let stem = origin.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let beside = origin.with_file_name(format!("{stem}-kept-aside.csv"));
        *self = Self { path: Some(beside.to_string_lossy().into_owned()), ..Self::default() };
    }

    /// Whether it is being written.
    pub(super) fn is_busy(&self) -> bool {
        self.writing.is_some()
    }

    /// The path, while it is asked for, and what came of writing.
    pub(super) fn ui(&mut self, ui: &mut Ui, plan: &ImportPlan) {
        if let Some(done) = Job::take_done(&mut self.writing) {
            let written = done.unwrap_or(Err(NotWritten::NoResult));
            if written.is_ok() {
                self.path = None;
            }
            self.told = Some(written);
        }
        if let Some(path) = &mut self.path {
            let mut is_asked = false;
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = size::S8;
                let room = ui.available_width() - 90.0;
                ui.scope(|ui| {
                    ui.set_max_width(room.max(120.0));
                    let response = Field::new("Path of the file for the rows kept aside", path).show(ui);
                    if !std::mem::replace(&mut self.is_shown, true) {
                        response.request_focus();
                    }
                    is_asked = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
                });
                is_asked |= ui.add_enabled(!path.trim().is_empty(), Button::secondary("Save them")).clicked();
            });
            if is_asked && self.writing.is_none() {
                self.writing = begin_writing(ui.ctx(), expanded(path.trim()), plan);
                self.told = self.writing.is_none().then_some(Err(NotWritten::NoThread));
            }
        }
        match &self.told {
            Some(Ok(Written { rows, path })) => {
                let words = format!("{} saved in {}", plural(*rows, "row"), path.display());
                severity_label(ui, Severity::Found, &visible(&words));
            }
            Some(Err(why)) => drop(severity_label(ui, Severity::Error, &visible(&capitalised(&why.to_string())))),
            None => {}
        }
    }
}

/// Writes a new file; one that is there is never replaced.
fn begin_writing(ctx: &Context, path: PathBuf, plan: &ImportPlan) -> Option<Job<Result<Written, NotWritten>>> {
    let rows = plan.aside.iter().map(|aside| (aside, [aside.row.to_string(), aside.reason.clone()]));
    let text = aside_table(&plan.heads, ["Row", "Reason"], rows, ',');
    let rows = plan.aside.len();
    // A spreadsheet takes a text for UTF-8 by its mark alone.
    Job::begin(ctx, "write rows", move || match store::create(&path, format!("\u{feff}{text}")) {
        Ok(_) => Ok(Written { rows, path }),
        Err(error) => Err(NotWritten::NotSaved(error)),
    })
}

/// The rows for the clipboard, with their reasons.
pub(super) fn aside_to_copy(plan: &ImportPlan) -> String {
    let rows = plan.aside.iter().map(|aside| (aside, [aside.reason.clone()]));
    aside_table(&plan.heads, ["Reason"], rows, '\t')
}
