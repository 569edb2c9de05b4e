//! A table of records: rows, selection, cells that are edited.

use super::copying::Copying;
use super::editor::{Cell, Outcome, Then};
use super::fitting::Fitting;
use super::typed::take_text;
use super::{bar, moving, row_menu, selecting};
use crate::edit::fields::fields_of;
use crate::model::{AnyRecord, Key, RecordKind};
use crate::present::{ActorColumn, CellField, RowColumn, Rows, StatementColumn};
use crate::ui::command::EditRequest;
use crate::ui::shared::drag::carry;
use crate::ui::theme::size;
use crate::ui::widgets::table::{Column, Grip, Sort, Table, TableResponse};
use crate::ui::{Command, Draft, Request, Scene};
use egui::{Rect, Ui, UiBuilder};
use selecting::Selecting;
use std::sync::Arc;

/// Why rows do not move.
pub(super) const NOT_IN_ORDER: &str = "Rows move where they stand as in the file: View, Order as in the file";

/// What a table holds between frames.
#[derive(Debug, Default)]
pub(in crate::ui::tabs) struct State {
    /// The column that has the keys.
    column: usize,
    /// The cell that is being edited.
    cell: Option<Cell>,
    /// How many cells were edited, to tell the controls of one from those of another.
    opened: u64,
    /// The selection that was last brought into sight.
    revealed: Option<Key>,
    selecting: Selecting,
    copying: Copying,
    fitting: Fitting,
}

impl State {
    /// Since when something is being worked out on a thread, in the window's time in seconds.
    pub(in crate::ui::tabs) fn busy_since(&self) -> Option<f64> {
        self.selecting.busy_since().or(self.copying.busy_since())
    }

    /// Whether a cell is being edited.
    pub(in crate::ui::tabs) fn is_editing(&self) -> bool {
        self.cell.is_some()
    }

    /// What is typed into a cell and is no step yet.
    pub(in crate::ui::tabs) fn draft(&self) -> Option<Draft> {
        self.cell.as_ref().and_then(Cell::draft)
    }

    /// Takes what was typed into a cell, and closes it.
    pub(in crate::ui::tabs) fn take_draft(&mut self) -> Option<Draft> {
        self.cell.take().and_then(Cell::into_draft)
    }

    /// Copies these rows, as text for a spreadsheet.
    pub(in crate::ui::tabs) fn copy(
        &mut self,
        ui: &Ui,
        scene: &Scene,
        kind: RecordKind,
        keys: Vec<Key>,
        columns: &[RowColumn],
    ) -> Option<Request> {
        self.copying.begin(ui.ctx(), scene, kind, keys, columns)
    }
}

/// A table of records.
pub(in crate::ui::tabs) struct RecordTable<'a> {
    /// Its accessible name.
    pub name: &'a str,
    /// What its rows are.
    pub kind: RecordKind,
    /// The rows, in their order.
    pub rows: &'a Arc<Rows>,
    /// What stands in its columns.
    pub columns: &'a [RowColumn],
    /// How the columns look.
    pub looks: &'a [Column<'a>],
    /// The column that sorts; none where the rows stand as in the file.
    pub sort: Option<Sort>,
    /// The record that is looked at.
    pub selected: Option<Key>,
}

/// What a person did to a table of records.
#[derive(Debug, Default)]
pub(in crate::ui::tabs) struct TableAnswer {
    requests: Vec<Request>,
    /// Sort this way now.
    pub sort: Option<Sort>,
    /// Show the rows as they stand in the file.
    pub orders_as_in_file: bool,
}

impl TableAnswer {
    /// Leaves what was asked for in the scene.
    pub(in crate::ui::tabs) fn leave(self, scene: &mut Scene) {
        scene.requests.extend(self.requests);
        scene.has_table = true;
    }
}

impl RecordTable<'_> {
    /// Shows the table in the available space. `row_name` is what a screen reader says of a row; `cell` draws a cell.
    pub(in crate::ui::tabs) fn show(
        self,
        ui: &mut Ui,
        scene: &Scene,
        state: &mut State,
        row_name: impl Fn(Key) -> String,
        mut cell: impl FnMut(&mut Ui, Key, RowColumn),
    ) -> TableAnswer {
        let mut answer = TableAnswer::default();
        answer.requests.extend(state.selecting.prune(ui.ctx(), scene.chosen, self.rows));
        answer.requests.extend(state.copying.poll());
        let area = ui.available_rect_before_wrap();
        let bar = bar::HEIGHT * f32::from(u8::from(scene.chosen.len() > 1));
        let above = Rect::from_min_max(area.min, egui::pos2(area.right(), area.bottom() - bar));
        let response = ui.scope_builder(UiBuilder::new().max_rect(above), |ui| {
            self.rows_ui(ui, scene, state, &mut answer.requests, &row_name, &mut cell)
        });
        let response = response.inner;
        answer.sort = response.sort;
        self.take(ui, scene, state, &response, &mut answer);
        self.cell_ui(ui, scene, state, &response, &mut answer.requests);
        if bar > 0.0 {
            let below = area.with_min_y(above.bottom());
            bar::ui(ui, below, scene, self.kind, self.rows.len(), &mut answer.requests);
        }
        answer
    }

    fn rows_ui(
        &self,
        ui: &mut Ui,
        scene: &Scene,
        state: &mut State,
        requests: &mut Vec<Request>,
        row_name: &impl Fn(Key) -> String,
        cell: &mut impl FnMut(&mut Ui, Key, RowColumn),
    ) -> TableResponse {
        let selected = self.selected.and_then(|key| self.rows.row_of(key));
        let reveal = if state.revealed == self.selected { None } else { selected };
        // The row of a new record comes later where there are many.
        if selected.is_some() || self.selected.is_none() {
            state.revealed = self.selected;
        }
        let is_chosen = |row: usize| {
            let key = self.rows.key_at(row);
            let is_it = |key: Key| scene.chosen.is_empty() && self.selected == Some(key) || scene.chosen.has(key);
            key.is_some_and(is_it)
        };
        let grip = if self.sort.is_none() { Grip::Free } else { Grip::Fixed(NOT_IN_ORDER) };
        let column = state.column.min(self.columns.len().saturating_sub(1));
        let of = (scene.reader, scene.revision);
        let looks = state.fitting.fitted(ui, of, self.rows, self.columns, self.looks);
        Table::new(self.name, &looks, self.rows.len())
            .selected(selected)
            .chosen(&is_chosen)
            .column(scene.is_editing.then_some(column))
            .grip(scene.is_editing.then_some(grip))
            .carried_from(scene.is_editing)
            .sort(self.sort)
            .reveal(reveal)
            .show_with_menu(
                ui,
                |row| self.rows.key_at(row).map(row_name).unwrap_or_default(),
                |ui, row, column| {
                    if let (Some(key), Some(column)) = (self.rows.key_at(row), self.columns.get(column)) {
                        cell(ui, key, *column);
                    }
                },
                |ui, row| {
                    if let Some(key) = self.rows.key_at(row) {
                        row_menu::ui(ui, scene, key, requests);
                    }
                },
            )
    }

    /// What was done to the rows.
    fn take(&self, ui: &Ui, scene: &Scene, state: &mut State, response: &TableResponse, answer: &mut TableAnswer) {
        if let Some(column) = response.column {
            state.column = column;
        }
        let key_at = |row: Option<usize>| row.and_then(|row| self.rows.key_at(row));
        if let (Some(row), Some(key)) = (response.picked, key_at(response.picked)) {
            // What was picked is in sight already.
            state.revealed = Some(key);
            answer.requests.push(state.selecting.pick(scene.chosen, self.rows, self.selected, row, response.pick));
        }
        if let Some(key) = key_at(response.menu).filter(|key| !scene.chosen.has(*key)) {
            state.revealed = Some(key);
            answer.requests.push(Request::Choose(Arc::default(), Some(key)));
        }
        if let Some(key) = key_at(response.carried) {
            carry(ui.ctx(), scene, key);
        }
        if let Some((row, target)) = response.moved {
            answer.requests.extend(moving::dragged(scene, self.kind, self.rows, row, target));
        }
        if let Some(key) = key_at(response.activated) {
            if scene.is_editing {
                self.open(scene, state, key, String::new(), &mut answer.requests);
            } else {
                answer.requests.push(Request::Show(key));
            }
        }
        self.obey(ui, scene, state, response, answer);
        self.begin_typing(ui, scene, state, response, &mut answer.requests);
    }

    /// What was asked of the table by name.
    fn obey(&self, ui: &Ui, scene: &Scene, state: &mut State, response: &TableResponse, answer: &mut TableAnswer) {
        let selected = self.selected.filter(|key| self.rows.has(*key));
        match scene.asked_of_table {
            Some(Command::SelectAll) => {
                let first = selected.or_else(|| self.rows.key_at(0));
                answer.requests.push(state.selecting.all(self.rows, first));
                if let Some(id) = response.id {
                    ui.memory_mut(|memory| memory.request_focus(id));
                }
            }
            Some(Command::CopyRows) => {
                let keys = selecting::targets(scene, selected);
                answer.requests.extend(state.copy(ui, scene, self.kind, keys, self.columns));
            }
            Some(Command::OrderAsInFile) => answer.orders_as_in_file = true,
            Some(command @ (Command::MoveUp | Command::MoveDown)) => {
                let request = match self.sort {
                    Some(_) => Some(Request::Tell(NOT_IN_ORDER.to_owned())),
                    None => moving::stepped(scene, self.kind, self.rows, selected, command == Command::MoveUp),
                };
                // The moved row is brought into sight again.
                state.revealed = None;
                answer.requests.extend(request);
            }
            Some(Command::EditCell) => {
                if let Some(key) = selected {
                    self.open(scene, state, key, String::new(), &mut answer.requests);
                } else {
                    answer.requests.push(Request::Tell("Select a row first".to_owned()));
                }
            }
            _ => {}
        }
    }

    /// Letters typed on a cell open it and take the place of what stands there.
    fn begin_typing(
        &self,
        ui: &Ui,
        scene: &Scene,
        state: &mut State,
        response: &TableResponse,
        requests: &mut Vec<Request>,
    ) {
        if !scene.is_editing || !response.has_focus || state.cell.is_some() {
            return;
        }
        let Some(key) = self.selected.filter(|key| self.rows.has(*key)) else { return };
        let typed = take_text(ui);
        if !typed.trim().is_empty() {
            self.open(scene, state, key, typed, requests);
        }
    }

    /// Opens the cell of a record in the column that has the keys; where it cannot be edited, says why.
    fn open(&self, scene: &Scene, state: &mut State, key: Key, typed: String, requests: &mut Vec<Request>) {
        let column = state.column.min(self.columns.len().saturating_sub(1));
        let Some(column) = self.columns.get(column) else { return };
        if let Some(actor) = actor_of_roles(scene, key, *column) {
            requests.push(Request::OpenRoles(actor));
            return;
        }
        match column.cell() {
            CellField::Derived(why) => requests.push(Request::Tell(why.to_owned())),
            CellField::Field(name) => {
                let field = fields_of(self.kind).iter().find(|field| field.name == name);
                let record = scene.reader.record(key);
                if let (Some(field), Some(record)) = (field, record) {
                    state.opened += 1;
                    state.cell = Some(Cell::new(key, field, record.field_node(name), typed, state.opened));
                }
            }
        }
    }

    /// The control over the cell that is being edited.
    fn cell_ui(
        &self,
        ui: &Ui,
        scene: &Scene,
        state: &mut State,
        response: &TableResponse,
        requests: &mut Vec<Request>,
    ) {
        let Some(cell) = &mut state.cell else { return };
        if !scene.is_editing || self.selected != Some(cell.key) && self.rows.has(cell.key) {
            requests.extend(state.take_draft().map(|draft| EditRequest::SetField(draft).into()));
            return;
        }
        let then = match cell.ui(ui, scene, response.cell) {
            Outcome::Stays => return,
            Outcome::Ends(request, then) => {
                requests.extend(request.map(|request| *request));
                then
            }
        };
        let row = self.rows.row_of(cell.key);
        state.cell = None;
        if let Some(id) = response.id {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        match then {
            Then::Stay => {}
            Then::Left => state.column = state.column.saturating_sub(1),
            Then::Right => state.column = (state.column + 1).min(self.columns.len().saturating_sub(1)),
            Then::Down => {
                if let Some(key) = row.and_then(|row| self.rows.key_at(row + 1)) {
                    requests.push(Request::Choose(Arc::default(), Some(key)));
                }
            }
        }
    }
}

/// The actor whose roles a cell tells: they are changed in its form.
fn actor_of_roles(scene: &Scene, key: Key, column: RowColumn) -> Option<Key> {
    match (column, scene.reader.record(key)?) {
        (RowColumn::Actor(ActorColumn::Role), AnyRecord::Actor(_)) => Some(key),
        (RowColumn::Statement(StatementColumn::Role), AnyRecord::Statement(statement)) => {
            scene.reader.index.key_of(&statement.speaker)
        }
        _ => None,
    }
}

/// The table stands that much further left than the content, so that its words stand at the edge.
pub(super) const INSET: f32 = 8.0;

/// Where the table of a tab stands.
pub(in crate::ui::tabs) fn table_area<R>(ui: &mut Ui, show: impl FnOnce(&mut Ui) -> R) -> R {
    let area = ui.available_rect_before_wrap();
    let left = area.left() + size::CONTENT_LEFT - INSET;
    let right = area.right() - size::CONTENT_RIGHT + INSET + size::S12;
    let rect = Rect::from_min_max(egui::pos2(left, area.top()), egui::pos2(right, area.bottom()));
    ui.scope_builder(UiBuilder::new().max_rect(rect), show).inner
}
