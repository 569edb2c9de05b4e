//! Rows that a briefing has from an import before: a record cites an excerpt of these words.

use std::collections::{HashMap, HashSet};

use crate::import::table::Row;
use crate::index::Reader;
use crate::model::{Id, RecordKind, SourceKind};

/// A row as the words of its source: its cells, parted so that they can be read.
pub(super) fn words_of(row: &Row) -> String {
    row.cells.join(" | ")
}

/// How many records of a kind cite each row, by its words.
#[derive(Debug, Default)]
pub(super) struct KnownRows {
    left: HashMap<String, usize>,
}

impl KnownRows {
    pub(super) fn new(reader: &Reader, kind: RecordKind) -> Self {
        let mut cited: HashSet<(Id, u32)> = HashSet::new();
        for (_, record) in reader.briefing.records(kind) {
            for cite in record.cites() {
                if let Some(para) = cite.long.para {
                    cited.insert((cite.long.source.clone(), para));
                }
            }
        }
        let mut left: HashMap<String, usize> = HashMap::new();
        for source in reader.briefing.sources.iter().map(|entry| &entry.record) {
            if source.kind != Some(SourceKind::Dataset) {
                continue;
            }
            for excerpt in &source.excerpts {
                let Some(para) = excerpt.para else { continue };
                // An excerpt is one row, however many records were made of it.
                if cited.contains(&(source.id.clone(), para)) {
                    *left.entry(excerpt.text.clone()).or_default() += 1;
                }
            }
        }
        Self { left }
    }

    /// Whether the briefing has the row; of rows of the same words each is found as often as they were taken.
    pub(super) fn takes(&mut self, row: &Row) -> bool {
        if self.left.is_empty() {
            return false;
        }
        match self.left.get_mut(&words_of(row)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }
}
