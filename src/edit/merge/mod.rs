//! Bringing two changed copies of a briefing together, by record and field.
//!
//! What only one side changed is taken. Where both changed one field, or one deleted what the other changed, or a
//! reference would break, our side stays, and theirs is kept in the file as an open item of `merges`. Nothing of
//! either side is lost without a word.

mod deleted;
mod items;
mod keys;
mod matching;
mod merger;
mod names;
mod newcomers;
mod order;
mod remarks;
#[cfg(test)]
mod tests;
mod texts;
mod twins;

pub use merger::{Merged, three_way};

pub use keys::{keys_met, with_keys_of};
pub use texts::{MergedText, merge_texts};
