//! Which control had the keys before a dialog came to lie over it: it gets them back when the dialog is gone.

use egui::{Context, Id, Popup};

use crate::ui::dialogs::DIALOG;

/// Who has the keys, and who had them below a dialog.
#[derive(Debug, Default)]
pub(super) struct KeptFocus {
    below: Option<Id>,
    is_covered: bool,
    /// The dialog was there a frame ago: egui keeps the keys from what lay under it for one more.
    gives_back: bool,
}

impl KeptFocus {
    /// Once a frame, after all requests were carried out.
    pub(super) fn follow(&mut self, ctx: &Context, is_covered: bool) {
        let focused = ctx.memory(egui::Memory::focused);
        match (self.is_covered, is_covered) {
            (false, false) if std::mem::take(&mut self.gives_back) => {
                if let Some(below) = self.below.filter(|_| focused.is_none()) {
                    ctx.memory_mut(|memory| memory.request_focus(below));
                }
            }
            // A menu that is open is gone by the time that its dialog closes.
            (false, false) if !Popup::is_any_open(ctx) => self.below = focused,
            (false, true) => {
                // A dialog that is there from the first frame on has taken them already.
                if let Some(focused) = focused.filter(|focused| !is_in_dialog(ctx, *focused)) {
                    ctx.memory_mut(|memory| memory.surrender_focus(focused));
                }
            }
            (true, false) => {
                self.gives_back = true;
                ctx.request_repaint();
            }
            _ => {}
        }
        self.is_covered = is_covered;
    }
}

fn is_in_dialog(ctx: &Context, focused: Id) -> bool {
    ctx.read_response(focused).is_some_and(|response| response.layer_id.id == Id::unique(DIALOG))
}
