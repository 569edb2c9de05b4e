//! The inspector: whatever is selected, with its cites, what links to it and the reasons of its dates.
//!
//! What a page holds is worked out in `present::inspector`, one file for each kind of record, and kept until the
//! briefing, the filter or the selection changes; here each kind of block is drawn, one file for each.

mod activity;
mod answer;
mod bars;
mod block;
mod chain;
mod date;
mod draft;
mod head;
mod judgement;
mod list;
mod look;
mod months;
mod names;
mod page;
mod panel;
mod passage;
mod slide;
mod words;

pub(super) use draft::draft_page_ui;
pub(super) use panel::{State, panel_ui};
