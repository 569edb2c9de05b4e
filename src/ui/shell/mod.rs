//! What frames the tabs: bars at the top and the foot, search, places for evidence, palette, notices.

mod edit_bar;
mod evidence_drop;
mod failure;
mod filter_bar;
mod filter_menu;
mod notices;
mod overlays;
mod palette;
mod palette_rows;
mod recent_file;
mod sample_banner;
mod search;
mod start_page;
mod status_bar;
mod step_words;
mod tabs_bar;
mod top_bar;
mod tour;

pub(super) use failure::failure_ui;
pub(super) use filter_bar::filter_bar_ui;
pub(super) use overlays::{ShellState, overlays_ui};
pub(super) use sample_banner::sample_banner_ui;
pub(super) use start_page::start_page_ui;
pub(super) use status_bar::status_bar_ui;
pub(super) use tabs_bar::tabs_bar_ui;
pub(super) use top_bar::top_bar_ui;
