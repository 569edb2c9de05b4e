//! Where sources disagree: both sides, and what is made of it.

use std::fmt::Write as _;

use crate::model::{AnyRecord, Conflict, Side, When};

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
        let about = self.reader.by_id(&conflict.about).map(|(_, record)| self.title(&record));
        let about = about.unwrap_or_else(|| "a record that is not here".to_owned());
        let field = match conflict.field.as_str() {
            "when" | "said_on" | "published" | "valid" => "date".to_owned(),
            "announced" => "date of the announcement".to_owned(),
            other => text(other),
        };
        let state = if conflict.is_open() { "open" } else { "settled" };
        self.item(0, &format!("**{}**, {field} ({state}):", capitalised(&about)));
        for side in &conflict.sides {
            let words = self.side(side, &field);
            self.item(1, &words);
        }
        let reason = sentence(&conflict.reason);
        if !reason.is_empty() {
            self.item(1, &reason);
        }
    }

    fn side(&mut self, side: &Side, field: &str) -> String {
        let date = When::from_edtf(side.value.trim());
        let is_date = field.starts_with("date") && date.parsed().is_ok();
        let mut words = text(&if is_date { date.display() } else { side.value.clone() });
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
