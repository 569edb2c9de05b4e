//! What is kept aside as a table, to be mended in a spreadsheet.

use super::plan::Aside;
use crate::present::guarded;

/// A table of what is kept aside: under its heads the cells as they stood, behind them what is said of each. Every cell
/// stands in marks (RFC 4180), and what a spreadsheet would take for a formula is kept from that by an apostrophe.
#[must_use]
pub fn aside_table<'a, const N: usize>(
    heads: &[String],
    behind: [&str; N],
    rows: impl Iterator<Item = (&'a Aside, [String; N])>,
    delimiter: char,
) -> String {
    let rows: Vec<(&Aside, [String; N])> = rows.collect();
    let width = rows.iter().map(|(aside, _)| aside.cells.len()).max().unwrap_or(0).max(heads.len());
    let line = |cells: &[String], behind: [&str; N]| {
        let cell = |column: usize| cells.get(column).map_or("", String::as_str);
        let cells: Vec<String> = (0..width).map(cell).chain(behind).map(quoted).collect();
        cells.join(&delimiter.to_string())
    };
    let mut lines = vec![line(heads, behind)];
    lines.extend(rows.iter().map(|(aside, said)| line(&aside.cells, said.each_ref().map(String::as_str))));
    lines.push(String::new());
    lines.join("\r\n")
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", guarded(cell).replace('"', "\"\""))
}
