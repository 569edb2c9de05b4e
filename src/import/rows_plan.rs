//! What a file of rows brings: a record for each row that fits, and the file itself as their source.

use std::sync::Arc;

use crate::edit::change::{FreshIds, id_from};
use crate::edit::fields::fields_of;
use crate::import::known_rows::words_of;
use crate::import::plan::{Aside, ImportPlan};
use crate::import::rows::{CellState, DateOrder, DateSpan, Pasted, RowReading, RowsReading, Target};
use crate::import::table::Row;
use crate::index::Reader;
use crate::model::{AnyRecord, Excerpt, Id, Source, SourceKind, count_text, plural};
use crate::present::Shown;

/// So many columns that are not taken are named.
const MOST_COLUMNS: usize = 12;

/// The file that rows come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileOrigin {
    /// Its name.
    pub name: String,
    /// The day on which it is read, in EDTF.
    pub accessed: String,
}

/// What rows bring into a briefing, and how each of them is understood. A row that does not fit whole is kept aside; one
/// that was taken before is known by the words of its cells; each other cites the file, which becomes a source with the
/// words of its rows.
#[must_use]
pub fn plan_rows(reader: &Reader, shown: &Shown, rows: &Pasted, origin: &FileOrigin) -> (ImportPlan, RowsReading) {
    let id = FreshIds::new(reader).near(&source_id(&origin.name));
    let mut rows = rows.clone();
    rows.source = Some(id.clone());
    let reading = rows.read(reader, shown);
    let mut plan = ImportPlan { known: reading.known_count(), ..ImportPlan::default() };
    let mut taken = Vec::new();
    for (place, (row, read)) in rows.rows().iter().zip(&reading.rows).enumerate() {
        if read.is_known {
            continue;
        }
        match why_not(&rows, read) {
            Some(reason) => plan.aside.push(Aside { row: row.number, cells: rows.mended_cells(place), reason }),
            None => taken.push(row),
        }
    }
    let (records, added) = reading.records(false);
    plan.added = added;
    plan.rows = taken.iter().map(|row| row.number).collect();
    if added > 0 {
        plan.records.push(source_record(id, origin, &taken));
    }
    plan.records.extend(records);
    plan.heads = rows.heads.clone().unwrap_or_default();
    plan.remarks = remarks(&rows);
    plan.remarks.extend(unsaid(&rows, &reading));
    plan.remarks.extend(unknown_cites(&reading));
    plan.questions = questions(&rows, &reading);
    (plan, reading)
}

/// Why a row is not taken.
fn why_not(rows: &Pasted, read: &RowReading) -> Option<String> {
    for (column, cell) in read.cells.iter().enumerate() {
        if let CellState::Misfit(why) = &cell.state {
            let words = crate::model::shortened(&cell.words);
            return Some(format!("{}, “{words}”: {why}", rows.column_name(column)));
        }
    }
    read.record.is_none().then(|| "It says nothing that a field takes".to_owned())
}

/// The file as a source: the words of the rows that were taken, each under its number.
fn source_record(id: Id, origin: &FileOrigin, taken: &[&Row]) -> AnyRecord {
    let excerpt = |row: &&Row| Excerpt { para: Some(row.number), text: words_of(row), ..Excerpt::default() };
    AnyRecord::Source(Arc::new(Source {
        id,
        publisher: origin.name.clone(),
        kind: Some(SourceKind::Dataset),
        title: origin.name.clone(),
        accessed: origin.accessed.clone(),
        excerpts: taken.iter().map(excerpt).collect(),
        held: Some(true),
        ..Source::default()
    }))
}

/// An id from the name of a file.
fn source_id(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let id = id_from(stem);
    if id.is_empty() { "file".to_owned() } else { id }
}

/// What a person should know: columns that nothing is made of, and names of records that cannot be kept.
fn remarks(rows: &Pasted) -> Vec<String> {
    let mut remarks = Vec::new();
    if let (Some(first), Some(head)) = (rows.rows_above().first(), rows.head_row()) {
        remarks.push(format!(
            "Row {} names the columns; what stands above it, such as “{}”, is not taken",
            head.number,
            crate::model::shortened(first.cells.iter().find(|cell| !cell.is_empty()).map_or("", String::as_str))
        ));
    }
    let unused: Vec<String> = rows
        .targets
        .iter()
        .enumerate()
        .filter(|(column, target)| **target == Target::Nothing && rows.has_words(*column))
        .map(|(column, _)| rows.column_name(column))
        .collect();
    if !unused.is_empty() {
        let (columns, are, stand, them) = match unused.len() {
            1 => ("Column", "is", "stands", "it to a field"),
            _ => ("Columns", "are", "stand", "them to fields"),
        };
        let more = unused.len().saturating_sub(MOST_COLUMNS);
        let more = if more > 0 { format!(" and {} more", count_text(more)) } else { String::new() };
        let named = unused.get(..MOST_COLUMNS.min(unused.len())).unwrap_or_default().join(", ");
        remarks.push(format!(
            "{columns} {named}{more} {are} not taken, and {stand} in the words of the source alone; map {them}, such as note"
        ));
    }
    for (column, target) in rows.told_by_cells() {
        let name = rows.column_name(column);
        remarks.push(format!("{name} is taken for {} by what it holds; look whether it is that", target.label()));
    }
    if let Some(column) = rows.targets.iter().position(|target| *target == Target::Id) {
        let is_strange = |row: &&Row| !row.cell(column).is_empty() && !Id::from(row.cell(column)).is_well_formed();
        if let Some(row) = rows.rows().iter().find(is_strange) {
            remarks.push(format!(
                "{}: “{}” is no id here (a small letter first), so such rows are given one",
                rows.column_name(column),
                crate::model::shortened(row.cell(column))
            ));
        }
    }
    remarks
}

/// The fields that every such record has to have and that nothing here says.
fn unsaid(rows: &Pasted, reading: &RowsReading) -> Option<String> {
    let record = reading.rows.iter().find_map(|row| row.record.as_ref())?;
    let is_said = |name: &str| {
        name == "id"
            || rows.targets.iter().any(|target| target.fields().contains(&name))
            || rows.constants.iter().any(|(said, words)| said == name && !words.is_empty())
    };
    let fields = fields_of(rows.kind).iter().filter(|field| record.required_names().contains(&field.name));
    let unsaid: Vec<String> =
        fields.filter(|field| !is_said(field.name)).map(|field| format!("“{}”", field.label)).collect();
    let them = if unsaid.len() == 1 { "it" } else { "them" };
    (!unsaid.is_empty()).then(|| {
        format!(
            "No column says {}: map a column to {them}, or set {them} in every row; else each row is added without",
            unsaid.join(", ")
        )
    })
}

/// That cells cite what is not there.
fn unknown_cites(reading: &RowsReading) -> Option<String> {
    let cites = &reading.unknown_cites;
    let example = crate::model::shortened(cites.example.as_deref()?);
    let cells = plural(cites.count, "cell");
    let (cite, rows, keep) =
        if cites.count == 1 { ("cites", "its row is", "keeps it") } else { ("cite", "their rows are", "keep them") };
    Some(format!(
        "{cells} {cite} sources that the briefing has not, such as “{example}”; {rows} taken without, and {keep} in their words"
    ))
}

/// What nobody was asked about.
fn questions(rows: &Pasted, reading: &RowsReading) -> Vec<String> {
    let mut questions = Vec::new();
    for (column, marks) in reading.open_marks.iter().enumerate() {
        for open in marks {
            questions.push(format!(
                "{}: {} with {}, such as “{}”, {} taken for one name each; say if they are several",
                rows.column_name(column),
                plural(open.count, "cell"),
                open.mark.plural(),
                crate::model::shortened(&open.example),
                if open.count == 1 { "is" } else { "are" },
            ));
        }
    }
    for (column, dates) in reading.dates.iter().enumerate() {
        let Some(dates) = dates else { continue };
        if let Some(example) = dates.doubtful_order.as_ref().filter(|_| dates.order == DateOrder::Ask) {
            questions.push(format!(
                "{}: “{example}” may have the day or the month first; say which",
                rows.column_name(column)
            ));
        }
        if let Some(example) = dates.doubtful_span.as_ref().filter(|_| dates.span == DateSpan::Ask) {
            questions.push(format!(
                "{}: “{example}” may have lasted, or be some day between; say which",
                rows.column_name(column)
            ));
        }
    }
    questions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_gives_an_id() {
        assert_eq!(source_id("Visits to the U.S. (2024).csv"), "visits-to-the-u-s-2024");
        assert_eq!(source_id("访问.xlsx"), "file");
        assert!(Id::from(source_id("2024 visits.csv").as_str()).is_well_formed());
    }
}
