//! The rows that are kept aside, to be mended in a spreadsheet.

use crate::import::ImportPlan;
use crate::present::guarded;

/// The rows kept aside with their reasons, for a spreadsheet.
pub(super) fn aside_tsv(plan: &ImportPlan) -> String {
    let cell = |text: &str| format!("\"{}\"", guarded(text).replace('"', "\"\""));
    let width = plan.aside.iter().map(|aside| aside.cells.len()).max().unwrap_or(0).max(plan.heads.len());
    let line = |cells: &[String], reason: &str| {
        let cells = (0..width).map(|place| cells.get(place).map_or("", String::as_str));
        cells.chain([reason]).map(cell).collect::<Vec<_>>().join("\t")
    };
    let rows = plan.aside.iter().map(|aside| line(&aside.cells, &aside.reason));
    std::iter::once(line(&plan.heads, "Reason")).chain(rows).collect::<Vec<_>>().join("\n")
}
