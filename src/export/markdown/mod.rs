//! The sections of the full note: Markdown (`CommonMark` with the tables and footnotes of GFM), a section a file. One
//! that would be empty is left out. The template `full.md` puts them together.
//!
//! Three things hold throughout. Text of the file goes through `text`, so that it stays text. What is marked stricter
//! than the reader may see is taken out of the briefing before a line is written (`withhold`), so that no section can
//! let it slip. And the same briefing gives the same note.

mod actors;
mod assumptions;
mod basis;
mod bottom_line;
mod caveats;
mod counts;
mod disputed_facts;
mod gaps;
mod head;
mod key_judgements;
mod note;
mod people;
mod relations;
mod sources;
mod statements;
mod visits;
mod what_is_new;
mod whole;
mod words;
mod yardsticks;

pub(super) use whole::sections;
