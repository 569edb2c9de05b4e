//! Where the page is looked at.

use egui::Rangef;

/// How a page is looked at.
pub struct Look<'a> {
    /// From edge to edge of the panel.
    pub panel: Rangef,
    /// The path of the field that was pointed at.
    pub pointed: Option<&'a str>,
    /// Whether to scroll there.
    pub scrolls: bool,
    /// Whether the record is not made yet, so that nothing can be done with it.
    pub is_draft: bool,
}
