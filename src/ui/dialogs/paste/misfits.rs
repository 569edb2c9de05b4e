//! What does not fit, each cell to be mended where it stands.

use egui::{ScrollArea, Ui};

use crate::import::{Pasted, RowsReading};
use crate::model::{count_text, shortened};
use crate::present::visible;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Field, Severity, list_beside_bar, severity_label};

/// So many cells that do not fit are listed.
const MOST_MISFITS: usize = 200;
const HEIGHT: f32 = 130.0;
/// Longer words are no value that somebody mends in a field, in bytes.
const LONGEST_MENDED: usize = 4_000;

/// The cell that is being mended, by its row and its column, and what is typed for it.
pub(super) type Mending = ((usize, usize), String);

/// What does not fit, by row and column; `true` where a cell was mended.
pub(super) fn misfits_ui(
    ui: &mut Ui,
    reading: &RowsReading,
    pasted: &mut Pasted,
    mending: &mut Option<Mending>,
    is_of_file: bool,
) -> bool {
    if reading.misfit_count() == 0 {
        return false;
    }
    let count = match reading.misfit_count() {
        // Of a file a row is taken whole or kept aside.
        1 if is_of_file => "1 cell does not fit; mend it here, or its row is kept aside".to_owned(),
        1 => "1 cell does not fit; mend it here, or it is left out".to_owned(),
        count => {
            let left = if is_of_file { "their rows are kept aside" } else { "they are left out" };
            format!("{} cells do not fit; mend them here, or {left}", count_text(count))
        }
    };
    severity_label(ui, Severity::Warning, &count);
    let mut mended = None;
    list_beside_bar(ui, "misfits", ScrollArea::vertical().max_height(HEIGHT), |ui| {
        for (row, column, words, why) in reading.misfits().take(MOST_MISFITS) {
            let place = (row, column);
            let number = pasted.rows().get(row).map_or(0, |row| row.number);
            let label = format!("Row {number}, {}", pasted.targets.get(column).map_or("", |target| target.label()));
            let mut text = match mending {
                Some((at, text)) if *at == place => text.clone(),
                _ if words.len() > LONGEST_MENDED => String::new(),
                _ => words.to_owned(),
            };
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = size::S8;
                let room = egui::vec2(150.0, size::S20);
                let left = egui::Layout::left_to_right(egui::Align::Center);
                ui.allocate_ui_with_layout(room, left, |ui| {
                    ui.set_min_width(room.x);
                    ui.add(egui::Label::new(Type::Small.text(label.as_str())).truncate());
                });
                if words.len() > LONGEST_MENDED {
                    let words =
                        format!("Too long to be mended here; mend it in the file: “{}”", visible(&shortened(words)));
                    ui.add(egui::Label::new(Type::Small.text(words)).truncate());
                    return;
                }
                ui.scope(|ui| {
                    ui.set_max_width(200.0);
                    let response = Field::new(&label, &mut text).show(ui);
                    if response.changed() {
                        *mending = Some((place, text.clone()));
                    }
                    if response.lost_focus() && mending.as_ref().is_some_and(|(at, _)| *at == place) {
                        mended = mending.take();
                    }
                });
                let why = Type::Small.text(visible(why)).color(theme::palette(ui).text2);
                ui.add(egui::Label::new(why).wrap());
            });
        }
        if reading.misfit_count() > MOST_MISFITS {
            let more = format!("and {} more", count_text(reading.misfit_count() - MOST_MISFITS));
            ui.label(Type::Small.text(more).color(theme::palette(ui).text2));
        }
    });
    let Some(((row, column), text)) = mended else { return false };
    pasted.mend(row, column, text.trim().to_owned());
    true
}
