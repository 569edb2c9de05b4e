//! What the form holds between frames: what is typed and no step yet, what was refused, where the keys are.

use std::collections::BTreeSet;

use crate::model::{Key, Node};
use crate::ui::command::Draft;

/// What the form holds between frames.
#[derive(Debug, Default)]
pub(in crate::ui) struct State {
    pub(super) draft: Option<(Draft, f64)>,
    /// The draft is a step already, which may still grow.
    pub(super) is_step: bool,
    /// What was refused, and why.
    pub(super) refused: Option<(Option<Key>, &'static str, String)>,
    pub(super) scrolled_to: Option<(Key, String)>,
    /// The record whose first field is to take the focus.
    pub(super) focus_first: Option<Key>,
    /// Records whose ids were made for them, and follow what they say.
    made_ids: BTreeSet<Key>,
    /// What the newest record began with from the filter and the selection: its fields and their values.
    pub(super) begun: Option<(Key, Vec<(&'static str, Node)>)>,
    /// Where it was drawn in the last frame.
    pub(super) room: Option<egui::Rect>,
    /// Something is typed that is no value yet.
    pub(super) is_unfinished: bool,
    /// The field that had the keys last.
    pub(super) last_field: Option<(Key, &'static str)>,
}

impl State {
    /// What was typed and is no step yet; it is one now.
    pub(in crate::ui) fn take_draft(&mut self) -> Option<Draft> {
        let taken = self.draft.take().map(|(draft, _)| draft);
        if std::mem::take(&mut self.is_step) { None } else { taken }
    }

    /// Whether one of its controls has the keys: then a plain key is for that control, and deletes no record.
    pub(in crate::ui) fn has_keys(&self, ctx: &egui::Context) -> bool {
        let Some(room) = self.room else { return false };
        has_keys_in(ctx, egui::Rect::from_x_y_ranges(room.x_range(), f32::NEG_INFINITY..=f32::INFINITY))
    }

    /// A new record is shown: the keys go to its first field, its id follows what it says.
    pub(in crate::ui) fn begin(&mut self, key: Key) {
        self.focus_first = Some(key);
        self.made_ids.insert(key);
    }

    /// A new record has these values from the filter and from what was selected.
    pub(in crate::ui) fn begins_with(&mut self, key: Key, values: Vec<(&'static str, Node)>) {
        self.begun = Some((key, values));
    }

    /// The keys go to the first field of a record that is shown.
    pub(in crate::ui) fn take_keys(&mut self, key: Key) {
        self.focus_first = Some(key);
    }

    /// Whether a record is new and nothing was typed into it.
    pub(in crate::ui) fn is_untouched(&self, key: Key) -> bool {
        self.made_ids.contains(&key) && self.draft.is_none() && !self.is_unfinished
    }

    /// Whether the id of a record was made for it.
    pub(in crate::ui) fn has_made_id(&self, key: Key) -> bool {
        self.made_ids.contains(&key)
    }

    /// The field of a record that had the keys last.
    pub(in crate::ui) fn last_field(&self, key: Key) -> Option<&'static str> {
        self.last_field.filter(|(of, _)| *of == key).map(|(_, field)| field)
    }

    /// A person has chosen the id of a record.
    pub(in crate::ui) fn id_is_given(&mut self, key: Key) {
        self.made_ids.remove(&key);
    }

    /// Forgets what was typed: something else changed the briefing.
    pub(in crate::ui) fn forget(&mut self) {
        self.draft = None;
        self.is_step = false;
        self.refused = None;
    }

    /// Remembers why a value was refused.
    pub(in crate::ui) fn refuse(&mut self, key: Option<Key>, field: &'static str, why: String) {
        self.refused = Some((key, field, why));
    }
}

/// Whether what has the keys stands in an area.
pub(super) fn has_keys_in(ctx: &egui::Context, area: egui::Rect) -> bool {
    let focused = ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id));
    focused.is_some_and(|response| area.contains(response.rect.center()))
}
