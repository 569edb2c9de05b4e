//! The rows as tab-separated text, for pasting into a spreadsheet.

use crate::index::Reader;
use crate::model::Key;

use super::{VisitColumn, VisitWords};

/// A head and a line for each visit, in the order given: its id, then the columns given.
#[must_use]
pub fn visits_tsv(reader: Reader<'_>, rows: &[Key], columns: &[VisitColumn]) -> String {
    let mut words = VisitWords::new(reader);
    let mut text = String::from("Id");
    for column in columns {
        text.push('\t');
        text.push_str(column.label());
    }
    text.push('\n');
    for key in rows {
        let Some(visit) = reader.visit_at(*key) else { continue };
        text.push_str(&field(visit.id.as_str()));
        for column in columns {
            text.push('\t');
            text.push_str(&field(&words.cell(*key, &visit, *column)));
        }
        text.push('\n');
    }
    text
}

/// One field: no tab or line break in it, and nothing that a spreadsheet would take for a formula.
fn field(text: &str) -> String {
    let flat: String = text.chars().map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c }).collect();
    if flat.starts_with(['=', '+', '-', '@']) { format!("'{flat}") } else { flat }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::present::sorted_visits;

    const BRIEFING: &str = r#"(title: "T", actors: [
        (id: "a", kind: Person, name: "Ana	=1", country: "RS"), (id: "cn", kind: Country, name: "China", iso: "CN"),
        (id: "rs", kind: Country, name: "Serbia", iso: "RS")],
      visits: [
        (id: "late", visitors: ["a"], to: "cn", when: "2024-10-14", level: Local),
        (id: "month", visitors: ["a"], to: "cn", when: "2024-05"),
        (id: "day", visitors: ["a"], to: "cn", when: "2024-05-01", level: HeadOfState),
      ])"#;

    #[test]
    fn rows_are_sorted_by_date_and_by_level_with_the_empty_last() {
        let document = Document::from_text(BRIEFING.to_owned()).unwrap();
        let reader = document.reader();
        let shown = reader.index.visits_by_date().to_vec();
        let ids = |column, descending| {
            let rows = sorted_visits(reader, &shown, column, descending);
            rows.iter().map(|key| reader.record(*key).unwrap().id().to_string()).collect::<Vec<_>>()
        };
        assert_eq!(ids(VisitColumn::Date, false), ["day", "month", "late"]);
        assert_eq!(ids(VisitColumn::Date, true), ["late", "month", "day"]);
        assert_eq!(ids(VisitColumn::Level, false), ["day", "late", "month"]);
        assert_eq!(ids(VisitColumn::Level, true), ["late", "day", "month"]);
    }

    #[test]
    fn a_line_holds_a_visit_whatever_its_names_hold() {
        let document = Document::from_text(BRIEFING.to_owned()).unwrap();
        let reader = document.reader();
        let rows = reader.index.visits_by_date();
        let text = visits_tsv(reader, rows, &[VisitColumn::Date, VisitColumn::Visitors, VisitColumn::Direction]);
        let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!(lines[0], ["Id", "Date", "Visitors", "From → to"]);
        assert_eq!(lines.len(), 4);
        assert_eq!(lines[1][..2], ["day", "1 May 2024"]);
        assert_eq!(lines[1][3], "Serbia → China");
        assert!(lines.iter().all(|line| line.len() == 4));
        assert_eq!(field("=SUM(A1)"), "'=SUM(A1)");
    }
}
