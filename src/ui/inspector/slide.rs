//! In a narrow window the inspector slides over the content, which keeps its width.

use egui::{Area, Id, Key as Press, Modifiers, Order, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use std::sync::Arc;

use crate::model::Key;
use crate::present::chart::Period;
use crate::ui::theme::{self, size};

/// What the inspector shows: a record, or a stretch of time.
type LookedAt = (Option<Key>, Option<Arc<Period>>);

/// Whether the inspector lies over the content.
#[derive(Debug, Default)]
pub(super) struct Slide {
    is_narrow: bool,
    is_open: bool,
    looked_at: LookedAt,
    pointed: Option<(Key, String)>,
    /// How far it had come in the last frame, 0 to 1.
    share: f32,
    /// Whether it was hidden in the wide window, to be so again.
    was_hidden: bool,
}

impl Slide {
    /// Lies over the content, whatever is looked at.
    pub(super) fn open(&mut self) {
        self.is_open = true;
    }

    /// Gives the content free, until something else is looked at.
    pub(super) fn close(&mut self) {
        self.is_open = false;
    }

    /// Opens with a selection; the command that hides the inspector closes and opens it here.
    pub(super) fn follow(
        &mut self,
        is_narrow: bool,
        is_hidden: &mut bool,
        looked_at: LookedAt,
        pointed: Option<&(Key, String)>,
    ) {
        let shows_something = looked_at.0.is_some() || looked_at.1.is_some();
        let begins = is_narrow && !self.is_narrow;
        if begins {
            self.was_hidden = std::mem::take(is_hidden);
            self.is_open = shows_something && !self.was_hidden;
        } else if self.is_narrow && !is_narrow {
            *is_hidden = self.was_hidden;
        } else if is_narrow && std::mem::take(is_hidden) {
            self.is_open = !self.is_open;
        } else if is_narrow && shows_something && (!self.is_same(&looked_at) || self.pointed.as_ref() != pointed) {
            self.is_open = true;
        }
        self.is_narrow = is_narrow;
        self.looked_at = looked_at;
        self.pointed = pointed.cloned();
    }

    /// Whether it is what was looked at in the last frame, though it may be counted anew.
    fn is_same(&self, (selected, period): &LookedAt) -> bool {
        let is_same_period = match (&self.looked_at.1, period) {
            (Some(old), Some(new)) => old.is_same_stretch(new),
            (old, new) => old.is_none() && new.is_none(),
        };
        self.looked_at.0 == *selected && is_same_period
    }
}

/// Room that stays of the content at the left.
const CONTENT_LEFT_FREE: f32 = 48.0;

/// Draws `inner` over the right of `content`, sliding in and out; tells where it begins.
pub(super) fn area_ui(
    ui: &Ui,
    content: Rect,
    width: f32,
    slide: &mut Slide,
    inner: impl FnOnce(&mut Ui),
) -> Option<f32> {
    let share = ui.ctx().animate_bool(Id::unique("inspector slides"), slide.is_open);
    let is_at_rest = share.to_bits() == slide.share.to_bits();
    if !is_at_rest || (share > 0.0) != slide.is_open {
        // The animation asks for no frame before it moves nor after it arrived; a new area is not drawn in its first.
        ui.ctx().request_repaint();
    }
    slide.share = share;
    if share <= 0.0 {
        return None;
    }
    let width = width.min((content.width() - CONTENT_LEFT_FREE).max(size::INSPECTOR_MIN));
    let left = content.right() - width * share;
    let place = Rect::from_min_size(pos2(left, content.top()), vec2(width, content.height()));
    Area::new(Id::unique("inspector over content"))
        .order(Order::Middle)
        .fixed_pos(place.min)
        .constrain(false)
        .fade_in(false)
        .sense(egui::Sense::click())
        .show(ui.ctx(), |ui| {
            let palette = theme::palette(ui);
            ui.set_clip_rect(content);
            // It lies over the content, and is seen to.
            ui.painter().add(ui.visuals().popup_shadow.as_shape(place, 0));
            ui.painter().rect_filled(place, 0, palette.panel);
            let edge = Stroke::new(size::LINE, palette.line_strong);
            ui.painter().vline(place.left() + 0.5, place.y_range(), edge);
            ui.allocate_rect(place, egui::Sense::hover());
            ui.scope_builder(UiBuilder::new().max_rect(place), inner);
        });
    let escape =
        !ui.ctx().text_edit_focused() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Press::Escape));
    if escape {
        slide.is_open = false;
    }
    Some(left)
}
