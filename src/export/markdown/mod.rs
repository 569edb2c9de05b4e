//! The briefing as a note that is handed in: Markdown (`CommonMark` with the tables and footnotes of GFM), a section a
//! file, in the order below. A section that would be empty is left out.
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
mod footnotes;
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
mod yardsticks;

use std::collections::HashSet;

use crate::index::{Index, Reader};
use crate::model::{Key, TlpLevel};

use crate::export::withhold::{Withheld, withhold};
use note::Note;

/// What a note holds.
#[derive(Debug, Clone, Default)]
pub struct NoteOptions {
    /// Leave out what is marked stricter, and say how much that is. Without it nothing is left out.
    pub marking: Option<TlpLevel>,
    /// Only these records, and the words of the filter that chose them.
    pub shown: Option<(HashSet<Key>, String)>,
    /// The path of a picture of the chart, from where the note will stand; the note refers to it under its visits.
    pub chart: Option<String>,
}

/// The briefing as a note, with one line break at its end.
#[must_use]
pub fn to_markdown(reader: &Reader, options: &NoteOptions) -> String {
    match options.marking.and_then(|most| withhold(reader.briefing, most)) {
        Some((briefing, withheld)) => {
            let index = Index::build(&briefing);
            write(&Reader::new(&briefing, &index), options, withheld)
        }
        None => write(reader, options, Withheld::default()),
    }
}

fn write(reader: &Reader, options: &NoteOptions, withheld: Withheld) -> String {
    let mut note = Note::new(reader, options, withheld);
    note.head();
    note.bottom_line();
    note.key_judgements();
    note.what_is_new();
    note.visits();
    note.what_they_said();
    note.relations();
    note.disputed_facts();
    note.assumptions();
    note.gaps();
    note.actors();
    note.sources();
    note.yardsticks();
    note.foot();
    note.finish()
}

#[cfg(test)]
mod tests;
