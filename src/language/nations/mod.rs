//! What countries, their people and their capitals are called, by language.

mod called;
mod english;
mod german;
mod registers;
mod table;

pub use called::country_called;
pub use table::{Nation, NationWord, nation_at};
