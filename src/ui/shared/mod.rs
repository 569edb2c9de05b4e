//! What several views draw alike, and what each of them looks at.

pub(super) mod channel;
pub mod choices_bar;
pub mod conflict_box;
pub mod copy_menu;
pub mod drag;
pub mod empty_state;
pub mod glyph;
pub mod hover_card;
pub mod landmark;
pub mod prose;
pub mod quote_runs;
pub mod record_icon;
pub mod scene;
pub mod script_way;
pub mod strip;
