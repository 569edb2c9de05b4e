//! What would lose unsaved changes.

use crate::document::Origin;

/// What would lose unsaved changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaving {
    /// The program ends.
    Quit,
    /// The briefing is closed.
    Close,
    /// Another is opened.
    Open(Origin),
    /// The same is read again.
    Reload,
}
