//! What the tab holds between frames.

use super::{list, proposals, reading, table_state};
use crate::model::Key;
use crate::present::sources::SourceRow;
use crate::ui::Memo;
use crate::ui::background::RecordMemo;
use crate::ui::tabs::record_table;

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum View {
    /// The list, and the one that is read.
    #[default]
    Reading,
    Table,
}

/// What the tab holds between frames.
#[derive(Debug, Default)]
pub struct State {
    pub(super) view: View,
    pub(super) table: table_state::State,
    pub records: record_table::State,
    pub(super) rows: RecordMemo<Option<SourceRow>>,
    pub(super) origins: Memo<u64, (String, Option<String>)>,
    pub(super) reading: reading::State,
    pub(super) list: list::State,
    /// What is proposed of the article that is read.
    pub(in crate::ui) proposals: proposals::State,
    /// The source that is read while none is selected.
    pub(in crate::ui) last: Option<Key>,
}

impl State {
    /// Lets it show its table.
    pub(in crate::ui::tabs) fn show_table(&mut self) {
        self.view = View::Table;
    }

    /// What its table holds between frames.
    pub fn records(&mut self) -> &mut record_table::State {
        &mut self.records
    }
}
