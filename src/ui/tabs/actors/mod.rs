//! The tab of actors: a table of who acts, and a list of what holds between them.

mod actor_table;
mod relation_card;
mod relation_list;
mod strip;
mod toolbar;

use std::sync::Arc;

use egui::Ui;

use crate::model::{Key, RecordKind};
use crate::present::{ActorList, ActorOrder, ActorWords, RelationList, RelationWords, Rows};
use crate::ui::tabs::nothing::nothing_ui;
use crate::ui::tabs::record_table;
use crate::ui::widgets::Heights;
use crate::ui::{Kept, KeptEach, Scene};

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum View {
    #[default]
    Table,
    Relations,
}

/// What the tab holds between frames.
#[derive(Debug, Default)]
pub(super) struct State {
    view: View,
    order: ActorOrder,
    /// Only relations of this kind, by its words.
    relation_kind: Option<String>,
    /// The selection of the last frame, to bring a new one into sight.
    last_selected: Option<Key>,
    actors: Kept<u64, ActorList>,
    rows: Kept<(u64, ActorOrder), Arc<Rows>>,
    pub(super) records: record_table::State,
    words: KeptEach<ActorWords>,
    strips: KeptEach<strip::Strip>,
    relations: Kept<u64, RelationList>,
    relation_rows: Kept<(u64, Option<String>, Option<String>), Vec<Key>>,
    relation_words: KeptEach<RelationWords>,
    heights: Kept<HeightsOf, Heights>,
}

impl State {
    /// What its table holds between frames.
    pub(super) fn records(&mut self) -> &mut record_table::State {
        &mut self.records
    }
}

/// The relations of a revision, of a kind and a country, at a width in points.
type HeightsOf = (u64, Option<String>, Option<String>, u32);

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let reveal = follow_selection(scene, state);
    let (reader, revision) = (scene.reader, scene.revision);
    state.words.begin(revision);
    state.strips.begin(revision);
    state.relation_words.begin(revision);
    let make = || ActorList::new(&reader, scene.shown, scene.filter, &scene.document.problems);
    state.actors.get(revision, make);
    state.relations.get(revision, || RelationList::new(&reader, scene.shown));
    toolbar::ui(ui, scene, state);
    match state.view {
        View::Table if scene.shown.count(RecordKind::Actor) == 0 => nothing_ui(ui, scene, RecordKind::Actor),
        View::Table => actor_table::ui(ui, scene, state),
        View::Relations if scene.shown.count(RecordKind::Relation) == 0 => nothing_ui(ui, scene, RecordKind::Relation),
        View::Relations => relation_list::ui(ui, scene, state, reveal),
    }
}

/// A record that was selected elsewhere is brought into sight, in the view that lists it.
fn follow_selection(scene: &Scene, state: &mut State) -> bool {
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
