//! The foot of the dialog of rows: what becomes of those that fit, and of those that do not.

use egui::Ui;

use super::aside::aside_tsv;
use crate::import::{ImportPlan, Mapping, RowsReading};
use crate::model::{RecordKind, count_text, plural};
use crate::ui::Request;
use crate::ui::command::EditRequest;
use crate::ui::dialogs::foot::{Foot, Pressed};
use crate::ui::dialogs::frame::{Fate, text_ui};
use crate::ui::widgets::Button;

/// Adds the rows of a file that fit whole; the others can be copied to be mended elsewhere.
pub(super) fn from_file_ui(
    ui: &mut Ui,
    kind: RecordKind,
    plan: &ImportPlan,
    kept: impl FnOnce() -> Option<Mapping>,
    requests: &mut Vec<Request>,
) -> Fate {
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
    let words = format!("Add {}", plural(plan.added, kind.noun()));
    // Enter settles a cell that is mended.
    let foot = Foot::new(&words).enabled(plan.added > 0).wide();
    let copy = Button::secondary("Copy the rows kept aside");
    match if plan.aside.is_empty() { foot } else { foot.other(copy) }.show(ui) {
        Some(Pressed::Primary) => {
            let label = format!("Import {}", plural(plan.added, kind.noun()));
            requests.push(EditRequest::CreateAll(label, plan.records.clone(), plan.added).into());
            requests.extend(kept().map(Request::KeepMapping));
            Fate::Close
        }
        Some(Pressed::Other(_)) => {
            let what = format!("{} kept aside", plural(plan.aside.len(), "row"));
            requests.push(Request::Copy(aside_tsv(plan), what));
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
    requests.push(EditRequest::CreateAll(label, records, count).into());
    Fate::Close
}
