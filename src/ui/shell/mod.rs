//! What frames the tabs: bars at the top and the foot, search, places for evidence, palette, notices.

mod evidence_drop;
mod failure;
mod filter_bar;
mod filter_menu;
mod notices;
mod palette;
mod search;
mod status_bar;
mod tabs_bar;
mod top_bar;

use egui::Context;

use super::Request;
use super::state::State;

pub(super) use failure::failure_ui;
pub(super) use filter_bar::filter_bar_ui;
pub(super) use status_bar::status_bar_ui;
pub(super) use tabs_bar::tabs_bar_ui;
pub(super) use top_bar::top_bar_ui;

/// What the shell holds between frames.
#[derive(Debug, Default)]
pub(super) struct ShellState {
    /// The words in the search field.
    pub(super) search: search::SearchState,
    /// Bring the focus to the search field in the next frame.
    pub(super) focus_search: bool,
    /// The palette of commands and records.
    pub(super) palette: palette::PaletteState,
    /// What is being typed in the filter's menus.
    pub(super) filter: filter_bar::FilterBarState,
    /// The title that the window has now.
    pub(super) window_title: String,
    /// The person knows that settings cannot be written.
    pub(super) told_of_settings: bool,
}

/// What lies over everything else: search results, places for evidence, palette, notices.
pub(super) fn overlays_ui(ctx: &Context, state: &mut State, requests: &mut Vec<Request>) {
    search::results_ui(ctx, state, requests);
    evidence_drop::ui(ctx, state, requests);
    palette::ui(ctx, state, requests);
    notices::ui(ctx, state, requests);
}
