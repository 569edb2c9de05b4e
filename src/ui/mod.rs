//! The window: draws the plain rows of `present` and sends requests. What changes a briefing goes through `edit`.

mod app;
mod command;
mod conflict_box;
mod dialogs;
mod editing;
mod forms;
mod glyph;
mod handle;
mod history;
mod inspector;
mod jobs;
mod launch;
mod leaving;
mod opening;
mod prose;
mod recovery;
mod request;
mod saving;
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
pub use forms::Draft;
pub use launch::{LaunchError, launch};
pub use leaving::Leaving;
pub use request::Request;
pub use scene::{Kept, KeptEach, Scene};
pub use settings::Settings;
pub use tab::Tab;
