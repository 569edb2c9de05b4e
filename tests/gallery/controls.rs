//! The controls and the table.

use dateline::ui::theme::{self, Type, icons};
use dateline::ui::widgets::table::{Column, Sort, SortOrder, Table, cell_number, cell_text};
use dateline::ui::widgets::{Button, Field, Segment, Segmented, Severity, select_field, separator, severity_label};
use egui::Ui;

use super::{Sheet, heading};

/// Buttons, switches, fields and a table.
pub fn controls_ui(ui: &mut Ui, sheet: &mut Sheet) {
    heading(ui, "Controls");
    ui.horizontal(|ui| {
        ui.add(Button::secondary("New visit").icon(icons::PLUS));
        ui.add(Button::secondary("Hovered").selected(true));
        let focused = ui.add(Button::secondary("Focused"));
        if !ui.ctx().egui_wants_keyboard_input() {
            focused.request_focus();
        }
        ui.add(Button::primary("Save").icon(icons::FLOPPY_DISK).detail("Ctrl S"));
        ui.add(Button::quiet("Quiet"));
        ui.add_enabled(false, Button::secondary("Disabled"));
        let views = [Segment::new("Chart"), Segment::new("Table")];
        Segmented::new("View", &views).show(ui, 0);
    });
    ui.add_space(6.0);
    ui.columns(3, |columns| {
        Field::new("Start", &mut sheet.plain).show(&mut columns[0]);
        Field::new("Words", &mut sheet.words).verbatim().detail("RFE/RL ¶3").show(&mut columns[1]);
        Field::new("End", &mut sheet.wrong).error(true).show(&mut columns[2]);
        severity_label(&mut columns[2], Severity::Error, "October has 31 days");
        select_field(&mut columns[0], "Basis", "Year from publication", |_| {});
        Field::new("To", &mut sheet.focused).icon(icons::MAP_PIN).show(&mut columns[1]);
    });
    ui.add_space(6.0);
    separator(ui);
    heading(ui, "Table");
    table_ui(ui);
}

fn table_ui(ui: &mut Ui) {
    const COLUMNS: [Column<'_>; 4] = [
        Column::flexible("Name", 120.0, 1.0).sortable(),
        Column::exact("Kind", 90.0).sortable(),
        Column::exact("Visits", 70.0).sortable().right(),
        Column::flexible("Roles, or part of", 120.0, 1.0),
    ];
    let rows = [
        ("Aleksandar Vučić", "Person", 1, "President of Serbia"),
        ("CPC Central Committee", "Public body", 12, "part of the Communist Party of China"),
        ("Марина Рагуш", "Person", 0, "vice president of the parliament of Serbia"),
    ];
    let palette = theme::palette(ui);
    Table::new("Actors", &COLUMNS, 10_000)
        .selected(Some(0))
        .sort(Some(Sort { column: 0, order: SortOrder::Ascending }))
        .show(
            ui,
            |row| rows[row % rows.len()].0.to_owned(),
            |ui, row, column| {
                let (name, kind, visits, roles) = rows[row % rows.len()];
                match column {
                    0 => cell_text(ui, Type::Name, name, palette.text),
                    1 => cell_text(ui, Type::Body, kind, palette.text2),
                    2 => cell_number(ui, visits),
                    _ => cell_text(ui, Type::Body, roles, palette.text),
                };
            },
        );
}
