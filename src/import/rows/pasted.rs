//! Pasted lines, and which column is to be what.

use super::dates::DateAnswers;
use super::doubtful_names::{DecidedNames, Meant};
use super::heads;
use super::marks::Mark;
use super::target::{self, Target};
use super::told_by_cells;
use crate::import::table::{Delimiter, Row, Table, TableOptions, read_text};
use crate::model::{Id, RecordKind, shortened};
use crate::present::RowColumn;
use std::collections::BTreeMap;
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
    /// Cells that were mended, by row, counted from 0 without the heads, and column. What stands in the file stays the
    /// words of the source.
    mended: BTreeMap<(usize, usize), String>,
    /// Whom names mean, where a person said so.
    pub(super) decided: DecidedNames,
    /// The columns that became something by what they hold, and what.
    told_by_cells: Vec<(usize, Target)>,
    /// The line that names the columns, where one does.
    head_line: usize,
    /// All lines, the heads among them.
    lines: Arc<Vec<Row>>,
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
        let named = named_by(kind, &table.rows, width);
        let head_line = named.as_ref().map_or(0, |(line, _)| *line);
        let heads = named.as_ref().and_then(|_| table.rows.get(head_line)).map(|row| heads_of(row, width));
        let mut pasted = Self {
            kind,
            heads,
            head_line,
            targets: named.map_or_else(|| target::by_place(columns, width), |(_, targets)| targets),
            dates: vec![DateAnswers::default(); width],
            splits: vec![Vec::new(); width],
            constants: Vec::new(),
            source: None,
            mended: BTreeMap::new(),
            decided: DecidedNames::default(),
            told_by_cells: Vec::new(),
            lines: Arc::new(table.rows),
        };
        pasted.tell_by_cells();
        pasted
    }

    /// Takes the first row for the names of the columns, whatever it says; a later one where the first are a title, or where
    /// that one names fields. Nothing changes where they are named.
    pub fn name_columns(&mut self) {
        if self.heads.is_some() {
            return;
        }
        let width = self.targets.len();
        let named = named_by(self.kind, &self.lines, width).map(|(line, _)| line);
        let line = named.unwrap_or_else(|| line_behind_title(&self.lines));
        let Some(row) = self.lines.get(line) else { return };
        let heads = heads_of(row, width);
        self.head_line = line;
        self.targets = heads.iter().map(|head| target::named(self.kind, head).unwrap_or(Target::Nothing)).collect();
        target::once_each(&mut self.targets);
        self.heads = Some(heads);
        self.mended.clear();
        self.tell_by_cells();
    }

    /// Maps columns whose heads tell nothing by what they hold, where that leaves no doubt.
    fn tell_by_cells(&mut self) {
        let Some(heads) = &self.heads else { return };
        let mut targets = std::mem::take(&mut self.targets);
        let tells_nothing =
            |column: usize| heads.get(column).is_none_or(|head| target::named(self.kind, head).is_none());
        self.told_by_cells = told_by_cells::tell_by_cells(self.kind, self.rows(), tells_nothing, &mut targets);
        self.targets = targets;
    }

    /// Takes the first row for one like the others; columns stand as those given.
    pub fn unname_columns(&mut self, columns: &[RowColumn]) {
        if self.heads.take().is_some() {
            self.targets = target::by_place(columns, self.targets.len());
            self.mended.clear();
            self.head_line = 0;
        }
    }

    /// The row that names the columns, or would.
    #[must_use]
    pub fn head_row(&self) -> Option<&Row> {
        self.lines.get(self.head_line)
    }

    /// The rows above the one that names the columns: a title, and what is said of the table. No records are made of them.
    #[must_use]
    pub fn rows_above(&self) -> &[Row] {
        self.lines.get(..self.head_line).filter(|_| self.heads.is_some()).unwrap_or_default()
    }

    /// What a cell says, after it was mended.
    pub(super) fn cell<'r>(&'r self, place: usize, row: &'r Row, column: usize) -> &'r str {
        let mended = if self.mended.is_empty() { None } else { self.mended.get(&(place, column)) };
        mended.map_or_else(|| row.cell(column), String::as_str)
    }

    /// The cells of a row, those among them that were mended as they were.
    #[must_use]
    pub fn mended_cells(&self, place: usize) -> Vec<String> {
        let Some(row) = self.rows().get(place) else { return Vec::new() };
        let last_mended =
            self.mended.range((place, 0)..(place + 1, 0)).next_back().map_or(0, |((_, column), _)| column + 1);
        (0..row.cells.len().max(last_mended)).map(|column| self.cell(place, row, column).to_owned()).collect()
    }

    /// Says anew what a cell holds: its row counted from 0 without the heads, its column, the words.
    pub fn mend(&mut self, place: usize, column: usize, words: String) {
        self.mended.insert((place, column), words);
    }

    /// Says whom a name means, wherever it stands; nothing takes that back.
    pub fn decide(&mut self, name: &str, meant: Option<Meant>) {
        self.decided.decide(name, meant);
    }

    /// Says what a column becomes.
    pub fn say_target(&mut self, column: usize, target: Target) {
        if let Some(place) = self.targets.get_mut(column) {
            *place = target;
            self.told_by_cells.retain(|(told, _)| *told != column);
        }
    }

    /// The rows that become records, as they stand in the file.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        let first = if self.heads.is_some() { self.head_line + 1 } else { 0 };
        self.lines.get(first..).unwrap_or_default()
    }

    /// The name of a column: what its head says, else its number.
    #[must_use]
    pub fn column_name(&self, column: usize) -> String {
        let head = self.heads.as_ref().and_then(|heads| heads.get(column)).filter(|head| !head.is_empty());
        head.map_or_else(|| format!("column {}", column + 1), |head| format!("“{}”", shortened(head)))
    }

    /// The columns that became something by what they hold, and are that still.
    pub fn told_by_cells(&self) -> impl Iterator<Item = (usize, Target)> {
        self.told_by_cells.iter().copied().filter(|(column, target)| self.targets.get(*column) == Some(target))
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
        self.rows().iter().any(|row| !row.cell(column).is_empty())
    }

    /// Puts the words of a column behind those of another, with a space between.
    pub fn join_columns(&mut self, first: usize, second: usize) {
        for place in 0..self.row_count() {
            let Some(row) = self.rows().get(place) else { continue };
            let joined = format!("{} {}", row.cell(first), row.cell(second)).trim().to_owned();
            self.mend(place, first, joined);
        }
    }

    /// How many lines become records.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.rows().len()
    }
}

/// So many rows at most may stand above the one that names the columns.
const MOST_ABOVE: usize = 10;

/// The first line whose words name columns, and what they name; below a title it has to name more than one.
fn named_by(kind: RecordKind, lines: &[Row], width: usize) -> Option<(usize, Vec<Target>)> {
    let named = |(line, row): (usize, &Row)| {
        let targets = target::by_head(kind, &heads_of(row, width))?;
        let count = targets.iter().filter(|target| **target != Target::Nothing).count();
        (line == 0 || count > 1).then_some((line, targets))
    };
    lines.iter().enumerate().take(MOST_ABOVE + 1).find_map(named)
}

/// The line that names the columns where none names fields: the first behind a title over rows of several cells, else the
/// first.
fn line_behind_title(lines: &[Row]) -> usize {
    let line = lines.iter().take(MOST_ABOVE).take_while(|row| is_title(row)).count();
    let below = || lines.iter().skip(line + 1).take(MOST_ABOVE);
    let alone = below().filter(|row| is_title(row)).count();
    if line < lines.len() && alone * 2 < below().count() { line } else { 0 }
}

/// Whether a row says one thing alone, over the whole table.
fn is_title(row: &Row) -> bool {
    let mut words = row.cells.iter().filter(|cell| !cell.is_empty());
    let first = words.next();
    words.all(|other| Some(other) == first)
}

fn heads_of(row: &Row, width: usize) -> Vec<String> {
    (0..width).map(|column| row.cell(column).to_owned()).collect()
}
