//! The cells of a row read one by one.

use std::rc::Rc;
use std::sync::Arc;

use super::Target;
use super::column::{Column, ReadCell};
use super::pasted::Pasted;
use super::plain_values::{Misfit, Value, no_value};
use super::reading::{CellReading, CellState};
use super::row_fields::Said;
use super::values::Values;
use crate::edit::ValueError;
use crate::edit::fields::{Field, fields_of};
use crate::index::Reader;
use crate::model::{Id, Key, Node, RecordKind, VisitStatus};
use crate::present::{CellField, RowColumn, RowWords, VisitColumn};

/// A cell as it is understood.
pub(super) enum Cell {
    /// As one of the same words was.
    Known(Rc<ReadCell>),
    /// By itself.
    New(ReadCell),
}

/// The columns of a table, whose cells are read.
pub(super) struct Cells<'a> {
    pub(super) pasted: &'a Pasted,
    pub(super) reader: &'a Reader<'a>,
    pub(super) words: RowWords<'a>,
    pub(super) values: Values<'a>,
    pub(super) columns: Vec<Column<'a>>,
    /// A cell in which nothing stands.
    pub(super) nothing: Rc<ReadCell>,
}

impl<'a> Cells<'a> {
    pub(super) fn said_nothing(&self, words: &str) -> Arc<CellReading> {
        if words.is_empty() {
            return Arc::clone(&self.nothing.reading);
        }
        Arc::new(CellReading { words: words.to_owned(), state: CellState::Nothing })
    }

    /// A cell as it is understood: as the record says it that its row was copied from, as one of the same words was, else
    /// read now.
    pub(super) fn cell(&mut self, place: usize, text: &'a str, home: &'a str, copied: Option<Key>) -> Cell {
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

/// The words by which tables say that nothing is told.
pub(super) fn says_nothing(text: &str) -> bool {
    matches!(text, "" | "–" | "-" | "no date" | "date not stated" | "nobody named")
}
