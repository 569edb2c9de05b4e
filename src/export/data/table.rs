//! A table of records.

use std::borrow::Cow;

use super::days::iso_day;
use crate::model::Day;

/// A table: a row for each record.
#[derive(Debug)]
pub(in crate::export) struct Table {
    pub(in crate::export) columns: Vec<&'static str>,
    pub(in crate::export) rows: Vec<Vec<Cell>>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::export) enum Cell {
    /// Words.
    Text(String),
    /// A day; none where that side is open or not told.
    Day(Option<Day>),
    /// Whether it is so.
    Flag(bool),
}

impl Cell {
    /// Its words.
    pub(super) fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Day(day) => Cow::Owned(day.and_then(iso_day).unwrap_or_default()),
            Self::Flag(true) => Cow::Borrowed("yes"),
            Self::Flag(false) => Cow::Borrowed("no"),
        }
    }
}
