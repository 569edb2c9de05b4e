//! What pasted lines are understood as: each cell, each line, and the records that they become.

use std::collections::HashSet;
use std::sync::Arc;

use super::dates::ColumnDates;
use super::doubtful_names::DoubtfulName;
use super::marks::Mark;
use crate::model::{AnyRecord, Id, RecordKind};

/// How a cell fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellState {
    /// It says nothing, or its column is not taken.
    Nothing,
    /// It fits.
    Fits,
    /// It fits once records of these names are made.
    Creates(Vec<String>),
    /// It does not fit; why, and what to do.
    Misfit(String),
}

/// How a cell is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellReading {
    /// In words; of one that does not fit the words that stand there.
    pub words: String,
    /// How it fits.
    pub state: CellState,
}

/// How a line is understood.
#[derive(Debug, Clone, PartialEq)]
pub struct RowReading {
    /// Its cells; those of the same words in a column are one.
    pub cells: Vec<Arc<CellReading>>,
    /// The record that it becomes, without what does not fit; none where nothing of it does.
    pub record: Option<AnyRecord>,
    /// Whether the briefing has it from an import before; it becomes no record then.
    pub is_known: bool,
}

impl RowReading {
    /// Whether all of it fits.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.record.is_some() && !self.cells.iter().any(|cell| matches!(cell.state, CellState::Misfit(_)))
    }
}

/// How all lines are understood.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RowsReading {
    /// Line by line.
    pub rows: Vec<RowReading>,
    /// The records that they name and that are not there yet.
    creates: Vec<AnyRecord>,
    /// The line and the column of each cell that does not fit.
    misfits: Vec<(usize, usize)>,
    /// For each column that becomes a date, what is doubtful about it, and how it is read.
    pub dates: Vec<Option<ColumnDates>>,
    /// For each column, the marks that may part names in it and that nobody was asked about.
    pub open_marks: Vec<Vec<OpenMark>>,
    /// The names of which it is in doubt whom they mean, in the order of their first lines.
    pub names: Vec<DoubtfulName>,
    /// What cells of a file cite that the briefing has not.
    pub unknown_cites: UnknownCites,
    /// How many lines become records, and how many of those fit whole.
    counts: (usize, usize),
}

/// Cells that cite sources which the briefing has not; their rows are taken without them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnknownCites {
    /// How many cells.
    pub count: usize,
    /// The first of them.
    pub example: Option<String>,
}

/// A mark that may part the names in cells of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenMark {
    /// The mark.
    pub mark: Mark,
    /// A cell that has it.
    pub example: String,
    /// How many cells have it.
    pub count: usize,
}

impl RowsReading {
    pub(super) fn new(rows: Vec<RowReading>, creates: Vec<AnyRecord>) -> Self {
        let misfits = rows.iter().enumerate().flat_map(|(row, reading)| {
            let is_misfit = |cell: &Arc<CellReading>| matches!(cell.state, CellState::Misfit(_));
            let columns = reading.cells.iter().enumerate().filter(move |(_, cell)| is_misfit(cell));
            columns.map(move |(column, _)| (row, column))
        });
        let misfits = misfits.collect();
        let mut reading = Self { rows, creates, misfits, ..Self::default() };
        reading.counts = (reading.taken(true).count(), reading.taken(false).count());
        reading
    }

    /// The same, with what is in doubt about its columns and names.
    pub(super) fn with_doubts(
        self,
        dates: Vec<Option<ColumnDates>>,
        open_marks: Vec<Vec<OpenMark>>,
        names: Vec<DoubtfulName>,
        unknown_cites: UnknownCites,
    ) -> Self {
        Self { dates, open_marks, names, unknown_cites, ..self }
    }

    /// How many lines become records: all that hold anything, or those that fit whole.
    #[must_use]
    pub fn count(&self, with_misfits: bool) -> usize {
        if with_misfits { self.counts.0 } else { self.counts.1 }
    }

    /// The records to make: first those that are named and not there yet, then a record for each line. Of lines with
    /// what does not fit either the rest is taken, or nothing. Also how many of them stand for lines.
    #[must_use]
    pub fn records(&self, with_misfits: bool) -> (Vec<AnyRecord>, usize) {
        let of_lines: Vec<AnyRecord> = self.taken(with_misfits).cloned().collect();
        let mut unnamed: HashSet<&Id> = self.creates.iter().map(AnyRecord::id).collect();
        for record in &of_lines {
            if unnamed.is_empty() {
                break;
            }
            for reference in record.references() {
                unnamed.remove(reference.target);
            }
        }
        let mut records: Vec<AnyRecord> =
            self.creates.iter().filter(|record| !unnamed.contains(record.id())).cloned().collect();
        let count = of_lines.len();
        records.extend(of_lines);
        (records, count)
    }

    /// How many records of a kind are made because lines name them.
    #[must_use]
    pub fn created(&self, kind: RecordKind) -> usize {
        self.creates.iter().filter(|record| record.kind() == kind).count()
    }

    /// How many rows the briefing has from an import before.
    #[must_use]
    pub fn known_count(&self) -> usize {
        self.rows.iter().filter(|row| row.is_known).count()
    }

    /// How many cells do not fit.
    #[must_use]
    pub fn misfit_count(&self) -> usize {
        self.misfits.len()
    }

    /// What does not fit: the line and the column, counted from 0, what stands there, and why it does not fit.
    pub fn misfits(&self) -> impl Iterator<Item = (usize, usize, &str, &str)> {
        self.misfits.iter().filter_map(|(row, column)| {
            let cell = self.rows.get(*row)?.cells.get(*column)?;
            match &cell.state {
                CellState::Misfit(why) => Some((*row, *column, cell.words.as_str(), why.as_str())),
                _ => None,
            }
        })
    }

    fn taken(&self, with_misfits: bool) -> impl Iterator<Item = &AnyRecord> {
        self.rows.iter().filter(move |row| with_misfits || row.fits()).filter_map(|row| row.record.as_ref())
    }
}
