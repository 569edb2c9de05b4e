//! What the program is.

use egui::Ui;

use super::foot::close_ui;
use super::frame::{Fate, text_ui, title_ui};

pub(super) fn ui(ui: &mut Ui) -> Fate {
    title_ui(ui, &format!("Dateline {}", env!("CARGO_PKG_VERSION")));
    text_ui(
        ui,
        "A desktop workbench for geopolitics briefings in which every date, quote and count leads to its source",
    );
    text_ui(
        ui,
        "Licence: MIT or Apache-2.0, at your choice. Inter, Source Serif 4 and JetBrains Mono under the SIL Open Font License, Phosphor icons under the MIT licence",
    );
    close_ui(ui)
}
