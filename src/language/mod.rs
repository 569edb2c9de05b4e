//! What words mean in the languages that sources are written in, one file a language: the words of dates.
//!
//! A word is compared without case and accents and in its own script ([`tokens`]). Files write words as their language
//! does; those of one meaning are parted by `|`.

mod all;
mod arabic;
mod chinese;
mod czech;
mod dutch;
mod english;
mod french;
mod german;
mod greek;
mod italian;
mod japanese;
mod lexicon;
mod polish;
mod portuguese;
mod russian;
mod serbian;
mod spanish;
mod tokens;
mod turkish;
mod ukrainian;
mod vocabulary;

pub use all::{LANGUAGES, language};
pub use vocabulary::{Language, NumberOrder, Sense, Unit};

pub use lexicon::{Match, meanings_at, names_at};
pub use tokens::{Token, TokenKind, tokens};
