//! The proposals of an article over the article that is read: each in hand once, to be accepted or refused.

mod act;
mod article;
mod asking;
mod bar;
mod card;
mod marks;
mod pane;
mod preview;
mod state;

pub(super) use pane::ui;
pub(in crate::ui) use state::State;
