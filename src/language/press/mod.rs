//! The words of news in the languages that an article is taken apart in, one file a language: the verbs that tell of
//! speech, titles, heads of bodies, the small words around a name, the words of visits.
//!
//! Words of one meaning are parted by `|`; they are compared as [`fold`](crate::index::fold) leaves them, so that a file
//! writes them as its language does.

mod english;
mod french;
mod german;
mod intent;
mod lead_in;
mod lexicon;
mod meaning;
mod serbian;
mod table;

pub use intent::tells_of_intent;
pub use lead_in::lead_in;
pub use lexicon::{Entry, Lexicon, PRESS_LANGUAGES, lexicon};
pub use meaning::{Cue, Meaning, Pronoun, VisitWord};
pub use table::Press;
