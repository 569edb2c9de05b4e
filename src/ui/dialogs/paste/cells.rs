//! How cells are understood, and whom they name that nobody is yet.

use egui::Ui;

use crate::import::{CellReading, CellState};
use crate::model::{RecordKind, plural, shortened};
use crate::present::visible;
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::table::cell_text;
use crate::ui::widgets::{Severity, severity_label};

/// How a cell is understood.
pub(super) fn reading_ui(ui: &mut Ui, cell: &CellReading, is_left_out: bool) {
    let palette = theme::palette(ui);
    let icon = |ui: &mut Ui, icon: theme::Icon, colour| {
        let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(size::ICON_SMALL), egui::Sense::hover());
        icon.paint(ui, rect.center(), size::ICON_SMALL, colour);
        ui.spacing_mut().item_spacing.x = size::S4;
    };
    let words = visible(&shortened(&cell.words)).replace('\n', " ");
    match &cell.state {
        CellState::Nothing if is_left_out => drop(cell_text(ui, Type::Body, &words, palette.text3)),
        CellState::Nothing => drop(cell_text(ui, Type::Body, "–", palette.text3)),
        CellState::Fits => drop(cell_text(ui, Type::Body, &words, palette.text)),
        CellState::Creates(names) => {
            icon(ui, icons::PLUS, palette.accent);
            cell_text(ui, Type::Body, &words, palette.text)
                .on_hover_text(format!("Created: {}", visible(&names.join(", "))));
        }
        CellState::Misfit(why) => {
            icon(ui, icons::WARNING, palette.warn_mark);
            cell_text(ui, Type::Body, &words, palette.warn).on_hover_text(visible(why));
        }
    }
}

/// The actors and sources that are made because rows name them.
pub(super) fn created_ui(ui: &mut Ui, created: &[(usize, RecordKind)]) {
    let made: Vec<String> =
        created.iter().filter(|(count, _)| *count > 0).map(|(count, kind)| plural(*count, kind.noun())).collect();
    if !made.is_empty() {
        let words = format!("Names that nobody has yet: {} will be created too", made.join(" and "));
        severity_label(ui, Severity::Note, &words);
    }
}
