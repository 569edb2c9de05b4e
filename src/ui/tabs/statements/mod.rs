//! The tab of statements: who said what, in whose words, as cards or as a table.

mod card;
mod card_view;
mod group_head;
mod statement_table;
mod toolbar;

use std::sync::Arc;

use egui::{Context, Ui};

use crate::index::Reader;
use crate::model::{AnyRecord, Key, RecordKind};
use crate::present::{GroupHead, Rows, Shown, StatementCard, StatementColumn, StatementList, StatementOrder};
use crate::ui::background::Worked;
use crate::ui::shared::empty_state::{nothing_ui, working_ui};
use crate::ui::tabs::record_table;
use crate::ui::theme::icons;
use crate::ui::widgets::{Heights, empty_state};
use crate::ui::{Kept, KeptEach, Scene};

/// How statements are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum View {
    #[default]
    Cards,
    Table,
}

/// The column that sorts, and whether the last comes first.
type ColumnSort = (StatementColumn, bool);

/// What the tab holds between frames.
#[derive(Debug, Default)]
pub(super) struct State {
    view: View,
    order: StatementOrder,
    /// What sorts the table.
    sort: Option<ColumnSort>,
    /// The selection of the last frame, to bring a new one into sight.
    last_selected: Option<Key>,
    listed: Worked<ListedOf, Arc<Listed>>,
    pub(super) records: record_table::State,
    cards: KeptEach<StatementCard>,
    /// The heads of groups, by their first statement.
    heads: KeptEach<GroupHead>,
    heads_of: Option<ListedOf>,
    heights: Kept<(ListedOf, u32), Heights>,
}

/// What a list follows from: the revision, which statements and in which groups, and what sorts the table.
type ListedOf = (u64, StatementOrder, Option<ColumnSort>);

/// The statements as asked for, in the order of the cards and in that of the table.
#[derive(Debug)]
struct Listed {
    of: ListedOf,
    list: StatementList,
    rows: Arc<Rows>,
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
    /// The statements as asked for; of many, those of the last state of things until they are listed.
    fn listed(&mut self, ctx: &Context, scene: &Scene) -> Option<Arc<Listed>> {
        let of = (scene.revision, self.order, self.sort);
        let (document, shown) = (Arc::clone(scene.document), Arc::clone(scene.shown));
        let count = shown.count(RecordKind::Statement);
        let work = move || Arc::new(Listed::new(document.reader(), &shown, of));
        self.listed.get(ctx, &of, count, work).map(Arc::clone)
    }

    /// Takes what was worked out on a thread.
    pub(super) fn take_done(&mut self) {
        self.listed.take_done();
    }

    /// Since when the list is about to be replaced.
    pub(super) fn busy_since(&self) -> Option<f64> {
        self.listed.busy_since()
    }

    /// What its table holds between frames.
    pub(super) fn records(&mut self) -> &mut record_table::State {
        &mut self.records
    }
}

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let Some(listed) = state.listed(ui.ctx(), scene) else {
        working_ui(ui, "Listing the statements…");
        return;
    };
    let reveal = state.last_selected != scene.selected && scene.selected.is_some();
    // A new statement is brought into sight once it is listed.
    if !reveal || listed.of.0 == scene.revision {
        state.last_selected = scene.selected;
    }
    state.cards.begin(scene.revision);
    state.heads.begin(scene.revision);
    if state.heads_of.replace(listed.of) != Some(listed.of) {
        state.heads.clear();
    }
    toolbar::ui(ui, state, &listed.list);
    let (shown, asked) = (listed.list.total(), listed.list.items.len());
    if shown == 0 {
        nothing_ui(ui, scene, RecordKind::Statement);
    } else if asked == 0 {
        let next = "Statements of other kinds pass the filter";
        if empty_state(ui, icons::QUOTES, "No statement of this kind", next, "Show all") {
            state.order.directness = None;
        }
    } else if state.view == View::Table {
        statement_table::ui(ui, scene, state, &listed.rows);
    } else {
        card_view::ui(ui, scene, state, &listed, reveal);
    }
}

/// What the card of a statement says; nothing where there is no such statement.
fn card_of(scene: &Scene, key: Key) -> Option<StatementCard> {
    match scene.reader.record(key)? {
        AnyRecord::Statement(statement) => Some(StatementCard::new(&scene.reader, &statement)),
        _ => None,
    }
}
