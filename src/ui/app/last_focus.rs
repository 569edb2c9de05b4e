//! Tab goes on from the control that had the keys last, also where it gave them up or is gone.

use egui::{Context, Id, Key, Memory, Rect};

use crate::ui::widgets::go_to_part_at;

/// Who had the keys last, and where it stood.
#[derive(Debug, Default)]
pub(super) struct LastFocus {
    last: Option<(Id, Rect)>,
}

impl LastFocus {
    /// Before anything is drawn: where nobody has the keys and Tab is pressed, the last one has them again, and Tab leads on
    /// from there.
    pub(super) fn begin(&self, ctx: &Context) {
        let is_asked = ctx.memory(Memory::focused).is_none() && ctx.input(|input| input.key_pressed(Key::Tab));
        let Some((id, rect)) = self.last.filter(|_| is_asked) else { return };
        if ctx.read_response(id).is_some() {
            ctx.memory_mut(|memory| memory.request_focus(id));
        } else {
            go_to_part_at(ctx, rect);
        }
    }

    /// After all was drawn.
    pub(super) fn note(&mut self, ctx: &Context) {
        // To ask egui about a control that a click did not hit takes the keys from it: rows have them by another's place.
        if ctx.input(|input| input.pointer.any_pressed() || input.pointer.any_click()) {
            return;
        }
        if let Some(id) = ctx.memory(Memory::focused)
            && let Some(response) = ctx.read_response(id)
        {
            self.last = Some((id, response.rect));
        }
    }
}
