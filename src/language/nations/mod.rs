//! What countries, their people and their capitals are called, by language.

mod english;
mod german;
mod table;

pub use table::{Nation, NationWord, nation_at};
