//! The tab of actors: a table of who acts, and a list of what holds between them.

mod actor_table;
mod relation_card;
mod relation_list;
mod strip;
mod toolbar;

use std::sync::Arc;

use egui::{Context, Ui};

use crate::model::{Key, RecordKind};
use crate::present::{ActorList, ActorOrder, ActorWords, RelationList, RelationWords, Rows};
use crate::ui::background::Worked;
use crate::ui::shared::empty_state::{nothing_ui, working_ui};
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
    actors: Worked<u64, Arc<Listed>>,
    rows: Worked<(u64, ActorOrder), Arc<Rows>>,
    pub(super) records: record_table::State,
    words: KeptEach<ActorWords>,
    strips: KeptEach<strip::Strip>,
    relations: Kept<u64, RelationList>,
    relation_rows: Kept<(u64, Option<String>, Option<String>), Vec<Key>>,
    relation_words: KeptEach<RelationWords>,
    heights: Kept<HeightsOf, Heights>,
}

/// The actors of a revision.
#[derive(Debug)]
struct Listed {
    revision: u64,
    list: ActorList,
}

impl State {
    /// The actors; of many records, those of the last revision until they are counted.
    fn listed(&mut self, ctx: &Context, scene: &Scene) -> Option<Arc<Listed>> {
        let revision = scene.revision;
        let (document, shown, filter) = (Arc::clone(scene.document), Arc::clone(scene.shown), scene.filter.clone());
        let count = scene.document.briefing.record_count();
        let work = move || {
            let list = ActorList::new(&document.reader(), &shown, &filter, &document.problems);
            Arc::new(Listed { revision, list })
        };
        self.actors.get(ctx, &revision, count, work).map(Arc::clone)
    }

    /// The rows of the table; of many, as they stood until they are in order.
    fn rows(&mut self, ctx: &Context, scene: &Scene, listed: &Arc<Listed>) -> Option<Arc<Rows>> {
        let of = (listed.revision, self.order.clone());
        let (document, shown) = (Arc::clone(scene.document), Arc::clone(scene.shown));
        let (listed, order) = (Arc::clone(listed), self.order.clone());
        let count = listed.list.rows().len();
        let work = move || {
            let row = |place: usize| listed.list.rows().get(place).map(|row| row.key);
            let places = listed.list.ordered(&document.reader(), &shown, &order);
            Arc::new(Rows::new(places.into_iter().filter_map(row).collect()))
        };
        self.rows.get(ctx, &of, count, work).map(Arc::clone)
    }

    /// Takes what was worked out on a thread.
    pub(super) fn take_done(&mut self) {
        self.actors.take_done();
        self.rows.take_done();
    }

    /// Since when the table is about to be replaced.
    pub(super) fn busy_since(&self) -> Option<f64> {
        self.actors.busy_since().or(self.rows.busy_since())
    }

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
