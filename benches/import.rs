//! What it costs to read rows of a spreadsheet as visits, beside a bare reading of the same text by the `csv` crate.
//!
//! `cargo bench --bench import [-- ROWS]` makes so many rows (100,000) of visits with a date, a visitor, two countries
//! and a remark, reads them as cells by the `csv` crate, as a table by the program, and as the records that they would
//! become. Each is done several times in turn, and the median told as processor time and as a ratio.

#![expect(clippy::unwrap_used, reason = "a bench that cannot read its rows has failed")]

use std::fmt::Write as _;
use std::time::Duration;

use cpu_time::ProcessTime;
use dateline::document::Document;
use dateline::import::table::{TableOptions, read_file_bytes};
use dateline::import::{FileOrigin, Pasted, plan_rows};
use dateline::model::RecordKind;
use dateline::present::{RowColumn, Shown};

const TIMES: usize = 5;

fn rows(count: usize) -> String {
    let mut text = "Start,End,Visitors,From,To,Note\n".to_owned();
    for number in 0..count {
        let (year, month, day) = (1950 + number % 75, 1 + number % 12, 1 + number % 28);
        let visitor = number % 2_000;
        writeln!(
            text,
            "{year}-{month:02}-{day:02},{year}-{month:02}-{day:02},President Number {visitor},Norway,US,\"Talks, a dinner \
             and row {number}\""
        )
        .unwrap();
    }
    text
}

fn timed(work: &mut dyn FnMut()) -> Duration {
    let start = ProcessTime::now();
    work();
    start.elapsed()
}

fn main() {
    let count = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(100_000);
    let text = rows(count);
    let document = Document::from_text("(title: \"T\")".to_owned()).unwrap();
    let shown = Shown::everything(&document.briefing);
    let origin = FileOrigin { name: "rows.csv".to_owned(), accessed: "2024-10-14".to_owned() };
    let options = TableOptions::default();
    let mut times: [Vec<Duration>; 3] = Default::default();
    for _ in 0..TIMES {
        times[0].push(timed(&mut || {
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let cells: usize = reader.records().map(|record| record.unwrap().len()).sum();
            assert_eq!(cells, count * 6);
        }));
        times[1].push(timed(&mut || {
            let table = read_file_bytes(text.as_bytes(), &options).unwrap().table;
            assert_eq!(table.rows.len(), count + 1);
        }));
        times[2].push(timed(&mut || {
            let table = read_file_bytes(text.as_bytes(), &options).unwrap().table;
            let rows = Pasted::from_table(RecordKind::Visit, table, &RowColumn::of(RecordKind::Visit));
            let (plan, _) = plan_rows(&document.reader(), &shown, &rows, &origin);
            assert_eq!(plan.added, count);
        }));
    }
    let median = |times: &mut Vec<Duration>| {
        times.sort_unstable();
        times[times.len() / 2].as_secs_f64()
    };
    let [bare, table, plan] = &mut times;
    let (bare, table, plan) = (median(bare), median(table), median(plan));
    println!("{count} rows, {} kB; processor time of all threads, the median of {TIMES}", text.len() / 1000);
    println!("the csv crate alone: cells of a text      {:8.1} ms     1.0 ×", bare * 1e3);
    println!("the program: bytes to a table of cells    {:8.1} ms  {:6.1} ×", table * 1e3, table / bare);
    println!(
        "the program: bytes to visits to be added  {:8.1} ms  {:6.1} ×  (wanted: at most 10)",
        plan * 1e3,
        plan / bare
    );
}
