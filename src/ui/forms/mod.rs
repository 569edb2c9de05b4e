//! The form: the inspector in editing mode, for every field of whatever is selected.
//!
//! A control shows a value and says what it should be; it never changes the briefing. What is typed is a draft for a
//! short pause, then an open step of the history; when the focus leaves, the step is closed.

mod answer;
mod basis;
mod choice;
mod cites;
mod content;
mod context;
mod control;
mod date;
mod findings;
mod fit;
mod folded;
mod form;
mod form_field;
mod in_sight;
mod label;
mod list;
mod parts;
mod period;
mod pick;
mod reading_box;
mod reference;
mod roles;
mod row;
mod single;
mod state;
mod text;
mod yardstick;

pub(super) use answer::{Answer, lead_out_on_escape};
pub(super) use context::FieldContext;
pub(super) use form::ui;
pub(super) use single::{control_ui, value_ui};
pub(super) use state::State;
