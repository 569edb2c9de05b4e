//! What the tab holds between frames, and what it lists.

use super::strip;
use crate::model::Key;
use crate::present::{ActorList, ActorOrder, ActorWords, RelationList, RelationWords, Rows};
use crate::ui::background::BackgroundMemo;
use crate::ui::tabs::record_table;
use crate::ui::widgets::Heights;
use crate::ui::{Memo, RecordMemo, Scene};
use egui::Context;
use std::sync::Arc;

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum View {
    #[default]
    Table,
    Relations,
}

/// What the tab holds between frames.
#[derive(Debug, Default)]
pub struct State {
    pub(super) view: View,
    pub(super) order: ActorOrder,
    /// Only relations of this kind, by its words.
    pub(super) relation_kind: Option<String>,
    /// The selection of the last frame, to bring a new one into sight.
    pub(super) last_selected: Option<Key>,
    pub(super) actors: BackgroundMemo<u64, Arc<Listed>>,
    pub(super) rows: BackgroundMemo<(u64, ActorOrder), Arc<Rows>>,
    pub records: record_table::State,
    pub(super) words: RecordMemo<ActorWords>,
    pub(super) strips: RecordMemo<strip::Strip>,
    pub(super) relations: Memo<u64, RelationList>,
    pub(super) relation_rows: Memo<(u64, Option<String>, Option<String>), Vec<Key>>,
    pub(super) relation_words: RecordMemo<RelationWords>,
    pub(super) heights: Memo<HeightsOf, Heights>,
}

/// The actors of a revision.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) revision: u64,
    pub(super) list: ActorList,
}

impl State {
    /// Lets it show its table.
    pub(in crate::ui::tabs) fn show_table(&mut self) {
        self.view = View::Table;
    }

    /// The actors; of many records, those of the last revision until they are counted.
    pub(super) fn listed(&mut self, ctx: &Context, scene: &Scene) -> Option<Arc<Listed>> {
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
    pub(super) fn rows(&mut self, ctx: &Context, scene: &Scene, listed: &Arc<Listed>) -> Option<Arc<Rows>> {
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
    pub fn take_done(&mut self) {
        self.actors.take_done();
        self.rows.take_done();
    }

    /// Since when the table is about to be replaced.
    pub fn busy_since(&self) -> Option<f64> {
        self.actors.busy_since().or(self.rows.busy_since())
    }

    /// What its table holds between frames.
    pub fn records(&mut self) -> &mut record_table::State {
        &mut self.records
    }
}

/// The relations of a revision, of a kind and a country, at a width in points.
pub(super) type HeightsOf = (u64, Option<String>, Option<String>, u32);
