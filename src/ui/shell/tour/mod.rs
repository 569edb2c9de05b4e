//! The tour of the sample: what each of its stages says and points at, and the card beside it.

mod card;
mod place;
mod words;

pub(super) use card::ui;
