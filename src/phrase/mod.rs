//! Dates as people write them, read as EDTF (ISO 8601-2:2019, Annex A) with what they rest on.
//!
//! A grammar follows every way to read the whole phrase, in each language by itself; what is left over is no reading. One
//! reading is an answer, several are asked about, none is said with its reason. The conventions (what *early* is, which
//! day *on Monday* is) are told in `assets/FORMAT.md`.

mod ages;
mod answer;
mod apposed;
mod body;
mod by_language;
mod counted;
mod dated;
mod explain;
mod feasts;
mod inside;
mod introduced;
mod length;
mod names;
mod now;
mod numeric;
mod older;
mod partial;
mod parts_of_year;
mod piece;
mod point;
mod read;
mod relative;
mod resolve;
mod rough;
mod sources;
mod time_of_day;
mod turned;
mod under_basis;
mod unread;
mod words;
mod write;
mod years;

pub use answer::{Answer, Reading, Setting};
pub use body::{EITHER, LASTED, SOME_DAY};
pub use explain::in_words;
pub use numeric::{DAY_FIRST, MONTH_FIRST};
pub use partial::Origin;
pub use read::{read, read_with};
pub use relative::{Anchored, CountedFrom, anchors, following, moved, read_counted};
pub use sources::{Told, language_of};
pub use under_basis::under_basis;
pub use unread::{NO_SUCH_DAY, NOT_READ};
