//! From an article to proposed records, by rules and lists of words: the blocks of the text, its runs in marks, who is
//! named, what is said by whom, which visits are told, which offices are held, each with the words that it rests on.
//!
//! Pure: no file, no clock, no chance, and the same answer on every run. Work on a sentence is bounded.

mod actor_records;
mod anchoring;
mod behind_verb;
mod blocks;
mod by_cue;
mod cast;
mod cast_places;
mod character;
mod cites;
mod comers;
mod date_phrase;
mod date_words;
mod dates;
mod dating;
mod fragments;
mod frame;
mod frames;
mod free_order;
mod goal;
mod held_paras;
mod html;
mod is_verb;
mod joining;
mod known;
mod land;
mod language_of;
mod marks;
mod moves;
mod name;
mod namesake;
mod noun_phrase;
mod offices;
mod other_anchors;
mod page;
mod place;
mod proposal;
mod read;
mod records;
mod role;
mod role_lands;
mod roles;
mod said_date;
mod said_records;
mod statements;
mod stays;
mod subject;
mod tenures;
mod told;
mod told_dates;
mod unnamed;
mod untold_dates;
mod verb;
mod visit;
mod visit_records;
mod visits;
mod watch;
mod who;
mod word;

pub use html::html_text;
pub use proposal::{Passage, Proposal, Role as PassageRole, Sureness};
pub use read::{Asked, Extracted, extract};
pub use told_dates::{ToldDate, told_dates};
pub use watch::Watch;
