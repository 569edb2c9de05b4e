//! Statements as a table.

use egui::{Rect, Ui, UiBuilder, pos2};

use super::{State, card_of};
use crate::model::Key;
use crate::present::{StatementCard, StatementColumn};
use crate::ui::tabs::copy_menu::copy_menu_ui;
use crate::ui::tabs::quote_runs::quote_runs;
use crate::ui::tabs::record_icon::directness_icon;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::table::{Column, Sort, SortOrder, Table, cell_text};
use crate::ui::widgets::{Quote, Run};
use crate::ui::{Request, Scene};

/// The table stands that much further left than the content, so that its words stand at the edge.
const TABLE_INSET: f32 = 8.0;

fn columns() -> [Column<'static>; StatementColumn::ALL.len()] {
    [
        Column::exact("Date", 178.0).sortable(),
        Column::flexible("Speaker", 120.0, 1.0).sortable(),
        Column::flexible("Role", 96.0, 1.0),
        Column::exact("Directness", 122.0).sortable(),
        Column::flexible("Words", 200.0, 5.0),
        Column::exact("Medium", 96.0).sortable(),
        Column::flexible("Via", 80.0, 1.0),
        Column::exact("Source", 92.0).sortable(),
    ]
}

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, reveal: bool) {
    let State { order, sort, list, rows, cards, last_selected, .. } = state;
    let (reader, revision) = (scene.reader, scene.revision);
    let list = super::list(list, scene, *order);
    let rows = rows.get((revision, *order, *sort), || list.sorted(&reader, *sort));
    let columns = columns();
    let card_at = |row: usize| {
        let key = rows.get(row).copied().unwrap_or(Key(u64::MAX));
        cards.get(key, || card_of(scene, key).unwrap_or_default())
    };
    let selected = scene.selected.and_then(|key| rows.iter().position(|known| *known == key));
    let area = ui.available_rect_before_wrap();
    let left = area.left() + size::CONTENT_LEFT - TABLE_INSET;
    let right = area.right() - size::CONTENT_RIGHT + TABLE_INSET + size::S12;
    let rect = Rect::from_min_max(pos2(left, area.top()), pos2(right, area.bottom()));
    let mut requests = Vec::new();
    let answer = ui
        .scope_builder(UiBuilder::new().max_rect(rect), |ui| {
            Table::new("Statements", &columns, rows.len())
                .selected(selected)
                .sort(sort.map(|(column, descending)| sort_of(column, descending)))
                .reveal(selected.filter(|_| reveal))
                .show_with_menu(
                    ui,
                    |row| row_name(&card_at(row)),
                    |ui, row, column| {
                        if let Some(column) = StatementColumn::ALL.get(column) {
                            cell_ui(ui, *column, &card_at(row));
                        }
                    },
                    |ui, row| {
                        if let Some(key) = rows.get(row) {
                            copy_menu_ui(ui, &reader, *key, &mut requests);
                        }
                    },
                )
        })
        .inner;
    let key_at = |row: Option<usize>| row.and_then(|row| rows.get(row)).copied();
    let (picked, activated) = (key_at(answer.picked), key_at(answer.activated));
    if let Some(asked) = answer.sort {
        *sort = StatementColumn::ALL.get(asked.column).map(|column| (*column, asked.order == SortOrder::Descending));
    }
    if let Some(key) = picked {
        *last_selected = Some(key);
        scene.ask(Request::Select(key));
    }
    if let Some(key) = activated {
        scene.ask(Request::Show(key));
    }
    scene.requests.append(&mut requests);
}

fn sort_of(column: StatementColumn, descending: bool) -> Sort {
    let order = if descending { SortOrder::Descending } else { SortOrder::Ascending };
    Sort { column: StatementColumn::ALL.iter().position(|known| *known == column).unwrap_or_default(), order }
}

/// What a screen reader says of a row.
fn row_name(card: &StatementCard) -> String {
    format!("{}, {}, {}: {}", card.date, card.speaker.title, card.directness.label(), card.plain_words())
}

fn cell_ui(ui: &mut Ui, column: StatementColumn, card: &StatementCard) {
    let palette = theme::palette(ui);
    let mut weak = |text: &str| match text {
        "" => drop(cell_text(ui, Type::Body, "–", palette.text3)),
        text => drop(cell_text(ui, Type::Body, text, palette.text2)),
    };
    match column {
        StatementColumn::Date => drop(cell_text(ui, Type::Body, &card.date, palette.text)),
        StatementColumn::Speaker => drop(cell_text(ui, Type::Name, &card.speaker.title, palette.text)),
        StatementColumn::Role => weak(&card.speaker.detail),
        StatementColumn::Directness => {
            let (icon, _) = ui.allocate_exact_size(egui::Vec2::splat(size::ICON_SMALL), egui::Sense::hover());
            directness_icon(card.directness).paint(ui, icon.center(), size::ICON_SMALL, palette.text2);
            let text = cell_text(ui, Type::Body, card.directness.label(), palette.text2);
            text.on_hover_text(card.directness_detail());
        }
        StatementColumn::Words => words_ui(ui, card),
        StatementColumn::Medium => weak(card.medium),
        StatementColumn::Via => weak(&card.hop_words()),
        StatementColumn::Source => weak(&card.cite_words()),
    }
}

/// The words in one line, those of a source in serif.
fn words_ui(ui: &mut Ui, card: &StatementCard) {
    let asked = card.asked.as_ref().map(|asked| format!("Asked about: {}", asked.inquiry)).unwrap_or_default();
    let runs = if card.asked.is_some() { vec![Run::Para(&asked)] } else { quote_runs(&card.runs) };
    Quote::small(&runs).max_rows(1).show(ui);
}
