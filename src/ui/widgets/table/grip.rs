//! The grip at the left of a row, by which it is dragged to another place.

use egui::accesskit::Role;
use egui::{CursorIcon, Id, Pos2, Rangef, Rect, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::ui::theme::{self, icons, size};

/// The gutter that grips stand in.
pub(super) const WIDTH: f32 = 18.0;
/// So close to the upper or lower edge a dragged row scrolls the table.
const EDGE: f32 = 24.0;
/// So many points in a frame.
const SCROLL: f32 = 12.0;

/// What the grips of rows do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grip<'a> {
    /// A row is dragged by it.
    Free,
    /// It does nothing, and says why.
    Fixed(&'a str),
}

impl Grip<'_> {
    /// Shows the grip of a row; it stands out while the pointer is on the row.
    pub(super) fn ui(self, ui: &Ui, table: Id, row_rect: Rect, row: usize, is_lit: bool) {
        let rect = Rect::from_min_size(row_rect.min, vec2(WIDTH, row_rect.height()));
        let sense = if self == Grip::Free { Sense::drag() } else { Sense::hover() };
        let response = ui.interact(rect, table.with(("grip", row)), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, self == Grip::Free, format!("Move row {}", row + 1)));
        let palette = theme::palette(ui);
        let colour = if is_lit || response.hovered() { palette.text2 } else { palette.line_strong };
        icons::DOTS_SIX_VERTICAL.paint(ui, rect.center(), size::ICON_SMALL, colour);
        match self {
            Grip::Free if response.drag_started() => {
                ui.data_mut(|data| data.insert_temp(dragging(table), row));
            }
            Grip::Free if response.hovered() => ui.ctx().set_cursor_icon(CursorIcon::Grab),
            Grip::Free => {}
            Grip::Fixed(why) => {
                response.on_hover_text(why);
            }
        }
    }
}

fn dragging(table: Id) -> Id {
    table.with("dragging")
}

/// Shows where the dragged row would stand; once it is let go, which row it was and before which it is to stand.
pub(super) fn dragged(ui: &Ui, table: Id, top: Pos2, row_count: usize) -> Option<(usize, usize)> {
    let row: usize = ui.data(|data| data.get_temp(dragging(table)))?;
    let (pointer, is_down) = ui.input(|input| (input.pointer.interact_pos(), input.pointer.any_down()));
    let target = pointer.map(|pointer| {
        let rows = ((pointer.y - top.y) / size::TABLE_ROW).round().max(0.0);
        (rows as usize).min(row_count)
    });
    if is_down && !ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        if let (Some(pointer), Some(target)) = (pointer, target) {
            scroll_near_edges(ui, pointer);
            let y = top.y + size::TABLE_ROW * target as f32;
            let line = Rangef::new(ui.clip_rect().left(), ui.clip_rect().right());
            ui.painter().hline(line, y, Stroke::new(size::FOCUS, theme::palette(ui).accent));
        }
        return None;
    }
    ui.data_mut(|data| data.remove::<usize>(dragging(table)));
    let target = target.filter(|_| !is_down)?;
    (target != row && target != row + 1).then_some((row, target))
}

fn scroll_near_edges(ui: &Ui, pointer: Pos2) {
    let clip = ui.clip_rect();
    let delta = match pointer.y {
        y if y < clip.top() + EDGE => SCROLL,
        y if y > clip.bottom() - EDGE => -SCROLL,
        _ => return,
    };
    ui.scroll_with_delta(vec2(0.0, delta));
    ui.ctx().request_repaint();
}
