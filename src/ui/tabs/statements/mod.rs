//! The tab of statements: who said what, in whose words, as cards or as a table.

mod card;
mod card_view;
mod group_head;
mod statement_table;
mod toolbar;

use std::sync::Arc;

use egui::Ui;

use crate::model::{AnyRecord, Key, RecordKind};
use crate::present::{GroupHead, Rows, StatementCard, StatementColumn, StatementList, StatementOrder};
use crate::ui::tabs::nothing::nothing_ui;
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
    list: KeptList,
    rows: Kept<(u64, StatementOrder, Option<ColumnSort>), Arc<Rows>>,
    pub(super) records: record_table::State,
    cards: KeptEach<StatementCard>,
    /// The heads of groups, by their first statement.
    heads: KeptEach<GroupHead>,
    heads_of: Option<StatementOrder>,
    heights: Kept<(u64, StatementOrder, u32), Heights>,
}

impl State {
    /// What its table holds between frames.
    pub(super) fn records(&mut self) -> &mut record_table::State {
        &mut self.records
    }
}

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, state: &mut State) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let reveal = state.last_selected != scene.selected && scene.selected.is_some();
    state.last_selected = scene.selected;
    state.cards.begin(scene.revision);
    state.heads.begin(scene.revision);
    toolbar::ui(ui, scene, state);
    if state.heads_of.replace(state.order) != Some(state.order) {
        state.heads.clear();
    }
    let list = list(&mut state.list, scene, state.order);
    let (shown, asked) = (list.total(), list.items.len());
    if shown == 0 {
        nothing_ui(ui, scene, RecordKind::Statement);
    } else if asked == 0 {
        let next = "Statements of other kinds pass the filter";
        if empty_state(ui, icons::QUOTES, "No statement of this kind", next, "Show all") {
            state.order.directness = None;
        }
    } else if state.view == View::Table {
        statement_table::ui(ui, scene, state);
    } else {
        card_view::ui(ui, scene, state, reveal);
    }
}

type KeptList = Kept<(u64, StatementOrder), StatementList>;

/// The statements as asked, worked out where that has changed.
fn list<'a>(kept: &'a mut KeptList, scene: &Scene, order: StatementOrder) -> &'a StatementList {
    kept.get((scene.revision, order), || StatementList::new(&scene.reader, scene.shown, order))
}

/// What the card of a statement says; nothing where there is no such statement.
fn card_of(scene: &Scene, key: Key) -> Option<StatementCard> {
    match scene.reader.record(key)? {
        AnyRecord::Statement(statement) => Some(StatementCard::new(&scene.reader, &statement)),
        _ => None,
    }
}
