//! Where sources disagree: both sides, and what is made of it.

use std::fmt::Write as _;

use crate::model::{AnyRecord, Conflict, Side, When, capitalised};

use super::caveats::{caveats, marked};
use super::note::Note;
use super::words::{sentence, text};
use crate::export::words::{side_source, side_value, side_words_of_source};

impl Note<'_> {
    pub(super) fn disputed_facts(&mut self) {
        let conflicts = self.kept(&self.reader.briefing.conflicts);
        if conflicts.is_empty() {
            return;
        }
        self.heading("Disputed facts");
        for conflict in self.through(&conflicts) {
            self.conflict(conflict);
        }
    }

    fn conflict(&mut self, conflict: &Conflict) {
        let record = self.reader.by_id(&conflict.about).map(|(_, record)| record);
        let dates = record.as_ref().map(AnyRecord::dates).unwrap_or_default();
        let about_date = dates.iter().find(|(name, _)| *name == conflict.field).map(|(_, when)| (*when).clone());
        let about = record.as_ref().map(|record| self.title(record));
        let about = about.unwrap_or_else(|| "a record that is not here".to_owned());
        let field = match conflict.field.as_str() {
            "when" | "said_on" | "published" | "valid" => "date".to_owned(),
            "announced" => "date of the announcement".to_owned(),
            other => text(other),
        };
        let state = if conflict.is_open() { "open" } else { "settled" };
        self.item(0, &format!("**{}**, {field} ({state}):", capitalised(&about)));
        for side in &conflict.sides {
            let words = self.side(side, about_date.as_ref());
            self.item(1, &words);
        }
        let reason = sentence(&conflict.reason);
        for words in [marked(conflict, "reason", reason), caveats(conflict, &["reason"])] {
            if !words.is_empty() {
                self.item(1, &words);
            }
        }
    }

    /// What one side says and who says it, in which words.
    fn side(&mut self, side: &Side, about: Option<&When>) -> String {
        let mut words = text(&side_value(&self.reader, side, about));
        let source = side_source(&self.reader, side);
        if !source.is_empty() {
            let _ = write!(words, ", according to {}", text(&source));
        }
        let quoted = side_words_of_source(&self.reader, side);
        if !quoted.is_empty() {
            let _ = write!(words, ": {}", text(&quoted));
        }
        let marks = side.cite.as_ref().map(|cite| self.marks(std::slice::from_ref(cite)));
        words.push_str(&marks.unwrap_or_default());
        words
    }

    /// What a record is called in a heading or a list.
    fn title(&self, record: &AnyRecord) -> String {
        match record {
            AnyRecord::Statement(statement) => format!("Statement of {}", self.name(&statement.speaker)),
            other => text(&self.reader.title(other)),
        }
    }
}
