//! Pasted lines, and which column is to be what.

use super::dates::DateAnswers;
use super::heads;
use super::marks::Mark;
use super::target::{self, Target};
use crate::import::table::{Delimiter, Row, Table, TableOptions, read_text};
use crate::model::{Id, RecordKind, shortened};
use crate::present::RowColumn;
use std::sync::Arc;

/// Pasted lines, and which column is to be what.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    /// The kind of record that each line becomes.
    pub kind: RecordKind,
    /// The words over each column, where the first line has them.
    pub heads: Option<Vec<String>>,
    /// What each column becomes.
    pub targets: Vec<Target>,
    /// What was said of the dates of each column.
    pub dates: Vec<DateAnswers>,
    /// At which marks the names of each column are split.
    pub splits: Vec<Vec<Mark>>,
    /// What every row has beside its cells, by the names of fields, as it would stand in a cell.
    pub constants: Vec<(String, String)>,
    /// The source that the rows are from; each record cites its row.
    pub source: Option<Id>,
    /// The lines that are no heads.
    pub(super) rows: Arc<Vec<Row>>,
}

impl Pasted {
    /// The lines of a text, with columns as the first line names them; else as the columns given stand. `None` where
    /// the text holds no words.
    #[must_use]
    pub fn new(kind: RecordKind, text: &str, columns: &[RowColumn]) -> Option<Self> {
        let table =
            |delimiter| Some(read_text(text, &TableOptions { delimiter, ..TableOptions::default() }).ok()?.table);
        let pasted = Self::from_table(kind, table(None)?, columns);
        // A list of names such as “Berg, Anna” has even columns too; only heads tell that commas part cells.
        let is_comma = !text.contains('\t') && Delimiter::told_from(text) == Some(Delimiter::Comma);
        if is_comma && pasted.heads.is_none() {
            return Some(Self::from_table(kind, table(Some(Delimiter::Tab))?, columns));
        }
        Some(pasted)
    }

    /// The rows of a table, with columns as its first row names them; else as the columns given stand.
    #[must_use]
    pub fn from_table(kind: RecordKind, table: Table, columns: &[RowColumn]) -> Self {
        let width = table.width();
        let mut rows = table.rows;
        let named = rows.first().and_then(|first| target::by_head(kind, &heads_of(first, width)));
        let (heads, targets) = match named {
            Some(targets) => (Some(heads_of(&rows.remove(0), width)), targets),
            None => (None, target::by_place(columns, width)),
        };
        Self {
            kind,
            heads,
            targets,
            dates: vec![DateAnswers::default(); width],
            splits: vec![Vec::new(); width],
            constants: Vec::new(),
            source: None,
            rows: Arc::new(rows),
        }
    }

    /// Takes the first row for the names of the columns, whatever it says; nothing changes where they are named.
    pub fn name_columns(&mut self) {
        if self.heads.is_some() || self.rows.is_empty() {
            return;
        }
        let first = Arc::make_mut(&mut self.rows).remove(0);
        let heads = heads_of(&first, self.targets.len());
        self.targets = heads.iter().map(|head| target::named(self.kind, head).unwrap_or(Target::Nothing)).collect();
        target::once_each(&mut self.targets);
        self.heads = Some(heads);
    }

    /// The rows that become records, as they stand in the file.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Leaves out rows.
    pub fn keep(&mut self, is_kept: impl FnMut(&Row) -> bool) {
        Arc::make_mut(&mut self.rows).retain(is_kept);
    }

    /// The name of a column: what its head says, else its number.
    #[must_use]
    pub fn column_name(&self, column: usize) -> String {
        let head = self.heads.as_ref().and_then(|heads| heads.get(column)).filter(|head| !head.is_empty());
        head.map_or_else(|| format!("column {}", column + 1), |head| format!("“{}”", shortened(head)))
    }

    /// The column that a person means: by its head, else by its number from 1.
    #[must_use]
    pub fn column(&self, written: &str) -> Option<usize> {
        let wanted = heads::plain_word(written);
        let heads = self.heads.iter().flatten();
        let named = heads.clone().position(|head| head == written);
        let alike = heads.into_iter().position(|head| !wanted.is_empty() && heads::plain_word(head) == wanted);
        let number = || written.parse::<usize>().ok()?.checked_sub(1).filter(|place| *place < self.targets.len());
        named.or(alike).or_else(number)
    }

    /// Whether any cell of a column says something.
    #[must_use]
    pub fn has_words(&self, column: usize) -> bool {
        self.rows.iter().any(|row| !row.cell(column).is_empty())
    }

    /// Puts the words of a column behind those of another, with a space between.
    pub fn join_columns(&mut self, first: usize, second: usize) {
        for row in Arc::make_mut(&mut self.rows) {
            let joined = format!("{} {}", row.cell(first), row.cell(second)).trim().to_owned();
            if row.cells.len() <= first {
                row.cells.resize(first + 1, String::new());
            }
            if let Some(cell) = row.cells.get_mut(first) {
                *cell = joined;
            }
        }
    }

    /// How many lines become records.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }
}

fn heads_of(row: &Row, width: usize) -> Vec<String> {
    (0..width).map(|column| row.cell(column).to_owned()).collect()
}
