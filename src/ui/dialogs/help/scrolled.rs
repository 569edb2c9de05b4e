//! Where the page of the help is scrolled to.

/// Where the page is scrolled to.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The section to be brought to the top.
    pub(super) wanted: Option<usize>,
    /// The heights of the sections as they were laid out, for this page and width.
    pub(super) heights: Vec<f32>,
    pub(super) of: Option<(usize, u32)>,
}

impl Reading {
    pub(super) fn turn_to(&mut self, section: usize) {
        self.wanted = Some(section);
    }

    /// Whether another place was turned to and is not shown yet.
    pub(super) fn has_turned(&self) -> bool {
        self.wanted.is_some()
    }
}
