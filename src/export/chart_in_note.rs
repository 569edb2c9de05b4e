//! How the chart stands at the end of a note.

/// The heading above it.
pub(super) const HEADING: &str = "The visits in time";
/// Its width, in points: its words are then as large as those of the note.
pub(super) const WIDTH: f32 = 736.0;
