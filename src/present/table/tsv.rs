//! Rows as tab-separated text, for pasting into a spreadsheet and back.

use super::{RowColumn, RowWords};
use crate::index::Reader;
use crate::model::{Key, RecordKind};
use crate::present::{Shown, guarded};

/// A head and a line for each record, in the order given: its id, then the columns given that have words.
#[must_use]
pub fn rows_tsv(reader: Reader<'_>, shown: &Shown, kind: RecordKind, rows: &[Key], columns: &[RowColumn]) -> String {
    let columns: Vec<RowColumn> = columns.iter().copied().filter(|column| column.has_words()).collect();
    let mut words = RowWords::new(reader, shown, kind);
    let mut text = TsvWriter::default();
    text.line(std::iter::once("Id".to_owned()).chain(columns.iter().map(|column| column.label().to_owned())));
    for key in rows {
        let Some(record) = reader.record(*key) else { continue };
        let id = record.id().to_string();
        text.line(std::iter::once(id).chain(columns.iter().map(|column| words.cell(*key, *column))));
    }
    text.text
}

/// Lines of tab-separated text.
#[derive(Debug, Default)]
pub struct TsvWriter {
    text: String,
}

impl TsvWriter {
    /// Adds a line of these cells.
    pub fn line(&mut self, cells: impl IntoIterator<Item = String>) {
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                self.text.push('\t');
            }
            self.text.push_str(&field(&cell));
        }
        self.text.push('\n');
    }

    /// The whole text.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }
}

/// One field: no tab or line break in it, nothing that a spreadsheet would take for a formula, and quoted where it
/// would be read as quoted.
fn field(text: &str) -> String {
    let flat: String = text.chars().map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c }).collect();
    let safe = guarded(&flat);
    if safe != flat {
        safe.into_owned()
    } else if flat.starts_with('"') {
        format!("\"{}\"", flat.replace('"', "\"\""))
    } else {
        flat
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::present::{VisitColumn, sorted_visits};

    const BRIEFING: &str = r#"(title: "T", actors: [
        (id: "a", kind: Person, name: "Ana	=1", country: "RS"), (id: "cn", kind: Country, name: "China", iso: "CN"),
        (id: "rs", kind: Country, name: "Serbia", iso: "RS")],
      visits: [
        (id: "late", visitors: ["a"], to: "cn", when: "2024-10-14", level: Local),
        (id: "month", visitors: ["a"], to: "cn", when: "2024-05"),
        (id: "day", visitors: ["a"], to: "cn", when: "2024-05-01", level: HeadOfState),
      ])"#;

    #[test]
    fn rows_are_sorted_by_date_and_by_level_with_the_empty_last_or_stand_as_in_the_file() {
        let document = Document::from_text(BRIEFING.to_owned()).unwrap();
        let reader = document.reader();
        let shown = Shown::everything(&document.briefing);
        let ids = |column, descending| {
            let rows = sorted_visits(reader, shown.of(RecordKind::Visit), column, descending);
            rows.iter().map(|key| reader.record(*key).unwrap().id().to_string()).collect::<Vec<_>>()
        };
        assert_eq!(ids(Some(VisitColumn::Date), false), ["day", "month", "late"]);
        assert_eq!(ids(Some(VisitColumn::Date), true), ["late", "month", "day"]);
        assert_eq!(ids(Some(VisitColumn::Level), false), ["day", "late", "month"]);
        assert_eq!(ids(Some(VisitColumn::Level), true), ["late", "day", "month"]);
        assert_eq!(ids(None, false), ["late", "month", "day"]);
    }

    #[test]
    fn a_line_holds_a_record_whatever_its_names_hold() {
        let document = Document::from_text(BRIEFING.to_owned()).unwrap();
        let shown = Shown::everything(&document.briefing);
        let rows = document.index.visits_by_date();
        let columns = [VisitColumn::Date, VisitColumn::Visitors, VisitColumn::Direction].map(RowColumn::Visit);
        let text = rows_tsv(document.reader(), &shown, RecordKind::Visit, rows, &columns);
        let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!(lines[0], ["Id", "Date", "Visitors", "From → to"]);
        assert_eq!(lines.len(), 4);
        assert_eq!(lines[1][..2], ["day", "1 May 2024"]);
        assert_eq!(lines[1][3], "Serbia → China");
        assert!(lines.iter().all(|line| line.len() == 4));
        assert_eq!(field("=SUM(A1)"), "'=SUM(A1)");
        assert_eq!(field("\"a\" b"), "\"\"\"a\"\" b\"");
    }
}
