//! What a column becomes whose head tells nothing, where its cells leave one answer: dates, addresses of pages.

use super::target::Target;
use crate::import::table::Row;
use crate::model::RecordKind;
use crate::phrase::{Answer, read};

/// So many cells of a column are looked at.
const CELLS_ASKED: usize = 100;
/// So many of them at least have to be of one sort.
const ALIKE_PERCENT: usize = 80;

/// The date that rows of a kind are most likely about.
const fn date_field(kind: RecordKind) -> Option<&'static str> {
    match kind {
        RecordKind::Visit => Some("when"),
        RecordKind::Statement => Some("said_on"),
        RecordKind::Source => Some("published"),
        _ => None,
    }
}

/// Gives a field that no head names the one column whose cells hold what it wants, of those whose heads tell nothing.
/// Gives back the columns that it gave one.
pub(super) fn tell_by_cells(
    kind: RecordKind,
    rows: &[Row],
    is_open: impl Fn(usize) -> bool,
    targets: &mut [Target],
) -> Vec<(usize, Target)> {
    let mut told = Vec::new();
    let date = date_field(kind).map(|field| (field, is_date as fn(&str) -> bool));
    let address = (kind == RecordKind::Source).then_some(("url", is_address as fn(&str) -> bool));
    for (field, fits) in date.into_iter().chain(address) {
        let Some(target) = Target::of_field(kind, field) else { continue };
        if targets.contains(&target) {
            continue;
        }
        let open =
            (0..targets.len()).filter(|column| targets.get(*column) == Some(&Target::Nothing) && is_open(*column));
        let mut fitting = open.filter(|column| are_alike(rows, *column, fits));
        // Of two columns of dates either may be meant.
        if let (Some(column), None) = (fitting.next(), fitting.next())
            && let Some(place) = targets.get_mut(column)
        {
            *place = target;
            told.push((column, target));
        }
    }
    told
}

fn are_alike(rows: &[Row], column: usize, fits: fn(&str) -> bool) -> bool {
    let cells = || rows.iter().map(|row| row.cell(column)).filter(|cell| !cell.is_empty()).take(CELLS_ASKED);
    let fitting = cells().filter(|cell| fits(cell)).count();
    fitting > 0 && fitting * 100 >= cells().count() * ALIKE_PERCENT
}

/// Whether a cell tells a day or a month of a year; a year alone may be a number of anything.
fn is_date(cell: &str) -> bool {
    let is_fine = |edtf: &str| edtf.len() >= "2024-10".len();
    match read(cell) {
        Answer::One(reading) => is_fine(&reading.edtf),
        Answer::Ask(readings) => readings.iter().all(|reading| is_fine(&reading.edtf)),
        Answer::Empty | Answer::Clash { .. } | Answer::Unread { .. } => false,
    }
}

fn is_address(cell: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| cell.starts_with(scheme))
}
