//! The sections of the full note.

use super::note::Note;
use crate::export::footnotes::Footnotes;
use crate::export::options::NoteOptions;
use crate::export::withhold::Withheld;
use crate::index::Reader;

type Write = for<'a, 'b> fn(&'a mut Note<'b>);

/// The sections by the names that templates know, in the order of the note.
const SECTIONS: &[(&str, Write)] = &[
    ("head", |note| note.head()),
    ("bottom_line", |note| note.bottom_line()),
    ("key_judgements", |note| note.key_judgements()),
    ("what_is_new", |note| note.what_is_new()),
    ("visits", |note| note.visits()),
    ("what_they_said", |note| note.what_they_said()),
    ("relations", |note| note.relations()),
    ("disputed_facts", |note| note.disputed_facts()),
    ("assumptions", |note| note.assumptions()),
    ("gaps", |note| note.gaps()),
    ("actors", |note| note.actors()),
    ("sources", |note| note.sources()),
    ("yardsticks", |note| note.yardsticks()),
];

/// Each section as Markdown, its footnotes as marks; empty where there is nothing to tell.
pub(in crate::export) fn sections(
    reader: &Reader,
    options: &NoteOptions,
    withheld: &Withheld,
    footnotes: &mut Footnotes,
) -> Vec<(&'static str, String)> {
    let mut note = Note::new(reader, options, withheld, std::mem::take(footnotes));
    let section = |(name, write): &(&'static str, Write)| {
        write(&mut note);
        (*name, note.take())
    };
    let sections = SECTIONS.iter().map(section).collect();
    *footnotes = note.footnotes;
    sections
}
