//! The whole note, section by section.

use super::note::Note;
use super::options::NoteOptions;
use crate::export::withhold::{Withheld, withhold};
use crate::index::{Index, Reader};

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

pub(super) fn write(reader: &Reader, options: &NoteOptions, withheld: Withheld) -> String {
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
