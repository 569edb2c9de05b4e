//! Carrying over what another copy changed in the text alone: comments, layout, spelling, the text of new records.
//!
//! The text of a merged briefing is first ours, patched. Then each of its cells is met with those of the base, of ours and
//! of theirs. What theirs changed and ours did not is taken to the byte; where both changed a cell, its parts are looked
//! at one by one, and the comments of both stay.

mod cell;
mod document;
mod four;
mod keys_met;
mod names;
mod records;
mod value;

pub use document::carried;
pub use keys_met::KeysMet;
