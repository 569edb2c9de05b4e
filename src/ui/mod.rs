//! The window: draws the plain rows of `present` and sends requests; never changes a briefing.

mod app;
mod command;
mod dialogs;
mod handle;
mod history;
mod inspector;
mod jobs;
mod launch;
mod opening;
mod request;
mod scene;
mod settings;
mod shell;
mod start_page;
mod state;
mod tab;
mod tabs;
pub mod theme;
pub mod widgets;
