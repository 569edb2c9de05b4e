//! The briefing as a note in Markdown (CommonMark with the tables and footnotes of GFM).

mod escape;
mod footnotes;
mod people;
mod sections;

use std::collections::HashSet;
use std::fmt::Write as _;

use crate::index::Reader;
use crate::model::{AnyRecord, Key, Marking, Record, Records, TlpLevel, When};
use escape::text;
use footnotes::Footnotes;

/// What a note holds.
#[derive(Debug, Clone, Default)]
pub struct NoteOptions {
    /// Leave out what is marked stricter.
    pub marking: Option<TlpLevel>,
    /// Only these records, and the words of the filter that chose them.
    pub shown: Option<(HashSet<Key>, String)>,
}

/// A note in the making.
struct Note<'a> {
    reader: Reader<'a>,
    options: &'a NoteOptions,
    footnotes: Footnotes,
    left_out: usize,
    out: String,
}

/// The whole briefing as a note.
#[must_use]
pub fn to_markdown(reader: &Reader, options: &NoteOptions) -> String {
    let mut note = Note { reader: *reader, options, footnotes: Footnotes::default(), left_out: 0, out: String::new() };
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
    note.out
}

impl Note<'_> {
    fn head(&mut self) {
        let header = &self.reader.briefing.header;
        self.marking_line();
        let title = if header.title.is_empty() { "Untitled briefing" } else { &header.title };
        let _ = writeln!(self.out, "# {}\n", text(title));
        let mut facts = Vec::new();
        if !header.as_of.is_empty() {
            facts.push(format!("As of {}", text(&When::from_edtf(&header.as_of).display())));
        }
        if !header.authors.is_empty() {
            facts.push(text(&header.authors.join(", ")));
        }
        if let Some(status) = header.status {
            facts.push(status.label().to_owned());
        }
        if !facts.is_empty() {
            let _ = writeln!(self.out, "{}\n", facts.join(" · "));
        }
        if !header.question.is_empty() {
            let _ = writeln!(self.out, "*{}*\n", text(&header.question));
        }
        if let Some((_, words)) = &self.options.shown {
            let _ = writeln!(self.out, "This note holds a part of the briefing only: {}\n", text(words));
        }
    }

    fn foot(&mut self) {
        if self.left_out > 0 {
            let level = self.options.marking.map_or("", TlpLevel::label);
            let records = if self.left_out == 1 { "1 record" } else { &format!("{} records", self.left_out) };
            let _ = writeln!(self.out, "Left out, since marked stricter than {level}: {records}\n");
        }
        self.marking_line();
        let reader = self.reader;
        self.footnotes.print(&reader, &mut self.out);
        while self.out.ends_with("\n\n") {
            self.out.pop();
        }
    }

    fn marking_line(&mut self) {
        if let Some(marking) = &self.reader.briefing.header.marking {
            let _ = writeln!(self.out, "**{}**\n", text(marking.label()));
        }
    }

    fn heading(&mut self, words: &str) {
        let _ = writeln!(self.out, "## {words}\n");
    }

    fn line(&mut self, words: &str) {
        let _ = writeln!(self.out, "{words}");
    }

    /// The records of a list that go into the note; those marked too strictly are counted.
    fn kept<T: Record>(&mut self, list: &Records<T>) -> Vec<std::sync::Arc<T>> {
        let mut kept = Vec::new();
        for entry in list {
            let is_shown = self.options.shown.as_ref().is_none_or(|(keys, _)| keys.contains(&entry.key));
            let level = entry.record.marking().map(Marking::level);
            let is_stricter = matches!((level, self.options.marking), (Some(own), Some(most)) if own > most);
            if is_stricter {
                self.left_out += 1;
            } else if is_shown {
                kept.push(std::sync::Arc::clone(&entry.record));
            }
        }
        kept
    }

    /// What a record is called, as text.
    fn title_of(&self, record: &AnyRecord) -> String {
        text(&self.reader.title(record))
    }
}
