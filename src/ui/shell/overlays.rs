//! What lies over everything else.

use egui::Context;

use super::{evidence_drop, filter_menu, notices, palette, search, tour};
use crate::ui::Request;
use crate::ui::session::Session;

/// What the shell holds between frames.
#[derive(Debug, Default)]
pub(in crate::ui) struct ShellState {
    /// The words in the search field.
    pub(in crate::ui) search: search::SearchState,
    /// The palette of commands and records.
    pub(in crate::ui) palette: palette::PaletteState,
    /// What is being typed in the filter's menus.
    pub(in crate::ui) filter: filter_menu::FilterMenuState,
}

/// What lies over everything else: search results, places for evidence, palette, notices.
pub(in crate::ui) fn overlays_ui(
    ctx: &Context,
    session: &Session,
    shell: &mut ShellState,
    requests: &mut Vec<Request>,
) {
    search::results_ui(ctx, session, &mut shell.search, requests);
    evidence_drop::ui(ctx, session, requests);
    tour::ui(ctx, session, requests);
    palette::ui(ctx, session, &mut shell.palette, requests);
    notices::ui(ctx, &session.notices, requests);
}
