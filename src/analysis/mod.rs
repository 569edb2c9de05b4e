//! What can be reckoned from a briefing: pure functions over model and index.

pub mod count;
