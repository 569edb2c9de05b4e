//! What each column becomes, and what is doubtful about its dates and its names.

use egui::{ScrollArea, Ui};

use super::questions::{dates_ui, marks_ui, short, target_ui};
use crate::import::{ColumnDates, Pasted, RowsReading};
use crate::model::plural;
use crate::ui::dialogs::frame::text_ui;
use crate::ui::theme::size;

/// How high the list of columns is at most, in points.
const HEIGHT: f32 = 116.0;

/// How many rows there are, and what each column becomes; `true` where that was changed.
pub(super) fn columns_ui(ui: &mut Ui, pasted: &mut Pasted) -> bool {
    let rows = plural(pasted.row_count(), "row");
    let how = if pasted.heads.is_some() {
        "say what each column is"
    } else {
        "the columns are taken to stand as in the table"
    };
    text_ui(ui, &format!("{rows}; {how}. Nothing is added before you say so"));
    let heads = pasted.heads.clone().unwrap_or_default();
    let mut changed = false;
    ScrollArea::vertical().id_salt("columns").max_height(HEIGHT).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = size::S4;
            for place in 0..pasted.targets.len() {
                let label = match heads.get(place).filter(|head| !head.is_empty()) {
                    Some(head) => format!("“{}” is", short(head)),
                    None => format!("Column {} is", place + 1),
                };
                changed |= target_ui(ui, &label, pasted, place);
            }
        });
    });
    changed
}

/// What is doubtful about columns of dates and of names; `true` where that was answered.
pub(super) fn doubts_ui(ui: &mut Ui, pasted: &mut Pasted, reading: &RowsReading) -> bool {
    let mut changed = false;
    let is_doubtful = |dates: &ColumnDates| dates.doubtful_order.is_some() || dates.doubtful_span.is_some();
    let asks = reading.dates.iter().flatten().any(is_doubtful)
        || reading.open_marks.iter().any(|open| !open.is_empty())
        || pasted.splits.iter().any(|splits| !splits.is_empty());
    // A line of nothing takes the room of a line.
    if !asks {
        return false;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S4;
        for (column, dates) in reading.dates.iter().enumerate() {
            let Some(target) = pasted.targets.get(column).copied() else { continue };
            if let (Some(dates), Some(answers)) = (dates, pasted.dates.get_mut(column)) {
                changed |= dates_ui(ui, target.label(), dates, answers);
            }
            if let (Some(open), Some(splits)) = (reading.open_marks.get(column), pasted.splits.get_mut(column)) {
                changed |= marks_ui(ui, target.label(), open, splits);
            }
        }
    });
    changed
}
