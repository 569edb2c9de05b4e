//! Pasted lines read one by one into a briefing.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use super::Target;
use super::cells::{Cell, Cells, says_nothing};
use super::column::{Column, ReadCell};
use super::dates::ColumnDates;
use super::doubtful_names::DoubtfulNames;
use super::last_day::last_day;
use super::pasted::Pasted;
use super::plain_values::Misfit;
use super::read_dates::ReadDates;
use super::reading::{CellReading, CellState, RowReading, RowsReading, UnknownCites};
use super::row_fields::{RowFields, Said};
use super::values::Values;
use crate::edit::fields::{Field, Shape, fields_of};
use crate::import::known_rows::KnownRows;
use crate::import::table::Row;
use crate::index::Reader;
use crate::model::{AnyRecord, Cite, Id, Key, Node};
use crate::present::{RowWords, Shown};

impl Pasted {
    /// Reads the lines into a briefing.
    #[must_use]
    pub fn read(&self, reader: &Reader, shown: &Shown) -> RowsReading {
        let values = Values::new(reader, &self.decided);
        let column = |(place, target): (usize, &Target)| {
            Column::new(self.kind, *target, self.dates_of(place, &values.read_dates))
        };
        let columns = self.targets.iter().enumerate().map(column).collect();
        let cells = Cells {
            pasted: self,
            reader,
            words: RowWords::new(*reader, shown, self.kind),
            values,
            columns,
            nothing: Rc::new(ReadCell::of_nothing(Arc::new(CellReading {
                words: String::new(),
                state: CellState::Nothing,
            }))),
        };
        let mut lines = Lines {
            cells,
            names: DoubtfulNames::default(),
            unknown_cites: UnknownCites::default(),
            last_days: HashMap::new(),
            fields: RowFields::default(),
            id_column: self.targets.iter().position(|target| *target == Target::Id),
            home_column: Target::of_field(self.kind, "from")
                .and_then(|from| self.targets.iter().position(|of| *of == from)),
        };
        let constants = lines.constants();
        // Rows that are copied cite nothing, and so are never known.
        let mut known = self.source.as_ref().map(|_| KnownRows::new(reader, self.kind)).unwrap_or_default();
        let mut rows = Vec::with_capacity(self.row_count());
        for (place, row) in self.rows().iter().enumerate() {
            rows.push(if known.takes(row) { lines.known(row) } else { lines.row(place, row, &constants) });
        }
        let names = lines.names.finish();
        let Cells { columns, values, .. } = lines.cells;
        let (dates, open_marks) = columns.into_iter().map(|column| (column.dates, column.open_marks)).unzip();
        RowsReading::new(rows, values.creates).with_doubts(dates, open_marks, names, lines.unknown_cites)
    }

    /// The dates of a column; none where it becomes no date.
    fn dates_of(&self, column: usize, read: &ReadDates) -> Option<ColumnDates> {
        let target = self.targets.get(column)?;
        let is_date = |field: &&Field| matches!(field.shape, Shape::Date | Shape::Edtf);
        let fields = match target {
            Target::Until(field) => std::slice::from_ref(&field.name),
            other => other.fields(),
        };
        fields_of(self.kind).iter().filter(|field| fields.contains(&field.name)).find(is_date)?;
        let cells = self.rows().iter().enumerate().map(|(place, row)| self.cell(place, row, column));
        Some(ColumnDates::of(cells, self.dates.get(column).copied().unwrap_or_default(), read))
    }
}

/// Reads lines, one after the other.
struct Lines<'a> {
    cells: Cells<'a>,
    names: DoubtfulNames,
    unknown_cites: UnknownCites,
    /// Dates that last, by the words of their last days and by their first days in EDTF.
    last_days: HashMap<&'a str, HashMap<String, Rc<ReadCell>>>,
    /// Room for what a row says.
    fields: RowFields,
    /// The column that names the record.
    id_column: Option<usize>,
    /// The column that says where the people of a row come from.
    home_column: Option<usize>,
}

/// What every row has beside its cells.
type Constants = Vec<Result<(&'static str, Said), Misfit>>;

impl<'a> Lines<'a> {
    fn constants(&mut self) -> Constants {
        let read = |(name, text): &(String, String)| {
            let field = fields_of(self.cells.pasted.kind).iter().find(|field| field.name == name);
            let field = field.ok_or_else(|| format!("There is no field `{name}`"))?;
            self.cells.values.splits.clear();
            let of_field = |why: &dyn std::fmt::Display| format!("{}: {why}", field.label);
            let value = self.cells.values.read(field, text).map_err(|why| of_field(&why))?;
            let said = Said::read(self.cells.pasted.kind, field.name, value.node).map_err(|why| of_field(&why))?;
            Ok((field.name, said))
        };
        let constants = self.cells.pasted.constants.iter().filter(|(_, text)| !text.is_empty()).map(read).collect();
        let first = self.cells.pasted.rows().first().map_or(0, |row| row.number);
        for found in self.cells.values.in_doubt.drain(..) {
            self.names.note(&found, first);
        }
        constants
    }

    fn row(&mut self, place: usize, row: &'a Row, constants: &Constants) -> RowReading {
        let pasted = self.cells.pasted;
        let copied = self.copied(row);
        let home = self.home_column.map_or("", |column| pasted.cell(place, row, column));
        let mut fields = std::mem::take(&mut self.fields);
        let mut misfit = None;
        for constant in constants {
            match constant {
                Ok((name, said)) => fields.say(name, said.clone()),
                Err(why) => misfit = Some(why.clone()),
            }
        }
        let mut says_something = false;
        let mut cells = Vec::with_capacity(self.cells.columns.len());
        let mut say = |name: &'static str, said: Said| {
            says_something |= name != "id" && !matches!(said, Said::Nothing);
            fields.say(name, said);
        };
        for column in 0..self.cells.columns.len() {
            let text = pasted.cell(place, row, column);
            match self.cells.cell(column, text, home, copied) {
                Cell::Known(read) => {
                    read.says.iter().for_each(|(name, said)| say(name, said.clone()));
                    self.note(column, text, row.number, &read);
                    cells.push(Arc::clone(&read.reading));
                }
                Cell::New(read) => {
                    self.note(column, text, row.number, &read);
                    read.says.into_iter().for_each(|(name, said)| say(name, said));
                    cells.push(read.reading);
                }
            }
        }
        self.last_days(place, row, &mut fields, &mut cells);
        let does_not_fit = |cells: &mut Vec<Arc<CellReading>>, why: String| {
            if let Some(cell) = cells.first_mut() {
                Arc::make_mut(cell).state = CellState::Misfit(why);
            }
        };
        if let Some(why) = misfit {
            does_not_fit(&mut cells, why);
        }
        let record = says_something.then(|| fields.record(pasted.kind)).transpose();
        fields.clear();
        self.fields = fields;
        let record = record.unwrap_or_else(|why| {
            does_not_fit(&mut cells, why.to_string());
            None
        });
        let cited = |record: AnyRecord| match &pasted.source {
            Some(source) => record.with_cite(Cite::of_paragraph(source.clone(), row.number)),
            None => record,
        };
        RowReading { cells, record: record.map(cited), is_known: false }
    }

    /// A row that the briefing has.
    fn known(&self, row: &Row) -> RowReading {
        let cell = |column: usize| self.cells.said_nothing(row.cell(column));
        RowReading { cells: (0..self.cells.columns.len()).map(cell).collect(), record: None, is_known: true }
    }

    /// Notes what is in doubt about a cell that was read.
    fn note(&mut self, column: usize, text: &str, row: u32, read: &ReadCell) {
        if let Some(column) = self.cells.columns.get_mut(column) {
            column.note_open_marks(&read.open, text);
        }
        for found in &read.in_doubt {
            self.names.note(found, row);
        }
        if read.cites_unknown {
            self.unknown_cites.count += 1;
            self.unknown_cites.example.get_or_insert_with(|| text.to_owned());
        }
    }

    /// Dates whose last day stands in a column of its own last from the one to the other.
    fn last_days(&mut self, place: usize, row: &'a Row, fields: &mut RowFields, cells: &mut [Arc<CellReading>]) {
        let pasted = self.cells.pasted;
        for (column, target) in pasted.targets.iter().enumerate() {
            let Target::Until(field) = target else { continue };
            let text = pasted.cell(place, row, column);
            let Some(cell) = cells.get_mut(column).filter(|_| !says_nothing(text)) else { continue };
            let first = match fields.said(field.name) {
                Some(Node::Text(first)) => first,
                _ => String::new(),
            };
            let known = self.last_days.get(text).and_then(|known| known.get(&first)).cloned();
            let read = known.unwrap_or_else(|| {
                let dates = self.cells.columns.get(column).and_then(|column| column.dates.as_ref());
                let read =
                    Rc::new(last_day(pasted.kind, field.name, &first, text, dates, &self.cells.values.read_dates));
                self.last_days.entry(text).or_default().insert(first, Rc::clone(&read));
                read
            });
            for (name, said) in &read.says {
                fields.say(name, said.clone());
            }
            if read.reading.state != CellState::Nothing {
                *cell = Arc::clone(&read.reading);
            }
        }
    }

    /// The record that the line was copied from, by its id.
    fn copied(&self, row: &Row) -> Option<Key> {
        let key = self.cells.reader.index.key_of(&Id::from(row.cell(self.id_column?)))?;
        let (kind, _) = self.cells.reader.index.place_of(key)?;
        (kind == self.cells.pasted.kind).then_some(key)
    }
}
