//! The overview: the bottom line, what is concluded from what, when it happened, and what is weak about it.

mod activity;
mod tab;
mod weak;

pub(super) use tab::{State, ui};
