//! The bar over the content of a tab: choices at the left, switches at the right.

use egui::{Align, Layout, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::ui::theme::size;

/// Controls with a padding of their own begin that much further left, so that their words stand at the edge.
pub const WORDS_INSET: f32 = 6.0;

/// Shows the bar. Both sides are told how wide it is, to leave out what does not fit.
pub fn choices_bar_ui(ui: &mut Ui, left: impl FnOnce(&mut Ui, f32), right: impl FnOnce(&mut Ui, f32)) {
    let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::TOOL_BAR), Sense::hover());
    let inner = Rect::from_min_max(
        pos2(bar.left() + size::CONTENT_LEFT - WORDS_INSET, bar.top()),
        pos2(bar.right() - size::CONTENT_RIGHT + size::S12, bar.bottom()),
    );
    let side = |layout: Layout, rect: Rect| UiBuilder::new().max_rect(rect).layout(layout);
    let mut at_left = ui.new_child(side(Layout::left_to_right(Align::Center), inner));
    at_left.spacing_mut().item_spacing.x = size::S8;
    left(&mut at_left, inner.width());
    let rest = inner.with_min_x(at_left.min_rect().right().min(inner.right()));
    let mut at_right = ui.new_child(side(Layout::right_to_left(Align::Center), rest));
    at_right.spacing_mut().item_spacing.x = size::S12;
    right(&mut at_right, inner.width());
}
