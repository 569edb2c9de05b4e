//! Statements as a table.

use std::sync::Arc;

use egui::Ui;

use super::state::{State, card_of};
use crate::model::{Key, RecordKind};
use crate::present::{Asked, RowColumn, Rows, StatementCard, StatementColumn};
use crate::ui::Scene;
use crate::ui::shared::quote_runs::quote_runs;
use crate::ui::shared::record_icon::directness_icon;
use crate::ui::tabs::record_table::{RecordTable, table_area};
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::table::{Column, Sort, SortOrder, cell_text};
use crate::ui::widgets::{Quote, Run};

/// An icon before the words.
const ICON: f32 = size::ICON_SMALL + size::S8;

fn looks() -> [Column<'static>; StatementColumn::ALL.len()] {
    [
        Column::fitted("Date", 0.0).down_to(128.0).sortable(),
        Column::fitted("Speaker", 0.0).sortable(),
        Column::fitted("Role", 0.0),
        Column::fitted("Directness", ICON).sortable(),
        Column::fitted("Cue", 0.0),
        Column::rest("Words"),
        Column::fitted("Medium", 0.0).sortable(),
        Column::fitted("Via", 0.0),
        Column::fitted("Source", 0.0).sortable(),
    ]
}

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State, rows: &Arc<Rows>) {
    let State { sort, cards, records, .. } = state;
    let looks = looks();
    let columns = RowColumn::of(RecordKind::Statement);
    let card_at = |key: Key| cards.get(key, || card_of(scene, key).unwrap_or_default());
    let table = RecordTable {
        name: "Statements",
        kind: RecordKind::Statement,
        rows,
        columns: &columns,
        looks: &looks,
        sort: sort.map(|(column, descending)| sort_of(column, descending)),
        selected: scene.selected,
    };
    let answer = table_area(ui, |ui| {
        let name = |key: Key| row_name(&card_at(key));
        table.show(ui, scene, records, name, |ui, key, column| {
            if let RowColumn::Statement(column) = column {
                cell_ui(ui, column, &card_at(key));
            }
        })
    });
    if let Some(asked) = answer.sort {
        *sort = StatementColumn::ALL.get(asked.column).map(|column| (*column, asked.order == SortOrder::Descending));
    }
    if answer.orders_as_in_file {
        *sort = None;
    }
    answer.leave(scene);
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
        StatementColumn::Cue => weak(&card.cue),
        StatementColumn::Words => words_ui(ui, card),
        StatementColumn::Medium => weak(card.medium),
        StatementColumn::Via => weak(&card.hop_words()),
        StatementColumn::Source => weak(&card.cite_words()),
    }
}

/// The words in one line, those of a source in serif; their verb stands in the column before.
fn words_ui(ui: &mut Ui, card: &StatementCard) {
    let asked = card.asked.as_ref().map(Asked::inquiry_words).unwrap_or_default();
    let mut runs = if card.asked.is_some() { vec![Run::Para(&asked)] } else { quote_runs(&card.said) };
    runs.retain(|run| !matches!(run, Run::LeadIn(_)));
    Quote::small(&runs).max_rows(1).show(ui);
}
