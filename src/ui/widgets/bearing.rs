//! A cell that says yes, no or neither: by its sign, and by its name for a screen reader.

use egui::accesskit::Role;
use egui::{CornerRadius, Rect, Response, Sense, Ui, WidgetInfo, vec2};

use super::content::{focus_ring, scroll_to_focus};
use crate::ui::theme::{self, icons, size};

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YesNo {
    /// A tick.
    Yes,
    /// A cross.
    No,
    /// A dash.
    Neither,
}

const SIGN: f32 = 15.0;
const SIGN_BOX: f32 = 24.0;

/// Shows the cell over a rectangle; one that may be changed takes clicks and the keys.
pub fn yes_no_cell(ui: &mut Ui, rect: Rect, id: egui::Id, says: YesNo, name: &str, may_change: bool) -> Response {
    let palette = theme::palette(ui);
    let response = ui.interact(rect, id, if may_change { Sense::click() } else { Sense::hover() });
    let role = if may_change { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, name));
    let sign = Rect::from_center_size(rect.center(), vec2(SIGN_BOX, SIGN_BOX));
    let is_lit = may_change && response.hovered();
    if is_lit || says == YesNo::No {
        let fill = if is_lit { palette.line } else { palette.hover };
        ui.painter().rect_filled(sign, CornerRadius::same(size::RADIUS_INNER), fill);
    }
    let (icon, colour) = match says {
        YesNo::Yes => (icons::CHECK, palette.text),
        YesNo::No => (icons::X, palette.text),
        YesNo::Neither => (icons::MINUS, palette.text3),
    };
    icon.paint(ui, sign.center(), SIGN, colour);
    focus_ring(ui, &response, rect.shrink(1.0), size::RADIUS_INNER);
    scroll_to_focus(ui, &response);
    response
}
