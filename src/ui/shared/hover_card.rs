//! The card over what lies under the pointer: beside whatever a person works with, never over it.

use egui::{Area, Context, Frame, Id, Margin, Order, Popup, Rect, Response, Tooltip, Ui, vec2};

use crate::ui::Scene;
use crate::ui::theme::size;

/// From the pointer to the card.
const GAP: f32 = size::S16;

/// Whether a card would be welcome: not while a menu is open or somebody types, in a form or in the search.
pub fn may_show_card(ctx: &Context) -> bool {
    !Popup::is_any_open(ctx) && !ctx.text_edit_focused()
}

/// Shows a card while the pointer rests on `response`.
pub fn hover_card(ui: &Ui, scene: &Scene, response: &Response, add: impl FnOnce(&mut Ui)) {
    if may_show_card(ui.ctx()) && Tooltip::should_show_tooltip(response, false) {
        card_at_pointer(ui, scene.covered_from, response.id, add);
    }
}

/// Shows a card beside the pointer, within the window and left of what covers its right side.
pub fn card_at_pointer(ui: &Ui, covered_from: Option<f32>, id: Id, add: impl FnOnce(&mut Ui)) {
    let Some(pointer) = ui.input(|input| input.pointer.hover_pos()) else { return };
    let window = ui.ctx().content_rect().shrink(size::S4);
    let room = window.with_max_x(covered_from.map_or(window.right(), |left| left.min(window.right())));
    let id = id.with("card");
    let known: Option<egui::Vec2> = ui.data(|data| data.get_temp(id));
    let wanted = known.unwrap_or(vec2(0.0, 0.0));
    // Right below the pointer; at the edges on its other side, so that it never hides what is pointed at.
    let at = |from: f32, wide: f32, end: f32| if from + GAP + wide <= end { from + GAP } else { from - GAP - wide };
    let corner = egui::pos2(at(pointer.x, wanted.x, room.right()), at(pointer.y, wanted.y, room.bottom()));
    let area = Area::new(id).order(Order::Tooltip).interactable(false).fixed_pos(corner.max(window.min));
    let shown = area.constrain_to(Rect::from_min_max(window.min, room.max)).show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).inner_margin(Margin::symmetric(12, 10)).show(ui, add);
    });
    let size = shown.response.rect.size();
    if known != Some(size) {
        ui.data_mut(|data| data.insert_temp(id, size));
        ui.ctx().request_discard("the size of a card is known once it was laid out");
    }
}
