//! Sources as a table.

use std::sync::Arc;

use egui::Ui;

use super::state::State as TabState;
use super::table_state::State;
use crate::model::{Key, RecordKind};
use crate::present::sources::{SourceColumn, SourceRow, sorted_sources};
use crate::present::{RowColumn, Rows};
use crate::ui::Scene;
use crate::ui::tabs::record_table::{RecordTable, table_area};
use crate::ui::theme::{self, Type};
use crate::ui::widgets::grade_box;
use crate::ui::widgets::table::{Column, Sort, SortOrder, cell_number, cell_text};

fn look(column: SourceColumn) -> Column<'static> {
    let label = column.label();
    match column {
        SourceColumn::Publisher => Column::fitted(label, 0.0),
        SourceColumn::Title => Column::rest(label),
        SourceColumn::Kind => Column::fitted(label, 0.0),
        // A day is not cut within.
        SourceColumn::Published => Column::fitted(label, 0.0).down_to(112.0),
        SourceColumn::Author => Column::fitted(label, 0.0),
        SourceColumn::Reliability => Column::exact(label, 92.0),
        SourceColumn::Seen => Column::fitted(label, 0.0),
        SourceColumn::Address => Column::fitted(label, 0.0),
        SourceColumn::Cited => Column::exact(label, 82.0).right(),
    }
    .sortable()
}

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut TabState) {
    let TabState { table: State { sort, rows }, records, rows: kept, .. } = state;
    let (reader, shown) = (scene.reader, scene.shown);
    let rows = rows.get((scene.revision, *sort), || Arc::new(Rows::new(sorted_sources(&reader, shown, *sort))));
    let looks: Vec<Column<'_>> = SourceColumn::ALL.iter().copied().map(look).collect();
    let columns = RowColumn::of(RecordKind::Source);
    let row_of = |key: Key| kept.get(key, || SourceRow::new(&reader, key));
    let order = |descending: bool| if descending { SortOrder::Descending } else { SortOrder::Ascending };
    let place = |by: SourceColumn| SourceColumn::ALL.iter().position(|column| *column == by).unwrap_or_default();
    let table = RecordTable {
        name: "Sources",
        kind: RecordKind::Source,
        rows,
        columns: &columns,
        looks: &looks,
        sort: sort.map(|(by, descending)| Sort { column: place(by), order: order(descending) }),
        selected: scene.selected,
    };
    let name = |key: Key| row_of(key).as_ref().as_ref().map(SourceRow::spoken).unwrap_or_default();
    let answer = table_area(ui, |ui| {
        table.show(ui, scene, records, name, |ui, key, column| {
            if let (Some(row), RowColumn::Source(column)) = (&*row_of(key), column) {
                cell_ui(ui, column, row);
            }
        })
    });
    if let Some(asked) = answer.sort {
        *sort = SourceColumn::ALL.get(asked.column).map(|column| (*column, asked.order == SortOrder::Descending));
    }
    if answer.orders_as_in_file {
        *sort = None;
    }
    answer.leave(scene);
}

fn cell_ui(ui: &mut Ui, column: SourceColumn, row: &SourceRow) {
    let palette = theme::palette(ui);
    let mut weak = |text: &str| match text {
        "" => drop(cell_text(ui, Type::Body, "–", palette.text3)),
        text => drop(cell_text(ui, Type::Body, text, palette.text2)),
    };
    match column {
        SourceColumn::Publisher => drop(cell_text(ui, Type::Name, &row.publisher, palette.text)),
        SourceColumn::Title => weak(&row.title),
        SourceColumn::Kind => weak(row.kind_or_nothing),
        SourceColumn::Published => weak(&row.date),
        SourceColumn::Author => weak(&row.author),
        SourceColumn::Reliability => drop(grade_box(ui, row.grade)),
        SourceColumn::Seen => weak(row.seen),
        SourceColumn::Address => weak(&row.address),
        SourceColumn::Cited => drop(cell_number(ui, row.cited)),
    }
}
