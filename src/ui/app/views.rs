//! What the views hold between frames.

use crate::ui::dialogs::Dialog;
use crate::ui::shell::ShellState;
use crate::ui::tabs::TabStates;
use crate::ui::{forms, inspector};

/// What the views hold between frames: where they are scrolled to, what is being typed in them.
#[derive(Debug, Default)]
pub(super) struct Views {
    pub(super) dialog: Option<Dialog>,
    /// What is being typed into the form.
    pub(super) form: forms::State,
    pub(super) inspector: inspector::State,
    pub(super) shell: ShellState,
    pub(super) tabs: TabStates,
}
