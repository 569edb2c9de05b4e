//! The window: what is drawn and what is clicked. Draws plain rows and sends commands; never changes a briefing.

pub mod theme;
pub mod widgets;
