//! The foot of the dialog of rows: what becomes of those that fit, and of those that do not.

use std::path::Path;

use egui::Ui;

use super::aside::{AsideFile, aside_to_copy};
use crate::import::{ImportPlan, Mapping, RowsReading};
use crate::model::{RecordKind, count_text, plural};
use crate::ui::Request;
use crate::ui::command::{EditRequest, NewRecords};
use crate::ui::dialogs::foot::{Foot, Pressed};
use crate::ui::dialogs::frame::{Fate, text_ui};
use crate::ui::widgets::Button;

/// What a file of rows brings, and where the file stands.
pub(super) struct FromFile<'a> {
    pub(super) kind: RecordKind,
    pub(super) plan: &'a ImportPlan,
    /// Where the file lies.
    pub(super) path: Option<&'a Path>,
    /// How many files come after it.
    pub(super) further: usize,
}

/// Adds the rows of a file that fit whole; the others can be copied or saved, to be mended elsewhere.
pub(super) fn from_file_ui(
    ui: &mut Ui,
    file: &FromFile,
    aside: &mut AsideFile,
    kept: impl FnOnce() -> Option<Mapping>,
    requests: &mut Vec<Request>,
) -> Fate {
    let FromFile { kind, plan, .. } = *file;
    let mut left = Vec::new();
    if plan.known > 0 {
        left.push(format!("{} the briefing already has", plural(plan.known, "row")));
    }
    if !plan.aside.is_empty() {
        left.push(format!("{} kept aside", plural(plan.aside.len(), "row")));
    }
    if !left.is_empty() {
        text_ui(ui, &format!("Not added: {}", left.join("; ")));
    }
    if file.further > 0 {
        text_ui(ui, &format!("{} of rows after this one", plural(file.further, "file")));
    }
    aside.ui(ui, plan);
    let words = match (plan.added, plan.additions.len()) {
        (added, 0) => format!("Add {}", plural(added, kind.noun())),
        (0, additions) => format!("Add to {}", plural(additions, kind.noun())),
        (added, additions) => format!("Add {}, and to {}", plural(added, kind.noun()), count_text(additions)),
    };
    // Enter settles a cell that is mended.
    let foot = Foot::new(&words).enabled(plan.added + plan.additions.len() > 0).wide();
    let foot = if file.further > 0 { foot.cancel("Skip this file") } else { foot };
    let foot = if plan.aside.is_empty() {
        foot
    } else {
        let save = Button::secondary("Save them…").name("Save the rows kept aside");
        foot.other(Button::secondary("Copy the rows kept aside")).other_enabled(file.path.is_some(), save)
    };
    match foot.show(ui) {
        Some(Pressed::Primary) => {
            let count = plan.added + plan.additions.len();
            let label = format!("Import {}", plural(count, kind.noun()));
            let all = NewRecords::all(label, plan.records.clone(), plan.added).with_additions(plan.additions.clone());
            requests.push(EditRequest::CreateAll(all).into());
            requests.extend(kept().map(Request::KeepMapping));
            Fate::Close
        }
        Some(Pressed::Other(0)) => {
            let what = format!("{} kept aside", plural(plan.aside.len(), "row"));
            requests.push(Request::Copy(aside_to_copy(plan), what));
            Fate::Stay
        }
        Some(Pressed::Other(_)) => {
            file.path.into_iter().for_each(|path| aside.ask(path));
            Fate::Stay
        }
        Some(Pressed::Cancel) => Fate::Close,
        None => Fate::Stay,
    }
}

/// Adds the rows that were pasted: all, or those that fit.
pub(super) fn pasted_ui(ui: &mut Ui, kind: RecordKind, reading: &RowsReading, requests: &mut Vec<Request>) -> Fate {
    let (all, fitting) = (reading.count(true), reading.count(false));
    let fits_whole = reading.misfit_count() == 0;
    let words = if fits_whole {
        format!("Add {}", plural(all, kind.noun()))
    } else {
        format!("Add the {} that fit", count_text(fitting))
    };
    let without = format!("Add all {}, without what does not fit", count_text(all));
    let foot = Foot::new(&words).enabled(fitting > 0).wide();
    let foot = if fits_whole { foot } else { foot.other_enabled(all > 0, Button::secondary(&without)) };
    let with_misfits = match foot.show(ui) {
        Some(Pressed::Primary) => fits_whole,
        Some(Pressed::Other(_)) => true,
        Some(Pressed::Cancel) => return Fate::Close,
        None => return Fate::Stay,
    };
    let (records, count) = reading.records(with_misfits);
    let label = format!("Paste {}", plural(count, kind.noun()));
    requests.push(EditRequest::CreateAll(NewRecords::all(label, records, count)).into());
    Fate::Close
}
