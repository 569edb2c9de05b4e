//! From an article to proposed records, by rules and lists of words: the blocks of the text, its runs in marks, who is
//! named, what is said by whom, which visits are told, which offices are held, each with the words that it rests on.
//!
//! Pure: no file, no clock, no chance, and the same answer on every run. Work on a sentence is bounded.

mod blocks;
mod by_cue;
mod cast;
mod dates;
mod frames;
mod html;
mod known;
mod land;
mod language_of;
mod marks;
mod name;
mod page;
mod phrase_of;
mod proposal;
mod read;
mod records;
mod roles;
mod statements;
mod told;
mod visit_records;
mod visits;
mod who;
mod word;

pub use html::html_text;
pub use proposal::{Passage, Proposal, Role as PassageRole, Sureness};
pub use read::{Asked, Extracted, extract};
