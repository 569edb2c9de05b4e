//! Where sources disagree: both sides, and what is made of it.

use std::fmt::Write as _;

use crate::model::{AnyRecord, Conflict, Side, When};

use super::basis::side_words;
use super::caveats::{caveats, marked};
use super::note::Note;
use super::words::{capitalised, sentence, text};

impl Note<'_> {
    pub(super) fn disputed_facts(&mut self) {
        let conflicts = self.kept(&self.reader.briefing.conflicts);
        if conflicts.is_empty() {
            return;
        }
        self.heading("Disputed facts");
        for conflict in &conflicts {
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

    /// What one side says; of a field that holds a date as a date.
    fn side(&mut self, side: &Side, about: Option<&When>) -> String {
        let date = When::from_edtf(side.value.trim());
        let mut words = match about {
            Some(about) if date.parsed().is_ok() => side_words(&self.reader, &date, Some(about)),
            _ => text(&side.value),
        };
        if let Some(source) = side.cite.as_ref().and_then(|cite| self.reader.source(cite.source())) {
            let _ = write!(words, ", according to {}", text(&source.publisher));
        }
        let quoted = side.cite.as_ref().map(|cite| text(&cite.long.exact)).filter(|exact| !exact.is_empty());
        if let Some(exact) = quoted {
            let _ = write!(words, ": “{exact}”");
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
