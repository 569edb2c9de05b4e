//! Pasted lines read one by one into a briefing.

use super::Target;
use super::dates::ColumnDates;
use super::doubtful_names::DoubtfulNames;
use super::pasted::Pasted;
use super::plain_values::{Misfit, Value};
use super::read_dates::ReadDates;
use super::reading::{CellReading, CellState, OpenMark, RowReading, RowsReading, UnknownCites};
use super::values::Values;
use crate::edit::fields::{Field, Shape, fields_of};
use crate::edit::{Fields, record_of};
use crate::import::known_rows::KnownRows;
use crate::import::table::Row;
use crate::index::Reader;
use crate::model::{Id, Key, Node, RecordKind, VisitStatus, parse_edtf};
use crate::present::{CellField, RowColumn, RowWords, Shown, VisitColumn};

impl Pasted {
    /// Reads the lines into a briefing.
    #[must_use]
    pub fn read(&self, reader: &Reader, shown: &Shown) -> RowsReading {
        let values = Values::new(reader, &self.decided);
        let mut lines = Lines {
            pasted: self,
            reader,
            words: RowWords::new(*reader, shown, self.kind),
            names: DoubtfulNames::default(),
            unknown_cites: UnknownCites::default(),
            dates: (0..self.targets.len()).map(|column| self.dates_of(column, &values.read_dates)).collect(),
            values,
            open_marks: vec![Vec::new(); self.targets.len()],
            home_column: Target::of_field(self.kind, "from")
                .and_then(|from| self.targets.iter().position(|of| *of == from)),
        };
        let constants = lines.constants();
        // Rows that are copied cite nothing, and so are never known.
        let mut known = self.source.as_ref().map(|_| KnownRows::new(reader, self.kind)).unwrap_or_default();
        let row = |(place, row): (usize, &Row)| {
            if known.takes(row) { lines.known(row) } else { lines.row(place, row, &constants) }
        };
        let rows = self.rows().iter().enumerate().map(row).collect();
        let (dates, open_marks, names) = (lines.dates, lines.open_marks, lines.names.finish());
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
    dates: Vec<Option<ColumnDates>>,
    open_marks: Vec<Vec<OpenMark>>,
    names: DoubtfulNames,
    unknown_cites: UnknownCites,
    /// The column that says where the people of a row come from.
    home_column: Option<usize>,
}

/// What every row has beside its cells.
type Constants = Vec<Result<(&'static str, Option<Node>), Misfit>>;

impl Lines<'_> {
    fn constants(&mut self) -> Constants {
        let read = |(name, text): &(String, String)| {
            let field = fields_of(self.pasted.kind).iter().find(|field| field.name == name);
            let field = field.ok_or_else(|| format!("There is no field `{name}`"))?;
            self.values.splits.clear();
            let value = self.values.read(field, text).map_err(|why| format!("{}: {why}", field.label))?;
            Ok((field.name, value.node))
        };
        self.pasted.constants.iter().filter(|(_, text)| !text.is_empty()).map(read).collect()
    }

    fn row(&mut self, place: usize, row: &Row, constants: &Constants) -> RowReading {
        let copied = self.copied(row);
        let pasted = self.pasted;
        self.values.home = self.home_column.and_then(|column| self.values.home_in(pasted.cell(place, row, column)));
        let mut fields = Fields::new();
        let mut misfit = None;
        for constant in constants {
            match constant {
                Ok((name, node)) => fields.extend(node.clone().map(|node| ((*name).into(), node))),
                Err(why) => misfit = Some(why.clone()),
            }
        }
        let said = fields.len();
        let mut cells = Vec::with_capacity(self.pasted.targets.len());
        for (column, target) in pasted.targets.iter().enumerate() {
            let text = pasted.cell(place, row, column);
            self.values.dates = self.dates.get(column).cloned().flatten().unwrap_or_default();
            self.values.splits.clone_from(self.pasted.splits.get(column).unwrap_or(&Vec::new()));
            self.values.open.clear();
            let (cell, values) = self.cell(*target, text, copied);
            self.note_open_marks(column, text);
            for found in self.values.in_doubt.drain(..) {
                self.names.note(found, row.number);
            }
            for (name, node) in values {
                fields.retain(|(other, _)| other != name);
                fields.extend(node.map(|node| (name.into(), node)));
            }
            cells.push(cell);
        }
        let says_something = fields.iter().skip(said).any(|(name, _)| name != "id");
        self.last_days(place, row, &mut fields, &mut cells);
        if let (Some(why), Some(cell)) = (misfit, cells.first_mut()) {
            cell.state = CellState::Misfit(why);
        }
        if let (Some(source), true) = (&self.pasted.source, says_something) {
            let mut cites = Node::items_of(fields.iter().find(|(name, _)| name == "cites").map(|(_, node)| node));
            cites.push(Node::Text(format!("{source}#{}", row.number)));
            fields.retain(|(name, _)| name != "cites");
            fields.push(("cites".into(), Node::List(cites)));
        }
        match record_of(self.pasted.kind, fields) {
            Ok(record) => RowReading { cells, record: Some(record).filter(|_| says_something), is_known: false },
            Err(why) => {
                if let Some(cell) = cells.first_mut() {
                    cell.state = CellState::Misfit(why.to_string());
                }
                RowReading { cells, record: None, is_known: false }
            }
        }
    }

    /// A row that the briefing has.
    fn known(&self, row: &Row) -> RowReading {
        let cell = |column: usize| CellReading { words: row.cell(column).to_owned(), state: CellState::Nothing };
        RowReading { cells: (0..self.pasted.targets.len()).map(cell).collect(), record: None, is_known: true }
    }

    /// Dates whose last day stands in a column of its own last from the one to the other.
    fn last_days(&mut self, place: usize, row: &Row, fields: &mut Fields, cells: &mut [CellReading]) {
        for (column, target) in self.pasted.targets.iter().enumerate() {
            let Target::Until(field) = target else { continue };
            let text = self.pasted.cell(place, row, column);
            let Some(cell) = cells.get_mut(column).filter(|_| !says_nothing(text)) else { continue };
            self.values.dates = self.dates.get(column).cloned().flatten().unwrap_or_default();
            let first = fields.iter_mut().find(|(name, _)| name == field.name).map(|(_, node)| node);
            let lasting = match (self.values.dates.read(text, &self.values.read_dates), first) {
                (Err(why), _) => Err(why),
                (Ok(None), _) => continue,
                (Ok(Some(last)), Some(Node::Text(first))) => lasting(first, &last.edtf).map(|edtf| {
                    cell.words = last.label();
                    *first = edtf;
                }),
                (Ok(Some(_)), _) => Err("There is no first day to this last one".to_owned()),
            };
            cell.state = lasting.map_or_else(CellState::Misfit, |()| CellState::Fits);
        }
    }

    fn note_open_marks(&mut self, column: usize, text: &str) {
        let Some(marks) = self.open_marks.get_mut(column) else { return };
        for mark in self.values.open.drain(..) {
            match marks.iter_mut().find(|open| open.mark == mark) {
                Some(open) => open.count += 1,
                None => marks.push(OpenMark { mark, example: text.to_owned(), count: 1 }),
            }
        }
    }

    /// The record that the line was copied from, by its id.
    fn copied(&self, row: &Row) -> Option<Key> {
        let place = self.pasted.targets.iter().position(|target| *target == Target::Id)?;
        let key = self.reader.index.key_of(&Id::from(row.cell(place)))?;
        let (kind, _) = self.reader.index.place_of(key)?;
        (kind == self.pasted.kind).then_some(key)
    }

    fn cell(
        &mut self,
        target: Target,
        text: &str,
        copied: Option<Key>,
    ) -> (CellReading, Vec<(&'static str, Option<Node>)>) {
        let reading = |words: &str, state| CellReading { words: words.to_owned(), state };
        if text.is_empty() && copied.is_none() || matches!(target, Target::Nothing | Target::Until(_)) {
            return (reading(text, CellState::Nothing), Vec::new());
        }
        if let (Some(key), Target::Column(column)) = (copied, target)
            && self.words.cell(key, column) == text
            && let Some(record) = self.reader.record(key)
        {
            let values = target.fields().iter().map(|name| (*name, record.field_node(name))).collect();
            let state = if text.is_empty() { CellState::Nothing } else { CellState::Fits };
            return (reading(text, state), values);
        }
        if says_nothing(text) {
            return (reading("", CellState::Nothing), Vec::new());
        }
        match self.values(target, text) {
            Ok(values) if values.is_empty() => (reading(text, CellState::Nothing), Vec::new()),
            Ok(values) => {
                let words: Vec<&str> = values.iter().map(|(_, value)| value.words.as_str()).collect();
                let is_direction = target == Target::Column(RowColumn::Visit(VisitColumn::Direction));
                let words = words.join(if is_direction { " → " } else { ", " });
                let creates: Vec<String> = values.iter().flat_map(|(_, value)| value.creates.clone()).collect();
                let state = if creates.is_empty() { CellState::Fits } else { CellState::Creates(creates) };
                (reading(&words, state), values.into_iter().map(|(name, value)| (name, value.node)).collect())
            }
            // The row is cited anyway, and keeps these words: without its own sources it is worth no less.
            Err(_) if self.pasted.source.is_some() && target.fields() == ["cites"] => {
                self.unknown_cites.count += 1;
                self.unknown_cites.example.get_or_insert_with(|| text.to_owned());
                (reading("", CellState::Nothing), Vec::new())
            }
            Err(why) => (reading(text, CellState::Misfit(why)), Vec::new()),
        }
    }

    fn values(&mut self, target: Target, text: &str) -> Result<Vec<(&'static str, Value)>, String> {
        let field = match target {
            Target::Nothing | Target::Until(_) => return Ok(Vec::new()),
            Target::Id => return Ok(id(text).map(|value| ("id", value)).into_iter().collect()),
            Target::Column(RowColumn::Visit(VisitColumn::Direction)) => {
                return self.values.direction(text).map(Vec::from);
            }
            Target::Column(RowColumn::Visit(VisitColumn::Status)) => return self.status(text),
            Target::Column(column) => match column.cell() {
                CellField::Field(name) => fields_of(self.pasted.kind).iter().find(|field| field.name == name),
                CellField::Derived(why) => return Err(why.to_owned()),
            },
            Target::Field(field) => Some(field),
        };
        let field: &Field = field.ok_or_else(|| "There is no such field".to_owned())?;
        Ok(vec![(field.name, self.values.read(field, text)?)])
    }

    /// `Completed, video call`: the status, and how they met.
    fn status(&mut self, text: &str) -> Result<Vec<(&'static str, Value)>, String> {
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
