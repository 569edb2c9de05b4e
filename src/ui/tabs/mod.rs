//! The tabs, one room each.

mod actors;
mod checks;
mod copy_menu;
mod judgements;
mod overview;
mod quote_runs;
mod record_icon;
mod sources;
mod statements;
mod tool_bar;
mod visits;

use egui::Ui;

use super::{Scene, Tab};

pub(super) use quote_runs::quote_runs;
pub(super) use record_icon::{actor_icon, directness_icon, record_icon};
pub(super) use visits::channel::{colour_of, shape_of};

/// What the tabs hold between frames.
#[derive(Debug, Default)]
pub(super) struct TabStates {
    actors: actors::State,
    visits: visits::State,
    statements: statements::State,
    sources: sources::State,
    judgements: judgements::State,
    checks: checks::State,
}

impl TabStates {
    /// Whether something is being worked out on a thread.
    pub(super) fn is_busy(&self) -> bool {
        self.busy_since().is_some()
    }

    /// Since when it is, in the window's time in seconds.
    pub(super) fn busy_since(&self) -> Option<f64> {
        self.visits.busy_since()
    }
}

/// Draws a tab.
pub(super) fn ui(ui: &mut Ui, tab: Tab, scene: &mut Scene, states: &mut TabStates) {
    match tab {
        Tab::Overview => overview::ui(ui, scene),
        Tab::Actors => actors::ui(ui, scene, &mut states.actors),
        Tab::Visits => visits::ui(ui, scene, &mut states.visits),
        Tab::Statements => statements::ui(ui, scene, &mut states.statements),
        Tab::Sources => sources::ui(ui, scene, &mut states.sources),
        Tab::Judgements => judgements::ui(ui, scene, &mut states.judgements),
        Tab::Checks => checks::ui(ui, scene, &mut states.checks),
    }
}
