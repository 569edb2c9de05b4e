//! Whether words stand in a text: to the letter, but for typography, or with changes that an editor marks.
//!
//! A text is taken apart into words and signs ([`held_text`]), a quote into pieces between its marks of change
//! ([`quote`]); the pieces are looked for one behind the other ([`align`]), and what lies between them is what was left
//! out or replaced ([`alteration`]).

mod align;
mod alteration;
mod copied;
mod find;
mod held_text;
mod letters;
mod limits;
mod parting;
mod places;
mod quotations;
mod quote;
mod same_words;
mod search;
mod sense;
mod sense_words;
mod side_by_side;
mod tokens;
mod whole;

pub use alteration::{Alteration, Change};
pub(super) use copied::{copied_words, may_hold_copied_words};
pub use find::{FoundQuote, Likeness, find_quote};
pub(super) use find::{candidates, find, spelling};
pub(super) use held_text::{HeldText, Paragraph};
pub(super) use letters::folded;
pub use limits::Limit;
pub(super) use parting::parting;
pub use quotations::{Quotation, quotations};
pub(super) use quote::Letters;
pub(super) use sense::has_telling_word;
pub(super) use whole::count;
pub use whole::whole_words;

#[cfg(test)]
mod tests;
