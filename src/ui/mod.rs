//! The window: draws the plain rows of `present` and sends requests. What changes a briefing goes through `edit`.

mod app;
mod background;
mod command;
mod dialogs;
mod forms;
mod inspector;
mod launch;
mod session;
mod shared;
mod shell;
mod tabs;
pub mod theme;
pub mod widgets;

pub use app::{App, Start};
pub use background::{Memo, RecordMemo};
pub use command::Draft;
pub use command::Leaving;
pub use command::Tab;
pub use command::help_pages;
pub use command::{Command, Menu};
pub use command::{ConflictingValue, EditRequest, Existing, FirstParagraph, Request};
pub use launch::{LaunchError, launch};
pub use session::Settings;
pub use shared::scene::Scene;
