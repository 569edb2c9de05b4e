//! What is not saved goes into a journal as it is done, so that a crash loses next to nothing.

use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use super::program::App;
use crate::ui::session::Begin;
use crate::ui::widgets::Severity;

impl App {
    /// Keeps what is not saved.
    pub(super) fn keep_unsaved(&mut self, ctx: &Context) {
        let typed = self.views.tabs.typed_in_cell();
        let Some(open) = self.session.open.as_mut() else { return };
        let mut applied = open.edits.take_applied();
        if !self.journals.is_somewhere() {
            return;
        }
        let is_typing = typed.is_some();
        let now = ctx.input(|input| input.time);
        let (edits, next) = open.autosave.cell.follow(&open.document.reader(), typed, now);
        applied.extend((!edits.is_empty()).then_some(edits));
        if let Some(seconds) = next {
            ctx.request_repaint_after(Duration::from_secs_f64(seconds));
        }
        open.autosave.take(applied);
        let is_between = open.saving.is_none() && open.deriving.is_none();
        if is_between && !is_typing && !open.is_unsaved() {
            open.autosave.end();
            return;
        }
        if is_between && open.autosave.is_long() {
            open.autosave.now_differs(open.document.briefing.clone());
        }
        let begin = || Begin {
            folder: self.journals.clone(),
            document: open.origin.path().map(std::path::Path::to_owned),
            title: open.document.title().to_owned(),
            base: Arc::clone(&open.base),
            done: Vec::new(),
            left: None,
        };
        open.autosave.hand_over(begin);
        if open.autosave.fails() {
            self.notify(ctx, Severity::Warning, "What is not saved cannot be kept aside for a crash; save often");
        }
    }
}
