//! A note in the making: what it is written from, and the few ways of adding to it.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::index::Reader;
use crate::model::{Basis, Cite, Entry, Id, Key, Record, Records, When};

use super::basis::{date_words, dated, inherited_doubt};
use super::caveats::{as_ours, marked};
use crate::export::footnotes::Footnotes;
use crate::export::options::NoteOptions;
use crate::export::withhold::Withheld;
use crate::export::words::{Dispute, Part, disputes as disputes_of};

/// A note in the making.
pub(super) struct Note<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) options: &'a NoteOptions,
    pub(super) withheld: &'a Withheld,
    pub(super) footnotes: Footnotes,
    /// The statements that are disputed.
    pub(super) disputes: HashMap<Id, Vec<Dispute>>,
    /// What the note has used and has to explain.
    pub(super) used: BTreeSet<Yardstick>,
    out: String,
}

/// What a reader may want explained at the end of a note, in the order of the explanations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Yardstick {
    Likelihood,
    Confidence,
    Counts,
    OpenDates,
    Seasons,
    Statements,
    Grades,
}

impl<'a> Note<'a> {
    pub(super) fn new(
        reader: &Reader<'a>,
        options: &'a NoteOptions,
        withheld: &'a Withheld,
        footnotes: Footnotes,
    ) -> Self {
        let (disputes, used) = (HashMap::new(), BTreeSet::new());
        let mut note = Self { reader: *reader, options, withheld, footnotes, disputes, used, out: String::new() };
        note.disputes = disputes_of(reader, |key| note.shows(key));
        note
    }

    /// What was written since it was taken last.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.out).trim_end().to_owned()
    }

    /// A heading of one of the sections of a note.
    pub(super) fn heading(&mut self, words: &str) {
        self.block(&format!("## {words}"));
    }

    /// A heading within a section.
    pub(super) fn subheading(&mut self, words: &str) {
        self.block(&format!("### {words}"));
    }

    /// A paragraph, a heading or a table: lines with an empty line after.
    pub(super) fn block(&mut self, lines: &str) {
        self.end_list();
        self.out.push_str(lines);
        self.out.push_str("\n\n");
    }

    /// An item of a list; `depth` 1 is within another item.
    pub(super) fn item(&mut self, depth: usize, words: &str) {
        for _ in 0..depth {
            self.out.push_str("  ");
        }
        self.out.push_str("- ");
        self.out.push_str(words.trim_end());
        self.out.push('\n');
    }

    /// The empty line after a list.
    fn end_list(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// A date in words, with its doubt.
    pub(super) fn date_words(&self, when: &When) -> String {
        date_words(&self.reader, when)
    }

    /// The same with what it rests on.
    pub(super) fn dated(&self, when: &When) -> String {
        dated(&self.reader, when)
    }

    /// A date of a record in words, marked where it is the author's reading: by the record, or by what it rests on.
    pub(super) fn marked_date(&self, record: &impl Record, field: &str, when: &When) -> String {
        let words = self.date_words(when);
        let is_by_analyst = matches!(when.basis(), Some(Basis::Analyst(_)));
        if is_by_analyst { as_ours(words) } else { marked(record, field, words) }
    }

    /// Whether a date hangs on one that is in doubt.
    pub(super) fn hangs_on_doubt(&self, when: &When) -> bool {
        inherited_doubt(&self.reader, when).is_some()
    }

    /// The marks of the footnotes for some cites, `[^1][^2]`.
    pub(super) fn marks(&mut self, cites: &[Cite]) -> String {
        if !cites.is_empty() {
            self.used.insert(Yardstick::Grades);
        }
        self.footnotes.marks(cites)
    }

    /// What of the briefing the note shows.
    pub(super) fn part(&self) -> Part<'a> {
        Part {
            briefing: self.reader.briefing,
            withheld: self.withheld,
            most: self.options.marking,
            shown: self.options.shown.as_ref(),
        }
    }

    /// The items one by one, until somebody asks to stop.
    pub(super) fn through<I: IntoIterator>(&self, items: I) -> impl Iterator<Item = I::Item> + use<I> {
        self.options.progress.through(items)
    }

    /// Whether a record passes the filter and may be seen.
    pub(super) fn shows(&self, key: Key) -> bool {
        self.part().shows(key)
    }

    /// The records of a list that go into the note, in the order of the file.
    pub(super) fn kept<T: Record>(&self, list: &Records<T>) -> Vec<Arc<T>> {
        self.kept_entries(list).map(|entry| Arc::clone(&entry.record)).collect()
    }

    pub(super) fn kept_entries<'b, T: Record>(&'b self, list: &'b Records<T>) -> impl Iterator<Item = &'b Entry<T>> {
        list.iter().filter(|entry| self.shows(entry.key))
    }
}
