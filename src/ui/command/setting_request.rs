//! What is set in the dialog of settings and is no command.

/// What is set in the dialog of settings and is no command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingRequest {
    /// Whether nothing is to move, whatever the system says.
    StandsStill(bool),
    /// Whether the last briefing is opened at the start.
    OpensLast(bool),
}
