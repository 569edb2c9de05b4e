//! The window: draws the plain rows of `present` and sends requests; never changes a briefing.

mod app;
mod command;
mod conflict_box;
mod dialogs;
mod glyph;
mod handle;
mod history;
mod inspector;
mod jobs;
mod launch;
mod opening;
mod prose;
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

pub use app::{App, Start};
pub use command::{Command, Menu};
pub use launch::{LaunchError, launch};
pub use request::Request;
pub use scene::{Kept, KeptEach, Scene};
pub use settings::Settings;
pub use tab::Tab;
