//! The tab of actors: their table, and the relations between them.

use super::state::{State, View};
use super::{actor_table, relation_list, toolbar};
use crate::model::RecordKind;
use crate::present::RelationList;
use crate::ui::Scene;
use crate::ui::shared::empty_state::{nothing_ui, working_ui};
use egui::Ui;

pub fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let reveal = follow_selection(scene, state);
    let (reader, revision) = (scene.reader, scene.revision);
    let Some(listed) = state.listed(ui.ctx(), scene) else {
        working_ui(ui, "Counting the actors…");
        return;
    };
    state.words.begin(revision);
    state.strips.begin(listed.revision);
    state.relation_words.begin(revision);
    state.relations.get(revision, || RelationList::new(&reader, scene.shown));
    toolbar::ui(ui, scene, state, &listed.list);
    match state.view {
        View::Table if scene.shown.count(RecordKind::Actor) == 0 => nothing_ui(ui, scene, RecordKind::Actor),
        View::Table => actor_table::ui(ui, scene, state, &listed),
        View::Relations if scene.shown.count(RecordKind::Relation) == 0 => nothing_ui(ui, scene, RecordKind::Relation),
        View::Relations => relation_list::ui(ui, scene, state, reveal),
    }
}

/// A record that was selected elsewhere is brought into sight, in the view that lists it.
pub(super) fn follow_selection(scene: &Scene, state: &mut State) -> bool {
    if state.last_selected == scene.selected {
        return false;
    }
    state.last_selected = scene.selected;
    let kind = scene.selected.and_then(|key| scene.document.index.place_of(key)).map(|(kind, _)| kind);
    match kind {
        Some(RecordKind::Relation) => state.view = View::Relations,
        Some(RecordKind::Actor | RecordKind::Role) => state.view = View::Table,
        _ => {}
    }
    kind.is_some()
}
