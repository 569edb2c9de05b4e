//! What clicks in the inspector ask for.

use crate::ui::Request;

/// What clicks in the inspector ask for.
#[derive(Debug, Default)]
pub struct Answer {
    pub requests: Vec<Request>,
    /// The list of which more is to be shown.
    pub more: Option<String>,
}
