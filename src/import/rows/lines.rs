//! Pasted lines read one by one into a briefing.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use super::Target;
use super::column::{Column, ReadCell};
use super::dates::ColumnDates;
use super::doubtful_names::DoubtfulNames;
use super::pasted::Pasted;
use super::plain_values::{Misfit, Value, no_value};
use super::read_dates::ReadDates;
use super::reading::{CellReading, CellState, RowReading, RowsReading, UnknownCites};
use super::row_fields::{RowFields, Said};
use super::values::Values;
use crate::edit::ValueError;
use crate::edit::fields::{Field, Shape, fields_of};
use crate::import::known_rows::KnownRows;
use crate::import::table::Row;
use crate::index::Reader;
use crate::model::{AnyRecord, Cite, Id, Key, Node, RecordKind, VisitStatus, parse_edtf};
use crate::present::{CellField, RowColumn, RowWords, Shown, VisitColumn};

impl Pasted {
    /// Reads the lines into a briefing.
    #[must_use]
    pub fn read(&self, reader: &Reader, shown: &Shown) -> RowsReading {
        let values = Values::new(reader, &self.decided);
        let column = |(place, target): (usize, &Target)| {
            Column::new(self.kind, *target, self.dates_of(place, &values.read_dates))
        };
        let columns = self.targets.iter().enumerate().map(column).collect();
        let mut lines = Lines {
            pasted: self,
            reader,
            words: RowWords::new(*reader, shown, self.kind),
            names: DoubtfulNames::default(),
            unknown_cites: UnknownCites::default(),
            columns,
            values,
            last_days: HashMap::new(),
            nothing: Rc::new(ReadCell::of_nothing(Arc::new(CellReading {
                words: String::new(),
                state: CellState::Nothing,
            }))),
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
        let (dates, open_marks) = lines.columns.into_iter().map(|column| (column.dates, column.open_marks)).unzip();
        RowsReading::new(rows, lines.values.creates).with_doubts(dates, open_marks, names, lines.unknown_cites)
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
    pasted: &'a Pasted,
    reader: &'a Reader<'a>,
    words: RowWords<'a>,
    values: Values<'a>,
    columns: Vec<Column<'a>>,
    names: DoubtfulNames,
    unknown_cites: UnknownCites,
    /// Dates that last, by the words of their last days and by their first days in EDTF.
    last_days: HashMap<&'a str, HashMap<String, Rc<ReadCell>>>,
    /// A cell in which nothing stands.
    nothing: Rc<ReadCell>,
    /// Room for what a row says.
    fields: RowFields,
    /// The column that names the record.
    id_column: Option<usize>,
    /// The column that says where the people of a row come from.
    home_column: Option<usize>,
}

/// A cell as it is understood.
enum Cell {
    /// As one of the same words was.
    Known(Rc<ReadCell>),
    /// By itself.
    New(ReadCell),
}

/// What every row has beside its cells.
type Constants = Vec<Result<(&'static str, Said), Misfit>>;

impl<'a> Lines<'a> {
    fn constants(&mut self) -> Constants {
        let read = |(name, text): &(String, String)| {
            let field = fields_of(self.pasted.kind).iter().find(|field| field.name == name);
            let field = field.ok_or_else(|| format!("There is no field `{name}`"))?;
            self.values.splits.clear();
            let of_field = |why: &dyn std::fmt::Display| format!("{}: {why}", field.label);
            let value = self.values.read(field, text).map_err(|why| of_field(&why))?;
            let said = Said::read(self.pasted.kind, field.name, value.node).map_err(|why| of_field(&why))?;
            Ok((field.name, said))
        };
        let constants = self.pasted.constants.iter().filter(|(_, text)| !text.is_empty()).map(read).collect();
        let first = self.pasted.rows().first().map_or(0, |row| row.number);
        for found in self.values.in_doubt.drain(..) {
            self.names.note(&found, first);
        }
        constants
    }

    fn row(&mut self, place: usize, row: &'a Row, constants: &Constants) -> RowReading {
        let pasted = self.pasted;
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
        let mut cells = Vec::with_capacity(self.columns.len());
        let mut say = |name: &'static str, said: Said| {
            says_something |= name != "id" && !matches!(said, Said::Nothing);
            fields.say(name, said);
        };
        for column in 0..self.columns.len() {
            let text = pasted.cell(place, row, column);
            match self.cell(column, text, home, copied) {
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
        let cell = |column: usize| self.said_nothing(row.cell(column));
        RowReading { cells: (0..self.columns.len()).map(cell).collect(), record: None, is_known: true }
    }

    fn said_nothing(&self, words: &str) -> Arc<CellReading> {
        if words.is_empty() {
            return Arc::clone(&self.nothing.reading);
        }
        Arc::new(CellReading { words: words.to_owned(), state: CellState::Nothing })
    }

    /// Notes what is in doubt about a cell that was read.
    fn note(&mut self, column: usize, text: &str, row: u32, read: &ReadCell) {
        if let Some(column) = self.columns.get_mut(column) {
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
        let pasted = self.pasted;
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
                let dates = self.columns.get(column).and_then(|column| column.dates.as_ref());
                let read = Rc::new(last_day(pasted.kind, field.name, &first, text, dates, &self.values.read_dates));
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
        let key = self.reader.index.key_of(&Id::from(row.cell(self.id_column?)))?;
        let (kind, _) = self.reader.index.place_of(key)?;
        (kind == self.pasted.kind).then_some(key)
    }

    /// A cell as it is understood: as the record says it that its row was copied from, as one of the same words was, else
    /// read now.
    fn cell(&mut self, place: usize, text: &'a str, home: &'a str, copied: Option<Key>) -> Cell {
        let nothing = || Cell::Known(Rc::clone(&self.nothing));
        let Some(column) = self.columns.get(place) else { return nothing() };
        match column.target {
            _ if text.is_empty() && copied.is_none() => return nothing(),
            Target::Nothing => return Cell::New(ReadCell::of_nothing(self.said_nothing(text))),
            // It is read once the first day is.
            Target::Until(_) => return nothing(),
            Target::Id | Target::Column(_) | Target::Field(_) => {}
        }
        if let (Some(key), Target::Column(shown)) = (copied, column.target)
            && self.words.cell(key, shown) == text
            && let Some(record) = self.reader.record(key)
        {
            let said = |name: &&'static str| (*name, record.field_node(name).map_or(Said::Nothing, Said::Value));
            let says = column.target.fields().iter().map(said).collect();
            let state = if text.is_empty() { CellState::Nothing } else { CellState::Fits };
            let reading = Arc::new(CellReading { words: text.to_owned(), state });
            return Cell::New(ReadCell { says, ..ReadCell::of_nothing(reading) });
        }
        if says_nothing(text) {
            return nothing();
        }
        if column.known.is_none() {
            return Cell::New(self.read_cell(place, text, home));
        }
        let words = (text, if column.is_of_people() { home } else { "" });
        if let Some(read) = column.known.as_ref().and_then(|known| known.get(&words)) {
            return Cell::Known(Rc::clone(read));
        }
        let read = Rc::new(self.read_cell(place, text, home));
        if let Some(known) = self.columns.get_mut(place).and_then(|column| column.known.as_mut()) {
            known.insert(words, Rc::clone(&read));
        }
        Cell::Known(read)
    }

    /// Reads a cell that is not empty.
    fn read_cell(&mut self, place: usize, text: &str, home: &str) -> ReadCell {
        let nothing = Arc::clone(&self.nothing.reading);
        let Some(column) = self.columns.get(place) else { return ReadCell::of_nothing(nothing) };
        let (target, field, is_remembered) = (column.target, column.field, column.known.is_some());
        let is_direction = column.shows(RowColumn::Visit(VisitColumn::Direction));
        if is_remembered {
            self.values.dates = column.dates.clone().unwrap_or_default();
            self.values.splits = self.pasted.splits.get(place).cloned().unwrap_or_default();
            self.values.home = if column.is_of_people() { self.values.home_in(home) } else { None };
        }
        self.values.open.clear();
        self.values.in_doubt.clear();
        let reading = |words, state| Arc::new(CellReading { words, state });
        let no_value = no_value(text, is_remembered && target != Target::Id);
        let mut read = match no_value.map_or_else(|| self.values(target, field, text), Err) {
            Ok(values) if values.is_empty() => ReadCell::of_nothing(reading(text.to_owned(), CellState::Nothing)),
            Ok(mut values) => {
                let words: Vec<String> = values.iter_mut().map(|(_, value)| std::mem::take(&mut value.words)).collect();
                let words = words.join(if is_direction { " → " } else { ", " });
                let creates: Vec<String> =
                    values.iter_mut().flat_map(|(_, value)| std::mem::take(&mut value.creates)).collect();
                let state = if creates.is_empty() { CellState::Fits } else { CellState::Creates(creates) };
                let said = |(name, value): (&'static str, Value)| {
                    Ok((
                        name,
                        match value.node {
                            node if is_remembered => Said::read(self.pasted.kind, name, node)?,
                            node => node.map_or(Said::Nothing, Said::Value),
                        },
                    ))
                };
                match values.into_iter().map(said).collect::<Result<_, ValueError>>() {
                    Ok(says) => ReadCell { says, ..ReadCell::of_nothing(reading(words, state)) },
                    Err(why) => ReadCell::of_nothing(reading(text.to_owned(), CellState::Misfit(why.to_string()))),
                }
            }
            // The row is cited anyway, and keeps these words: without its own sources it is worth no less.
            Err(_) if self.pasted.source.is_some() && target.fields() == ["cites"] => {
                ReadCell { cites_unknown: true, ..ReadCell::of_nothing(nothing) }
            }
            Err(why) => ReadCell::of_nothing(reading(text.to_owned(), CellState::Misfit(why))),
        };
        read.open = std::mem::take(&mut self.values.open);
        read.in_doubt = std::mem::take(&mut self.values.in_doubt);
        read
    }

    fn values(
        &mut self,
        target: Target,
        field: Option<&'static Field>,
        text: &str,
    ) -> Result<Vec<(&'static str, Value)>, Misfit> {
        match target {
            Target::Nothing | Target::Until(_) => return Ok(Vec::new()),
            Target::Id => return Ok(id(text).map(|value| ("id", value)).into_iter().collect()),
            Target::Column(RowColumn::Visit(VisitColumn::Direction)) => {
                return self.values.direction(text).map(Vec::from);
            }
            Target::Column(RowColumn::Visit(VisitColumn::Status)) => return self.status(text),
            Target::Column(column) => {
                if let CellField::Derived(why) = column.cell() {
                    return Err(why.to_owned());
                }
            }
            Target::Field(_) => {}
        }
        let field = field.ok_or_else(|| "There is no such field".to_owned())?;
        Ok(vec![(field.name, self.values.read(field, text)?)])
    }

    /// `Completed, video call`: the status, and how they met.
    fn status(&mut self, text: &str) -> Result<Vec<(&'static str, Value)>, Misfit> {
        let field = |name: &str| fields_of(RecordKind::Visit).iter().find(|field| field.name == name);
        let (Some(status), Some(mode)) = (field("status"), field("mode")) else { return Ok(Vec::new()) };
        let (first, second) = text.split_once(',').map_or((text, None), |(first, second)| (first, Some(second.trim())));
        let mut values = vec![("status", self.values.read(status, first.trim())?)];
        if let Some(second) = second {
            values.push(("mode", self.values.read(mode, second)?));
        }
        // What a visit is unless something else is said is not written down.
        let usual = Some(Node::Word(VisitStatus::Completed.word().into()));
        for (_, value) in values.iter_mut().filter(|(_, value)| value.node == usual) {
            value.node = None;
        }
        Ok(values)
    }
}

/// An id as it may stand in the file; one that is taken is given a number behind it. A number of another program is no
/// id here, and the record is given one.
fn id(text: &str) -> Option<Value> {
    Id::from(text).is_well_formed().then(|| Value {
        node: Some(Node::Text(text.to_owned())),
        words: text.to_owned(),
        creates: Vec::new(),
    })
}

/// A date that lasts from a first day, in EDTF, to the one that a cell tells.
fn last_day(
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

/// The words by which tables say that nothing is told.
fn says_nothing(text: &str) -> bool {
    matches!(text, "" | "–" | "-" | "no date" | "date not stated" | "nobody named")
}
