//! The tab that is shown, and what all of them hold between frames.

use egui::Ui;

use crate::model::{Key, RecordKind};
use crate::present::RowColumn;

use super::{actors, checks, judgements, overview, record_table, sources, statements, visits};
use crate::ui::{Draft, Scene, Tab};

/// What the tabs hold between frames.
#[derive(Debug, Default)]
pub(in crate::ui) struct TabStates {
    overview: overview::State,
    actors: actors::State,
    visits: visits::State,
    statements: statements::State,
    sources: sources::State,
    judgements: judgements::State,
    checks: checks::State,
}

impl TabStates {
    /// Whether something is being worked out on a thread.
    pub(in crate::ui) fn is_busy(&self) -> bool {
        self.busy_since().is_some()
    }

    /// Since when it is, in the window's time in seconds.
    pub(in crate::ui) fn busy_since(&self) -> Option<f64> {
        let tables = self.records().into_iter().find_map(record_table::State::busy_since);
        self.visits
            .busy_since()
            .or(self.statements.busy_since())
            .or(self.actors.busy_since())
            .or(self.overview.busy_since())
            .or(self.sources.proposals.busy_since())
            .or(tables)
    }

    /// Takes what was worked out on a thread, for tabs that are not shown too.
    fn take_done(&mut self) {
        self.actors.take_done();
        self.visits.take_done();
        self.statements.take_done();
    }

    /// What is proposed of an article.
    pub(in crate::ui) fn proposals(&mut self) -> &mut sources::proposals::State {
        &mut self.sources.proposals
    }

    /// Whether the proposals of an article lie over the tab, and have its keys.
    pub(in crate::ui) fn shows_proposals(&self, tab: Tab) -> bool {
        tab == Tab::Sources && self.sources.proposals.is_shown()
    }

    /// Whether the form is that of an accepted proposal, from which Esc leads back to the proposals.
    pub(in crate::ui) fn shows_form_of_proposal(&self, tab: Tab) -> bool {
        self.shows_proposals(tab) && self.sources.proposals.shows_form()
    }

    /// Whether a tab takes the room of the inspector.
    pub(in crate::ui) fn hides_inspector(&self, tab: Tab) -> bool {
        tab == Tab::Sources && self.sources.proposals.hides_inspector()
    }

    /// The source that the tab of sources shows.
    pub(in crate::ui) fn source_shown(&self) -> Option<Key> {
        self.sources.last
    }

    /// Lets the tab of visits show its chart.
    pub(in crate::ui) fn show_chart_of_visits(&mut self) {
        self.visits.show_chart();
    }

    /// Lets the tab of checks show a finding about records that may be one, by its place among all.
    pub(in crate::ui) fn show_double(&mut self, place: usize) {
        self.checks.show_double(place);
    }

    /// Whether the tab of checks lists records that may be one, and nothing else.
    pub(in crate::ui) fn lists_doubles(&self) -> bool {
        self.checks.lists_doubles()
    }

    /// The rule of the finding that the keys or the pointer are on in the tab of checks.
    pub(in crate::ui) fn rule_in_hand(&self) -> Option<&'static str> {
        self.checks.rule_in_hand()
    }

    /// Lets a tab show its table; whether it has one.
    pub(in crate::ui) fn show_table(&mut self, tab: Tab) -> bool {
        match tab {
            Tab::Visits => self.visits.show_table(),
            Tab::Actors => self.actors.show_table(),
            Tab::Statements => self.statements.show_table(),
            Tab::Sources => self.sources.show_table(),
            Tab::Overview | Tab::Judgements | Tab::Checks => return false,
        }
        true
    }

    /// Whether a cell of a table is being edited.
    pub(in crate::ui) fn is_editing_cell(&self) -> bool {
        self.records().iter().any(|table| table.is_editing())
    }

    /// What is typed into a cell and is no step yet.
    pub(in crate::ui) fn typed_in_cell(&self) -> Option<Draft> {
        self.records().into_iter().find_map(record_table::State::draft)
    }

    /// Takes what was typed into a cell, and closes it.
    pub(in crate::ui) fn take_cell(&mut self) -> Option<Draft> {
        let tables = [self.visits.records(), self.actors.records(), self.statements.records(), self.sources.records()];
        tables.into_iter().find_map(record_table::State::take_draft)
    }

    /// The columns of a kind's table that are shown, left to right.
    pub(in crate::ui) fn columns(&self, kind: RecordKind) -> Vec<RowColumn> {
        let is_shown = |column: &RowColumn| match column {
            RowColumn::Visit(column) => self.visits.table.shows(*column),
            _ => true,
        };
        RowColumn::of(kind).into_iter().filter(is_shown).collect()
    }

    fn records(&self) -> [&record_table::State; 4] {
        [&self.visits.table.records, &self.actors.records, &self.statements.records, &self.sources.records]
    }
}

/// Draws a tab.
pub(in crate::ui) fn ui(ui: &mut Ui, tab: Tab, scene: &mut Scene, states: &mut TabStates) {
    states.take_done();
    match tab {
        Tab::Overview => overview::ui(ui, scene, &mut states.overview),
        Tab::Actors => actors::ui(ui, scene, &mut states.actors),
        Tab::Visits => visits::ui(ui, scene, &mut states.visits),
        Tab::Statements => statements::ui(ui, scene, &mut states.statements),
        Tab::Sources => sources::ui(ui, scene, &mut states.sources),
        Tab::Judgements => judgements::ui(ui, scene, &mut states.judgements),
        Tab::Checks => checks::ui(ui, scene, &mut states.checks),
    }
}
