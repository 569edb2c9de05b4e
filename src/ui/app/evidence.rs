//! What records say of a judgement, said by key or by dragging from any tab.

use egui::Context;

use super::program::App;
use crate::edit::change;
use crate::model::{Bearing, Key};
use crate::ui::widgets::Severity;

impl App {
    /// Counts the selected records for or against the judgement looked at last.
    pub(super) fn add_evidence(&mut self, ctx: &Context, bearing: Bearing) {
        let Some(open) = self.session.open.as_ref() else { return };
        let Some((judgement, evidence)) = open.judgement_and_evidence() else { return };
        self.count_evidence(ctx, judgement, &evidence, bearing);
    }

    /// Counts records for or against a judgement, and tells so.
    pub(super) fn count_evidence(&mut self, ctx: &Context, judgement: Key, evidence: &[Key], bearing: Bearing) {
        let Some(open) = self.session.open.as_ref() else { return };
        let told = match change::set_bearing(&open.document.reader(), judgement, evidence, bearing) {
            Ok(change) if change.is_empty() => "It is among the evidence already".to_owned(),
            Ok(change) => change.label,
            Err(_) => String::new(),
        };
        if self.make(ctx, |reader| change::set_bearing(reader, judgement, evidence, bearing)).is_some() {
            self.notify(ctx, Severity::Found, &told);
        }
    }
}
