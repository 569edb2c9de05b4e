//! The text that a briefing was read from, and where its records and fields are.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::places::places;
use crate::check::{Position, Problem};
use crate::model::{AnyRecord, Briefing, Key, RecordKind};
use crate::ron_text::{Document, FieldSpan, LineIndex, PathFinder, RecordSpan};

/// The text that a briefing was read from, and where its records and fields are.
#[derive(Debug, Default)]
pub struct SourceText {
    text: Arc<String>,
    document: Document,
    lines: LineIndex,
    /// For each key that loading gave out, the number of its record among the scanned ones.
    records: Vec<usize>,
    /// What was read from it, shared with the briefing that was opened.
    read: Briefing,
}

impl SourceText {
    pub(super) fn new(text: Arc<String>, document: Document) -> Self {
        let lines = LineIndex::new(&text);
        let is_known = |record: &RecordSpan| RecordKind::from_list_name(document.list_of(&text, record)).is_some();
        let known = document.records.iter().enumerate().filter(|(_, record)| is_known(record));
        let records = known.map(|(number, _)| number).collect();
        Self { text, document, lines, records, read: Briefing::default() }
    }

    /// Notes what `ron` read from it as a whole.
    pub(super) fn with_read(self, read: &Briefing) -> Self {
        Self { read: read.clone(), ..self }
    }

    /// Where the records of a briefing stand that are still what was read, by the briefing's keys; `None` where that
    /// has other records, or was not read as a whole.
    pub(super) fn read_records(&self, briefing: &Briefing) -> Option<HashMap<Key, (Range<usize>, AnyRecord)>> {
        let are_as_many = |kind: &RecordKind| self.read.count(*kind) == briefing.count(*kind);
        if !RecordKind::ALL.iter().all(are_as_many) || !self.read.unreadable.is_empty() {
            return None;
        }
        let read = places(&self.text, &self.document, &self.read)?;
        let same = places(&self.text, &self.document, briefing)?.into_iter().zip(read);
        let same = same.filter(|((_, _, is), (_, _, read))| is.is_same_as(read));
        Some(same.map(|((key, range, record), _)| (key, (range, record))).collect())
    }

    /// The same text, shared.
    pub(super) fn shared(&self) -> Arc<String> {
        Arc::clone(&self.text)
    }

    /// The whole text, byte for byte.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) fn document(&self) -> &Document {
        &self.document
    }

    /// The records of known lists, in the order in which loading gives out keys.
    pub(super) fn known_records(&self) -> impl Iterator<Item = &RecordSpan> {
        self.records.iter().filter_map(|number| self.document.records.get(*number))
    }

    /// The bytes of a record that was there when the text was read.
    #[must_use]
    pub fn record_range(&self, key: Key) -> Option<Range<usize>> {
        let number = *self.records.get(usize::try_from(key.0).ok()?)?;
        Some(self.document.records.get(number)?.span.range())
    }

    /// The line and the column of a byte.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let (line, column) = self.lines.line_and_column(&self.text, offset);
        Position { line, column }
    }

    /// Fills in where problems stand: each at its field, or else at its record, or else at the file's begin. Those of one
    /// record are best given one after the other, since its text is then taken apart once.
    pub fn locate<'a>(&self, problems: impl IntoIterator<Item = &'a mut Problem>) {
        let mut header: HashMap<&str, &FieldSpan> = HashMap::new();
        for field in &self.document.fields {
            header.entry(self.text.get(field.name.range()).unwrap_or_default()).or_insert(field);
        }
        let mut finder = PathFinder::new(&self.text);
        let mut found_in = None;
        for problem in problems {
            if found_in.replace(problem.key) != Some(problem.key) {
                finder = PathFinder::new(&self.text);
            }
            let offset = match problem.key.and_then(|key| self.record_range(key)) {
                Some(record) => finder.find(record, &problem.field).start,
                None => header_offset(&header, &mut finder, &problem.field),
            };
            problem.position = Some(self.position(offset));
        }
    }

    /// The lines around a line, with their numbers from 1.
    #[must_use]
    pub fn lines_around(&self, line: usize, around: usize) -> Vec<(usize, String)> {
        lines_around(&self.text, line, around)
    }
}

/// Where a field of the header stands, or a part of one; the file's begin where it is not there.
fn header_offset(header: &HashMap<&str, &FieldSpan>, finder: &mut PathFinder, path: &str) -> usize {
    let name = path.split(['.', '[']).next().unwrap_or(path);
    let rest = path.strip_prefix(name).unwrap_or("");
    header.get(name).map_or(0, |field| finder.find(field.value.range(), rest).start)
}

/// The longest part of a line that is shown, in characters.
const MOST_CHARS: usize = 400;

/// The lines around a line, with their numbers from 1; a very long line is cut.
#[must_use]
pub fn lines_around(text: &str, line: usize, around: usize) -> Vec<(usize, String)> {
    let first = line.saturating_sub(around).max(1);
    let lines = text.lines().enumerate().skip(first - 1).take(line + around + 1 - first);
    lines.map(|(index, text)| (index + 1, text.chars().take(MOST_CHARS).collect())).collect()
}
