//! What the window knows between frames: the open briefing, where a person is in it, and what is under way.

pub mod journal_writer;
pub mod navigation;
pub mod settings;
