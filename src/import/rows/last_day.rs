//! A date whose last day stands in a column of its own.

use std::sync::Arc;

use super::column::ReadCell;
use super::dates::ColumnDates;
use super::plain_values::Misfit;
use super::read_dates::ReadDates;
use super::reading::{CellReading, CellState};
use super::row_fields::Said;
use crate::model::{Node, RecordKind, parse_edtf};

/// A date that lasts from a first day, in EDTF, to the one that a cell tells.
pub(super) fn last_day(
    kind: RecordKind,
    field: &'static str,
    first: &str,
    text: &str,
    dates: Option<&ColumnDates>,
    read: &ReadDates,
) -> ReadCell {
    let misfit =
        |why| ReadCell::of_nothing(Arc::new(CellReading { words: text.to_owned(), state: CellState::Misfit(why) }));
    let last = match dates.cloned().unwrap_or_default().read(text, read) {
        Ok(Some(last)) => last,
        Ok(None) => {
            return ReadCell::of_nothing(Arc::new(CellReading { words: String::new(), state: CellState::Nothing }));
        }
        Err(why) => return misfit(why),
    };
    if first.is_empty() {
        return misfit("There is no first day to this last one".to_owned());
    }
    let said = lasting(first, &last.edtf).map(|edtf| Said::read(kind, field, Some(Node::Text(edtf))));
    match said {
        Ok(Ok(said)) => {
            let reading = Arc::new(CellReading { words: last.label(), state: CellState::Fits });
            ReadCell { says: vec![(field, said)], ..ReadCell::of_nothing(reading) }
        }
        Ok(Err(why)) => misfit(why.to_string()),
        Err(why) => misfit(why),
    }
}

/// From a first day to a last one, in EDTF; the first alone where both are the same.
fn lasting(first: &str, last: &str) -> Result<String, Misfit> {
    if first == last {
        return Ok(first.to_owned());
    }
    let starts = |edtf: &str| parse_edtf(edtf).ok().map(|date| date.bounds);
    if let (Some(begin), Some(end)) = (starts(first), starts(last))
        && let (Some(begin), Some(end)) = (begin.start_earliest, end.end_latest)
        && end < begin
    {
        return Err(format!("The last day, {last}, lies before the first, {first}"));
    }
    let edtf = format!("{first}/{last}");
    match parse_edtf(&edtf) {
        Ok(_) => Ok(edtf),
        Err(_) => Err(format!("{first} to {last} is no time that lasts; write it in one cell")),
    }
}
