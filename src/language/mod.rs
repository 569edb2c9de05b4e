//! What words mean in the languages that sources are written in, one file a language: the words of dates.
//!
//! A word is compared without case and accents and in its own script ([`tokens()`]). Files write words as their language
//! does; those of one meaning are parted by `|`.

mod arabic;
mod chinese;
mod compounds;
mod czech;
mod dutch;
mod english;
mod french;
mod german;
mod given_names;
mod greek;
mod italian;
mod japanese;
mod journeys;
mod languages;
mod lexicon;
pub mod nations;
mod polish;
mod portuguese;
pub mod press;
mod russian;
mod sense;
mod serbian;
mod spanish;
mod table;
mod tokens;
mod turkish;
mod ukrainian;

pub use compounds::without_compounds;
pub use given_names::is_of_woman;
pub use journeys::{JourneyWords, Part, journey_words};
pub use languages::{LANGUAGES, language};
pub use lexicon::{Match, meanings_at, names_at};
pub use sense::{Moving, Sense, Unit};
pub use table::{Language, NumberOrder};
pub use tokens::{Token, TokenKind, tokens};
