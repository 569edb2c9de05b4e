//! What the tab holds between frames, and what it lists.

use crate::index::Reader;
use crate::model::{AnyRecord, Key, RecordKind};
use crate::present::{GroupHead, Rows, Shown, StatementCard, StatementColumn, StatementList, StatementOrder};
use crate::ui::background::BackgroundMemo;
use crate::ui::tabs::record_table;
use crate::ui::widgets::Heights;
use crate::ui::{Memo, RecordMemo, Scene};
use egui::Context;
use std::sync::Arc;

/// How statements are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum View {
    #[default]
    Cards,
    Table,
}

/// The column that sorts, and whether the last comes first.
pub(super) type ColumnSort = (StatementColumn, bool);

/// What the tab holds between frames.
#[derive(Debug, Default)]
pub struct State {
    pub(super) view: View,
    pub(super) order: StatementOrder,
    /// What sorts the table.
    pub(super) sort: Option<ColumnSort>,
    /// The selection of the last frame, to bring a new one into sight.
    pub(super) last_selected: Option<Key>,
    pub(super) listed: BackgroundMemo<ListedOf, Arc<Listed>>,
    pub records: record_table::State,
    pub(super) cards: RecordMemo<StatementCard>,
    /// The heads of groups, by their first statement.
    pub(super) heads: RecordMemo<GroupHead>,
    pub(super) heads_of: Option<ListedOf>,
    pub(super) heights: Memo<(ListedOf, u32), Heights>,
}

/// What a list follows from: the revision, which statements and in which groups, and what sorts the table.
pub(super) type ListedOf = (u64, StatementOrder, Option<ColumnSort>);

/// The statements as asked for, in the order of the cards and in that of the table.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) of: ListedOf,
    pub(super) list: StatementList,
    pub(super) rows: Arc<Rows>,
}

impl Listed {
    fn new(reader: Reader<'_>, shown: &Shown, of: ListedOf) -> Self {
        let (_, order, sort) = of;
        let list = StatementList::new(&reader, shown, order);
        let rows = Arc::new(Rows::new(list.sorted(&reader, sort)));
        Self { of, list, rows }
    }
}

impl State {
    /// Lets it show its table.
    pub(in crate::ui::tabs) fn show_table(&mut self) {
        self.view = View::Table;
    }

    /// The statements as asked for; of many, those of the last state of things until they are listed.
    pub(super) fn listed(&mut self, ctx: &Context, scene: &Scene) -> Option<Arc<Listed>> {
        let of = (scene.revision, self.order, self.sort);
        let (document, shown) = (Arc::clone(scene.document), Arc::clone(scene.shown));
        let count = shown.count(RecordKind::Statement);
        let work = move || Arc::new(Listed::new(document.reader(), &shown, of));
        self.listed.get(ctx, &of, count, work).map(Arc::clone)
    }

    /// Takes what was worked out on a thread.
    pub fn take_done(&mut self) {
        self.listed.take_done();
    }

    /// Since when the list is about to be replaced.
    pub fn busy_since(&self) -> Option<f64> {
        self.listed.busy_since()
    }

    /// What its table holds between frames.
    pub fn records(&mut self) -> &mut record_table::State {
        &mut self.records
    }
}

/// What the card of a statement says; nothing where there is no such statement.
pub(super) fn card_of(scene: &Scene, key: Key) -> Option<StatementCard> {
    match scene.reader.record(key)? {
        AnyRecord::Statement(statement) => Some(StatementCard::new(&scene.reader, &statement)),
        _ => None,
    }
}
