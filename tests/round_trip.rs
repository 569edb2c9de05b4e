//! Out as a table and in again: the exported columns say the same, whatever they hold, and no guard against formulas stays.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use dateline::document::Document;
use dateline::edit::{History, change};
use dateline::export::{Asked, Format, TableOf, make};
use dateline::import::table::{Table, TableOptions, read_file_bytes};
use dateline::import::{FileOrigin, Mark, Pasted, Target, plan_rows};
use dateline::model::{Node, RecordKind};
use dateline::present::{RowColumn, Shown};
use dateline::ron_text::print_briefing;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// A kind, the columns of its table that fields are made of again, and those fields.
struct Trip {
    kind: RecordKind,
    of: TableOf,
    sheet: &'static str,
    columns: &'static [(&'static str, &'static str)],
}

const TRIPS: [Trip; 3] = [
    Trip {
        kind: RecordKind::Visit,
        of: TableOf::Visits,
        sheet: "Visits",
        columns: &[
            ("id", "id"),
            ("date_written", "when"),
            ("visitors", "visitors"),
            ("lead", "lead"),
            ("to", "to"),
            ("place", "place"),
            ("hosts", "hosts"),
            ("met", "met"),
            ("channels", "channels"),
            ("level", "level"),
            ("kind", "kind"),
            ("mode", "mode"),
            ("status", "status"),
            ("announced", "announced"),
            ("note", "note"),
        ],
    },
    Trip {
        kind: RecordKind::Actor,
        of: TableOf::Actors,
        sheet: "Actors",
        columns: &[("id", "id"), ("name", "name"), ("kind", "kind"), ("iso", "iso"), ("qid", "qid"), ("note", "note")],
    },
    Trip {
        kind: RecordKind::Source,
        of: TableOf::Sources,
        sheet: "Sources",
        columns: &[
            ("id", "id"),
            ("publisher", "publisher"),
            ("author", "author"),
            ("title", "title"),
            ("kind", "kind"),
            ("date_written", "published"),
            ("url", "url"),
            ("accessed", "accessed"),
            ("archived", "archived"),
            ("lang", "lang"),
            ("reliability", "reliability"),
            ("note", "note"),
        ],
    },
];

fn open(text: String) -> Document {
    Document::from_text(text).map_err(|failure| failure.error).unwrap()
}

fn table(document: &Document, format: Format, trip: &Trip) -> Table {
    let asked = Asked { format, table: trip.of, ..Asked::default() };
    let bytes = make(document, &asked).unwrap();
    let sheet = (format == Format::Xlsx).then(|| trip.sheet.to_owned());
    read_file_bytes(&bytes, &TableOptions { sheet, ..TableOptions::default() }).unwrap().table
}

fn column_of(table: &Table, head: &str) -> usize {
    table.rows[0].cells.iter().position(|cell| cell == head).unwrap_or_else(|| panic!("no column {head}"))
}

/// The briefing that the rows of a table make of nothing.
fn back(table: &Table, trip: &Trip) -> Document {
    let empty = open("(title: \"Back\")".to_owned());
    let mut rows = Pasted::from_table(trip.kind, table.clone(), &RowColumn::of(trip.kind));
    rows.name_columns();
    rows.targets.iter_mut().for_each(|target| *target = Target::Nothing);
    rows.splits.iter_mut().for_each(|marks| *marks = vec![Mark::Semicolon]);
    for (head, field) in trip.columns {
        rows.targets[column_of(table, head)] = field_target(trip.kind, field);
    }
    let origin = FileOrigin { name: "table.csv".to_owned(), accessed: String::new() };
    let (plan, _) = plan_rows(&empty.reader(), &Shown::everything(&empty.briefing), &rows, &origin);
    assert_eq!(plan.aside, [], "every row is taken");
    let (made, _) = change::insert_all(&empty.reader(), "Import".to_owned(), &plan.records).unwrap();
    let mut briefing = empty.briefing.clone();
    History::new().make(made, &mut briefing, false);
    empty.changed(briefing)
}

/// A field alone, not a column that sets others with it.
fn field_target(kind: RecordKind, field: &str) -> Target {
    let all = dateline::edit::fields::fields_of(kind);
    match field {
        "id" => Target::Id,
        name => Target::Field(all.iter().find(|field| field.name == name).unwrap()),
    }
}

/// Words that break tables, run in spreadsheets or look like other things.
fn words() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "=1+1",
        "'=x",
        "'",
        "\"",
        ",",
        ";",
        "-5",
        "@a",
        "+",
        "\t",
        "\n",
        "a",
        "Ö",
        "北",
        "1e5",
        "2024-01-02",
        "true",
        "|",
        " ",
    ]);
    prop::collection::vec(pieces, 1..5).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, rng_seed: RngSeed::Fixed(20_241_015), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_out_and_in_again_says_the_same(
        seed in any::<u64>(), texts in prop::collection::vec(words(), 6), is_xlsx in any::<bool>()
    ) {
        let mut document = open(print_briefing(&dateline::sample::made_up(12, 6, seed)));
        for (kind, field) in [(RecordKind::Visit, "place"), (RecordKind::Actor, "note"), (RecordKind::Source, "title")] {
            let keys: Vec<_> = document.briefing.records(kind).map(|(key, _)| key).collect();
            for (key, text) in keys.into_iter().zip(&texts) {
                let set = change::set_field(&document.reader(), key, field, Some(Node::Text(text.clone()))).unwrap();
                let mut briefing = document.briefing.clone();
                History::new().make(set, &mut briefing, false);
                document = document.changed(briefing);
            }
        }
        let format = if is_xlsx { Format::Xlsx } else { Format::Csv };
        for trip in &TRIPS {
            let first = table(&document, format, trip);
            let second = table(&back(&first, trip), format, trip);
            for (head, _) in trip.columns {
                let cells = |table: &Table| -> std::collections::BTreeMap<String, String> {
                    let column = column_of(table, head);
                    table.rows.iter().skip(1).map(|row| (row.cell(0).to_owned(), row.cell(column).to_owned())).collect()
                };
                let (before, mut after) = (cells(&first), cells(&second));
                // Actors and sources that are made because rows name them stand there beside.
                after.retain(|id, _| before.contains_key(id));
                prop_assert_eq!(before, after, "{} of {:?}", head, trip.kind);
            }
        }
    }
}
