//! What is not saved goes into a journal as it is done, so that a crash loses next to nothing.

use std::sync::Arc;

use egui::Context;

use super::program::App;
use crate::ui::session::Begin;
use crate::ui::widgets::Severity;

impl App {
    /// Keeps what is not saved.
    pub(super) fn keep_unsaved(&mut self, ctx: &Context) {
        let Some(open) = self.session.open.as_mut() else { return };
        let applied = open.edits.take_applied();
        if !self.journals.is_somewhere() {
            return;
        }
        open.autosave.take(applied);
        let is_between = open.saving.is_none() && open.deriving.is_none();
        if is_between && !open.is_unsaved() {
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
