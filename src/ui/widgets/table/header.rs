//! The head of a table: names of columns, the arrow of the one that sorts, handles between them.

use egui::accesskit::{Role, SortDirection};
use egui::{CornerRadius, CursorIcon, Id, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::columns::{self, Column, ColumnAlign};
use super::sort::{CELL_PADDING, Sort, SortOrder};
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::content::{Content, focus_ring};

const ARROW: f32 = 12.0;
const HANDLE: f32 = 6.0;

/// Shows the head, beginning after a gutter of so many points; returns the sort that a click asks for.
pub(super) fn show(
    ui: &mut Ui,
    table: Id,
    columns: &[Column<'_>],
    widths: &[f32],
    gutter: f32,
    sort: Option<Sort>,
) -> Option<Sort> {
    let wanted = vec2(gutter + widths.iter().sum::<f32>(), size::TABLE_HEAD);
    let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
    let mut asked = None;
    for (index, cell) in columns::cells(rect.with_min_x(rect.left() + gutter), widths).enumerate() {
        let Some(column) = columns.get(index) else {
            continue;
        };
        let order = sort.filter(|sort| sort.column == index).map(|sort| sort.order);
        if head_ui(ui, table, cell, index, column, order).clicked() {
            asked = Some(Sort { column: index, order: next_order(order) });
        }
        handle_ui(ui, table, cell, index);
    }
    let stroke = Stroke::new(size::LINE, theme::palette(ui).line_strong);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, stroke);
    asked
}

fn next_order(order: Option<SortOrder>) -> SortOrder {
    match order {
        Some(SortOrder::Ascending) => SortOrder::Descending,
        Some(SortOrder::Descending) | None => SortOrder::Ascending,
    }
}

fn head_ui(ui: &Ui, table: Id, rect: Rect, index: usize, column: &Column<'_>, order: Option<SortOrder>) -> Response {
    let palette = theme::palette(ui);
    let sense = if column.sortable { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, table.with(("head", index)), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, ui.is_enabled(), column.name));
    let direction = order.map(|order| match order {
        SortOrder::Ascending => SortDirection::Ascending,
        SortOrder::Descending => SortDirection::Descending,
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_column_index(index);
        if let Some(direction) = direction {
            node.set_sort_direction(direction);
        }
    });
    if column.sortable && response.hovered() {
        let radius = CornerRadius::same(size::RADIUS_INNER);
        ui.painter().rect_filled(rect.shrink2(vec2(2.0, 3.0)), radius, palette.hover);
    }
    let colour = if order.is_some() { palette.text } else { palette.text2 };
    let room = rect.width() - 2.0 * CELL_PADDING - order.map_or(0.0, |_| ARROW + size::S4);
    let mut shown = column.name;
    let mut room = room;
    if let Some((first, last)) = column.ends {
        let end = Type::SmallName.truncated(ui, last, colour, f32::INFINITY);
        room -= end.size().x + size::S4;
        shown = first;
        let left = rect.right() - CELL_PADDING - end.size().x;
        Content::default().galley(0.0, end).paint(ui, left, rect.center().y);
    }
    let name = Type::SmallName.truncated(ui, shown, colour, room.max(0.0));
    let mut content = Content::default().galley(0.0, name);
    if let Some(order) = order {
        let arrow = match order {
            SortOrder::Ascending => icons::CARET_UP,
            SortOrder::Descending => icons::CARET_DOWN,
        };
        content = content.icon(size::S4, arrow, ARROW, colour);
    }
    let left = match column.align {
        ColumnAlign::Left => rect.left() + CELL_PADDING,
        ColumnAlign::Right => rect.right() - CELL_PADDING - content.width(),
    };
    content.paint(ui, left, rect.center().y);
    focus_ring(ui, &response, rect.shrink(2.0), size::RADIUS_INNER);
    response
}

/// The right edge of a column: drag to make it wider, double-click to give it its own width back.
fn handle_ui(ui: &Ui, table: Id, cell: Rect, index: usize) {
    let handle = Rect::from_center_size(pos2(cell.right(), cell.center().y), vec2(HANDLE, cell.height()));
    let response = ui.interact(handle, table.with(("handle", index)), Sense::CLICK | Sense::DRAG);
    if response.hovered() || response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeColumn);
        let stroke = Stroke::new(size::FOCUS, theme::palette(ui).line_strong);
        ui.painter().vline(cell.right(), cell.y_range().shrink(6.0), stroke);
    }
    if response.double_clicked() {
        columns::reset(ui, table, index);
    } else if response.dragged()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        columns::drag(ui, table, index, pointer.x - cell.left());
    }
}
