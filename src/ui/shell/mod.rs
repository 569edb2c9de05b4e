//! What frames the tabs: bars at the top and the foot, search, places for evidence, palette, notices.

mod evidence_drop;
mod failure;
mod filter_bar;
mod filter_menu;
mod notices;
mod palette;
mod search;
mod start_page;
mod status_bar;
mod tabs_bar;
mod top_bar;

use egui::Context;

use super::Request;
use super::session::Session;

pub(super) use failure::failure_ui;
pub(super) use filter_bar::filter_bar_ui;
pub(super) use start_page::start_page_ui;
pub(super) use status_bar::status_bar_ui;
pub(super) use tabs_bar::tabs_bar_ui;
pub(super) use top_bar::top_bar_ui;

/// What the shell holds between frames.
#[derive(Debug, Default)]
pub(super) struct ShellState {
    /// The words in the search field.
    pub(super) search: search::SearchState,
    /// The palette of commands and records.
    pub(super) palette: palette::PaletteState,
    /// What is being typed in the filter's menus.
    pub(super) filter: filter_menu::FilterMenuState,
}

/// What lies over everything else: search results, places for evidence, palette, notices.
pub(super) fn overlays_ui(ctx: &Context, session: &Session, shell: &mut ShellState, requests: &mut Vec<Request>) {
    search::results_ui(ctx, session, &mut shell.search, requests);
    evidence_drop::ui(ctx, session, requests);
    palette::ui(ctx, session, &mut shell.palette, requests);
    notices::ui(ctx, &session.notices, requests);
}
