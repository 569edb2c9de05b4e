//! The table itself: rows of one height, drawn where they are in sight.

use super::sort::{CELL_PADDING, Sort};
use super::{columns, grip, header, keys};
use crate::ui::theme::{self, size};
use crate::ui::widgets::menu;
use columns::Column;
use egui::accesskit::Role;
use egui::{
    CornerRadius, Id, Modifiers, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};
use grip::Grip;

/// How a row was picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pick {
    /// It alone.
    #[default]
    Only,
    /// With Ctrl: it too, or no longer.
    Toggle,
    /// With Shift: it, and all rows up to it.
    Extend,
}

/// What a person did to a table in this frame.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct TableResponse {
    /// The row that was clicked, or that an arrow key moved to.
    pub picked: Option<usize>,
    /// How it was picked.
    pub pick: Pick,
    /// The column that was clicked, or that an arrow key moved to.
    pub column: Option<usize>,
    /// The row that was double-clicked, or on which Enter was pressed.
    pub activated: Option<usize>,
    /// The row whose menu was opened.
    pub menu: Option<usize>,
    /// The pointer is over this row.
    pub hovered: Option<usize>,
    /// The head of a column was clicked: sort this way now.
    pub sort: Option<Sort>,
    /// The row that a person begins to drag out of the table.
    pub carried: Option<usize>,
    /// A row was dragged by its grip: the row, and the one before which it is to stand; the number of rows for the end.
    pub moved: Option<(usize, usize)>,
    /// What takes the keys of the table.
    pub id: Option<Id>,
    /// The keys go to the table.
    pub has_focus: bool,
    /// Where the cell is that has the keys, while it is in sight.
    pub cell: Option<Rect>,
}

/// How the caller draws its rows.
pub(super) struct Rows<'a, N, C> {
    /// What a screen reader says of a row.
    name: N,
    /// Draws the cell of a row and a column.
    cell: C,
    /// Shows the menu of a row.
    menu: Option<&'a mut RowMenu<'a>>,
}

/// Shows the rows of the menu of a row.
pub(super) type RowMenu<'a> = dyn FnMut(&mut Ui, usize) + 'a;

/// A table with a fixed head.
#[must_use = "call show"]
pub struct Table<'a> {
    name: &'a str,
    columns: &'a [Column<'a>],
    row_count: usize,
    selected: Option<usize>,
    chosen: Option<&'a dyn Fn(usize) -> bool>,
    column: Option<usize>,
    grip: Option<Grip<'a>>,
    is_carried_from: bool,
    sort: Option<Sort>,
    reveal: Option<usize>,
}

impl<'a> Table<'a> {
    /// `name` is the accessible name, and tells tables in one ui apart.
    pub fn new(name: &'a str, columns: &'a [Column<'a>], row_count: usize) -> Self {
        Self {
            name,
            columns,
            row_count,
            selected: None,
            chosen: None,
            column: None,
            grip: None,
            is_carried_from: false,
            sort: None,
            reveal: None,
        }
    }

    /// The row that the keys move, shown as selected.
    pub fn selected(mut self, row: Option<usize>) -> Self {
        self.selected = row;
        self
    }

    /// Whether a row is one of several that are selected together; asked of rows in sight alone.
    pub fn chosen(mut self, is_chosen: &'a dyn Fn(usize) -> bool) -> Self {
        self.chosen = Some(is_chosen);
        self
    }

    /// The keys walk cells, and stand in this column.
    pub fn column(mut self, column: Option<usize>) -> Self {
        self.column = column;
        self
    }

    /// Rows have a grip at their left, to be dragged by.
    pub fn grip(mut self, grip: Option<Grip<'a>>) -> Self {
        self.grip = grip;
        self
    }

    /// Rows can be dragged out of the table; the caller is told which.
    pub fn carried_from(mut self, may_carry: bool) -> Self {
        self.is_carried_from = may_carry;
        self
    }

    /// The column whose head shows an arrow. The caller keeps the rows sorted.
    pub fn sort(mut self, sort: Option<Sort>) -> Self {
        self.sort = sort;
        self
    }

    /// Scrolls this row into sight, in this frame only.
    pub fn reveal(mut self, row: Option<usize>) -> Self {
        self.reveal = row;
        self
    }

    /// Shows the table in the available space.
    ///
    /// `row_name` is what a screen reader says of a row. `cell` draws the cell of a row and a column; its ui
    /// has the width of the cell, is clipped to it, and aligns as the column does.
    pub fn show(
        self,
        ui: &mut Ui,
        row_name: impl Fn(usize) -> String,
        cell: impl FnMut(&mut Ui, usize, usize),
    ) -> TableResponse {
        self.show_rows(ui, Rows { name: row_name, cell, menu: None })
    }

    /// As [`Self::show`], with a menu on a right click on a row: `menu` shows its rows.
    pub fn show_with_menu(
        self,
        ui: &mut Ui,
        row_name: impl Fn(usize) -> String,
        cell: impl FnMut(&mut Ui, usize, usize),
        mut menu: impl FnMut(&mut Ui, usize),
    ) -> TableResponse {
        self.show_rows(ui, Rows { name: row_name, cell, menu: Some(&mut menu) })
    }

    fn show_rows<N, C>(self, ui: &mut Ui, rows: Rows<'_, N, C>) -> TableResponse
    where
        N: Fn(usize) -> String,
        C: FnMut(&mut Ui, usize, usize),
    {
        let id = ui.make_persistent_id(("table", self.name));
        let mut response = TableResponse::default();
        ScrollArea::horizontal().id_salt(id.with("across")).auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let gutter = self.grip.map_or(0.0, |_| grip::WIDTH);
            let widths = columns::widths(ui, id, self.columns, gutter);
            ui.set_width(gutter + widths.iter().sum::<f32>());
            response.sort = header::show(ui, id, self.columns, &widths, gutter, self.sort);
            self.body(ui, id, &widths, rows, &mut response);
        });
        response
    }

    fn body<N, C>(&self, ui: &mut Ui, id: Id, widths: &[f32], mut rows: Rows<'_, N, C>, answer: &mut TableResponse)
    where
        N: Fn(usize) -> String,
        C: FnMut(&mut Ui, usize, usize),
    {
        let body = ui.available_rect_before_wrap();
        let table = ui.interact(body, id, Sense::focusable_noninteractive());
        table.widget_info(|| WidgetInfo::labeled(Role::Table, ui.is_enabled(), self.name));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_row_count(self.row_count);
            node.set_column_count(self.columns.len());
            if self.chosen.is_some() {
                node.set_multiselectable();
            }
        });
        answer.id = Some(id);
        answer.has_focus = table.has_focus();

        let page = (body.height() / size::TABLE_ROW) as usize;
        let column = self.column.map(|column| (column, self.columns.len()));
        let place = keys::Place { selected: self.selected, row_count: self.row_count, page, column };
        let key = keys::pressed(ui, &table, place);
        answer.activated = key.activated;
        answer.picked = key.moved_to;
        answer.pick = if key.extends { Pick::Extend } else { Pick::Only };
        answer.column = key.moved_to_column;
        let reveal = key.moved_to.or(self.reveal);

        let builder = UiBuilder::new().accessibility_parent(id);
        ui.scope_builder(builder, |ui| {
            ScrollArea::vertical().id_salt(id.with("down")).auto_shrink(false).show_viewport(ui, |ui, viewport| {
                let top = ui.max_rect().min;
                ui.set_height(size::TABLE_ROW * self.row_count as f32);
                for row in self.rows_in(viewport) {
                    let whole = self.row_rect(top, row, widths);
                    let response = self.row_ui(ui, id, whole, row, &rows.name);
                    if self.selected == Some(row) {
                        ui.ctx().accesskit_node_builder(id, |node| {
                            node.set_active_descendant(response.id.accesskit_id());
                        });
                    }
                    let cells = whole.with_min_x(whole.left() + self.grip.map_or(0.0, |_| grip::WIDTH));
                    for (column, rect) in columns::cells(cells, widths).enumerate() {
                        self.cell_ui(ui, rect, response.id, (row, column), &mut rows.cell);
                        self.paint_cell_focus(ui, &table, rect, (row, column), answer);
                    }
                    self.paint_focus(ui, &table, whole, row);
                    note(ui, &response, row, answer);
                    if response.clicked()
                        && let Some(pointer) = response.interact_pointer_pos()
                    {
                        answer.column =
                            columns::cells(cells, widths).position(|cell| cell.x_range().contains(pointer.x));
                    }
                    if let Some(grip) = self.grip {
                        grip.ui(ui, id, whole, row, response.hovered());
                    }
                    if let Some(menu) = &mut rows.menu {
                        menu::context_menu(&response, |ui| menu(ui, row));
                    }
                }
                if self.grip.is_some() {
                    answer.moved = grip::dragged(ui, id, top, self.row_count);
                }
                if let Some(row) = reveal.filter(|row| *row < self.row_count) {
                    ui.scroll_to_rect(self.row_rect(top, row, widths), None);
                }
            });
        });
        if answer.picked.is_some() || answer.moved.is_some() {
            table.request_focus();
        }
    }

    fn rows_in(&self, viewport: Rect) -> std::ops::Range<usize> {
        let first = (viewport.top() / size::TABLE_ROW).floor().max(0.0) as usize;
        let last = (viewport.bottom() / size::TABLE_ROW).ceil().max(0.0) as usize;
        first.min(self.row_count)..last.min(self.row_count)
    }

    fn row_ui(&self, ui: &Ui, id: Id, rect: Rect, row: usize, row_name: &impl Fn(usize) -> String) -> Response {
        let palette = theme::palette(ui);
        let selected = match self.chosen {
            Some(is_chosen) => is_chosen(row),
            None => self.selected == Some(row),
        };
        // The keyboard goes through the table as a whole, so a row takes clicks but not the focus.
        let sense = if self.is_carried_from { Sense::CLICK | Sense::DRAG } else { Sense::CLICK };
        let response = ui.interact(rect, id.with(("row", row)), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Row, ui.is_enabled(), row_name(row)));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_index(row);
            node.set_selected(selected);
        });
        let ground = match (selected, response.hovered()) {
            (true, _) => Some(palette.accent_wash),
            (false, true) => Some(palette.hover),
            (false, false) => None,
        };
        if let Some(colour) = ground {
            let radius = CornerRadius::same(size::RADIUS_INNER);
            ui.painter().rect_filled(rect, radius, colour);
        }
        let stroke = Stroke::new(size::LINE, palette.grid);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, stroke);
        response
    }

    fn cell_ui(
        &self,
        ui: &mut Ui,
        rect: Rect,
        parent: Id,
        (row, column): (usize, usize),
        cell: &mut impl FnMut(&mut Ui, usize, usize),
    ) {
        let align = self.columns.get(column).map(|column| column.align);
        let builder = UiBuilder::new()
            .id_salt((row, column))
            .accessibility_parent(parent)
            .accessibility_role(Role::Cell)
            .max_rect(rect.shrink2(vec2(CELL_PADDING, 0.0)))
            .layout(align.unwrap_or_default().layout());
        let mut ui = ui.new_child(builder);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_row_index(row);
            node.set_column_index(column);
        });
        ui.shrink_clip_rect(rect);
        ui.spacing_mut().item_spacing.x = size::S8;
        cell(&mut ui, row, column);
    }

    /// The focus ring stands round the selected row, which is what the keys move.
    fn paint_focus(&self, ui: &Ui, table: &Response, rect: Rect, row: usize) {
        let ringed = self.selected.unwrap_or(0) == row;
        if table.has_focus() && ringed && self.column.is_none() {
            ring(ui, rect);
        }
    }

    /// Where the keys walk cells it stands round the cell.
    fn paint_cell_focus(
        &self,
        ui: &Ui,
        table: &Response,
        rect: Rect,
        (row, column): (usize, usize),
        answer: &mut TableResponse,
    ) {
        if self.column != Some(column) || self.selected != Some(row) {
            return;
        }
        answer.cell = Some(rect);
        let known = table.id.with("column with the keys");
        if ui.data(|data| data.get_temp(known)).is_some_and(|last: usize| last != column) {
            ui.scroll_to_rect(rect, None);
        }
        ui.data_mut(|data| data.insert_temp(known, column));
        if table.has_focus() {
            ring(ui, rect);
        }
    }

    fn row_rect(&self, top: egui::Pos2, row: usize, widths: &[f32]) -> Rect {
        let min = pos2(top.x, top.y + size::TABLE_ROW * row as f32);
        let gutter = self.grip.map_or(0.0, |_| grip::WIDTH);
        Rect::from_min_size(min, vec2(gutter + widths.iter().sum::<f32>(), size::TABLE_ROW))
    }
}

pub(super) fn ring(ui: &Ui, rect: Rect) {
    let stroke = Stroke::new(size::FOCUS, theme::palette(ui).accent);
    let radius = CornerRadius::same(size::RADIUS_INNER);
    ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
}

pub(super) fn note(ui: &Ui, response: &Response, row: usize, answer: &mut TableResponse) {
    if response.hovered() {
        answer.hovered = Some(row);
    }
    if response.clicked() {
        let Modifiers { shift, command, .. } = ui.input(|input| input.modifiers);
        answer.picked = Some(row);
        answer.pick = match (shift, command) {
            (true, _) => Pick::Extend,
            (false, true) => Pick::Toggle,
            (false, false) => Pick::Only,
        };
    }
    if response.secondary_clicked() {
        answer.menu = Some(row);
    }
    if response.drag_started() {
        answer.carried = Some(row);
    }
    if response.double_clicked() {
        answer.activated = Some(row);
    }
}
